/** A server of nginx: `map` blocks for headers that differ from place to place, and a `server` block. */
import { allHeaders, type Header, notServed, rules, types } from './rules.ts';

export function nginxConfig(): string {
  const headers = allHeaders();
  const varying = headers.filter(({ elsewhere }) => elsewhere.length > 0);
  return `# For nginx. Change the server's name and the folder, and include this file in the http block.
${rules.map(({ why }) => `# ${why}`).join('\n')}

${varying.map(map).join('\n')}
server {
    listen 80;
    listen [::]:80;
    server_name example.org;
    root /srv/no-empty-cells;
    index index.html;
    error_page 404 /404.html;
    charset utf-8;
    charset_types text/css text/csv text/plain text/javascript application/javascript application/json application/xml;

    gzip on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_types text/css text/csv text/javascript application/javascript application/json application/xml application/atom+xml image/svg+xml;

    include mime.types;
    types {
${Object.entries(types.endings)
  .map(([ending, type]) => `        ${bare(type)} ${ending};`)
  .join('\n')}
    }
${Object.entries(types.paths)
  .map(
    ([path, type]) => `    location = /${path} {\n        types {}\n        default_type "${bare(type)}";\n        charset_types *;\n    }`,
  )
  .join('\n')}
    location ~ ${notServed} {
        return 404;
    }

${headers.map((header) => `    add_header ${header.name} ${header.elsewhere.length > 0 ? variable(header) : quoted(header.value)} always;`).join('\n')}
}
`;
}

/** An empty value is not sent. */
function map(header: Header): string {
  const lines = header.elsewhere.map(({ place, value }) => {
    const pattern = place.endsWith('/') ? `~^/${place}` : `/${place}`;
    return `    ${pattern} ${quoted(value)};`;
  });
  return `map $uri ${variable(header)} {\n    default ${quoted(header.value)};\n${lines.join('\n')}\n}\n`;
}

const variable = ({ name }: Header): string => `$nec_${name.toLowerCase().replaceAll('-', '_')}`;
const quoted = (value: string | null): string => `"${value ?? ''}"`;
/** nginx adds the charset itself. */
const bare = (type: string): string => type.replace(/;.*/, '');
