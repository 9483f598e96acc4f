/**
 * A server of nginx: `map` blocks for headers that differ from place to place, and `server` blocks. Maps look at the address
 * asked for: an error leads to 404.html inside, and a missing embed must still be allowed in its host's frame.
 */
import { SLUG } from '../../../data/name.ts';
import { escaped, type Place, wherePut } from './place.ts';
import { allHeaders, bareType, type Header, notServed, rules, textTypes, types } from './rules.ts';

export function nginxConfig(place: Place): string {
  const { base, host, moved } = place;
  const headers = allHeaders();
  const varying = headers.filter(({ elsewhere }) => elsewhere.length > 0);
  const exact = (path: string, lines: readonly string[]): string =>
    [`        location = ${base}${path} {`, ...lines.map((line) => `            ${line}`), '        }'].join('\n');
  return `# For nginx. Set the folder and the certificate, and include this file in the http block. ${wherePut(place, `/srv/${SLUG}`)}
# Without TLS none of this protects a reader: certbot certonly --nginx -d ${host} makes the two files.
${rules.map(({ why }) => `# ${why}`).join('\n')}

# Kept from the first look on, so that an error has the headers of the address that was asked for.
map $uri $nec_path {
    default $uri;
}
${varying.map((header) => map(header, base)).join('\n')}
server {
    listen 80;
    listen [::]:80;
    server_name ${host};
    access_log off;
    return 301 https://$server_name$request_uri;
}

server {
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name ${host};
    ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    server_tokens off;
    # Who reads what is nobody's business, and a list of it can be taken away.
    access_log off;
    absolute_redirect off;
    root /srv/${SLUG};
    set $nec_asked $nec_path;

    location ${base} {
        index index.html;
        error_page 403 404 =404 ${base}404.html;

        # Files that were compressed beforehand are sent as they are. Where nginx has the module ngx_brotli: brotli_static on;
        gzip_static on;
        gzip_vary on;
        gzip on;
        gzip_types ${textTypes.filter((type) => type !== 'text/html').join(' ')};

        charset utf-8;
        charset_types ${charsetTypes().join(' ')};
        types {
${Object.entries(types.endings)
  .map(([ending, type]) => `            ${bareType(type)} ${ending};`)
  .join('\n')}
        }
${Object.entries(types.paths)
  .map(([path, type]) => exact(path, ['types {}', `default_type ${bareType(type)};`]))
  .join('\n')}

        location ~ "^${escaped(base)}${notServed}$" {
            return 404;
        }
${moved.map(({ from, to }) => exact(from, [`return 301 ${base}${to};`])).join('\n')}
${headers.map((header) => `        add_header ${header.name} ${header.elsewhere.length > 0 ? variable(header) : quoted(header.value)} always;`).join('\n')}
    }
}
`;
}

/** nginx adds the charset itself, to these. text/html it always counts among them. */
function charsetTypes(): string[] {
  const all = [...Object.values(types.endings), ...Object.values(types.paths)].filter((type) => type.includes('charset'));
  return [...new Set(all.map(bareType))].filter((type) => type !== 'text/html');
}

/** An empty value is not sent. */
function map(header: Header, base: string): string {
  const lines = header.elsewhere.map(({ place, value }) => {
    const pattern = place.endsWith('/') ? `"~^${escaped(base + place)}"` : `"${base}${place}"`;
    return `    ${pattern} ${quoted(value)};`;
  });
  return `map $nec_path ${variable(header)} {\n    default ${quoted(header.value)};\n${lines.join('\n')}\n}\n`;
}

const variable = ({ name }: Header): string => `$nec_${name.toLowerCase().replaceAll('-', '_')}`;
const quoted = (value: string | null): string => `"${value ?? ''}"`;
