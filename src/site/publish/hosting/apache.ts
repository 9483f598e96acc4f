/** `.htaccess`, which Apache reads in the folder of the site itself, and a sample of the server round it. */
import { SLUG } from '../../../data/name.ts';
import { escaped, type Place, wherePut } from './place.ts';
import { allHeaders, bareType, type Header, notServed, rules, textTypes, types } from './rules.ts';

/**
 * What protects readers stands outside of any `<IfModule>`: an Apache without mod_headers answers with an error, which is seen at
 * once, instead of leaving the protection away, which is not.
 */
export function htaccess({ base, bare, moved }: Place): string {
  return `# For Apache 2.4, which reads this file where it may (AllowOverride FileInfo). It needs mod_headers (a2enmod headers) and answers
# with an error where that is not there. A folder asked for without its slash is led on by Apache's own rule, to an address with
# the scheme and name of its ServerName: set that to https (see hosting/apache.conf).
${rules.map(({ why }) => `# ${why}`).join('\n')}

# Kept, so that an error has the headers of the address that was asked for.
SetEnvIf Request_URI "^(.*)$" NEC_ASKED=$1
${allHeaders()
  .map((header) => lines(header, base))
  .join('\n')}

ErrorDocument 404 ${base}404.html
ErrorDocument 403 ${base}404.html
RedirectMatch 404 "^${escaped(base)}${hidden}$"
${bare.map((folder) => `RedirectMatch 404 "^${escaped(base + folder)}/?$"`).join('\n')}
${moved.map(({ from, to }) => `RedirectMatch 301 "^${escaped(base + from)}$" "${base}${to}"`).join('\n')}

AddDefaultCharset utf-8
${Object.entries(types.endings)
  .map(([ending, type]) => `AddType "${type}" .${ending}`)
  .join('\n')}
${Object.entries(types.paths)
  .map(([path, type]) => `<FilesMatch "^${escaped(path.replace(/^.*\//, ''))}(\\.(br|gz))?$">\nForceType "${type}"\n</FilesMatch>`)
  .join('\n')}

# Files that were compressed beforehand are sent as they are, in place of those asked for, and not under names of their own.
<IfModule mod_rewrite.c>
RemoveType .br .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
RewriteEngine On
RewriteBase ${base}
RewriteRule ^404\\.html$ - [L]
RewriteCond %{ENV:REDIRECT_STATUS} ^$
RewriteRule \\.(br|gz)$ - [R=404,L]
${['br', 'gz'].map(twin).join('\n')}
<FilesMatch "\\.(${compressible().join('|')})(\\.(br|gz))?$">
Header merge Vary Accept-Encoding
</FilesMatch>
</IfModule>
<IfModule !mod_rewrite.c>
RedirectMatch 404 "\\.(br|gz)$"
</IfModule>
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE ${textTypes.join(' ')}
</IfModule>
`;
}

/** The server round the site. */
export function apacheConfig(place: Place): string {
  const { host } = place;
  return `# For Apache 2.4: a2enmod headers rewrite ssl, then set the folder and the certificate. ${wherePut(place, `/srv/${SLUG}`)}
# The headers stand in the .htaccess that is among these files.

<VirtualHost *:80>
	ServerName ${host}
	Redirect permanent / https://${host}/
</VirtualHost>

<VirtualHost *:443>
	# With its scheme, so that redirects never lead down to plain HTTP, also behind another server.
	ServerName https://${host}
	UseCanonicalName On
	SSLEngine on
	SSLProtocol -all +TLSv1.2 +TLSv1.3
	SSLCertificateFile /etc/letsencrypt/live/${host}/fullchain.pem
	SSLCertificateKeyFile /etc/letsencrypt/live/${host}/privkey.pem
	DocumentRoot /srv/${SLUG}
	<Directory /srv/${SLUG}>
		Require all granted
		Options FollowSymLinks
		AllowOverride FileInfo
	</Directory>
</VirtualHost>
`;
}

/** Twins are kept from readers by mod_rewrite, which is behind their use. */
const hidden = notServed.replace('|.*\\.(?:br|gz)', '');

const compressible = (): string[] =>
  Object.entries(types.endings).flatMap(([ending, type]) => (textTypes.includes(bareType(type)) ? [ending] : []));

/** Rules that put a compressed file in the place of the one asked for, or of a folder's page. */
function twin(ending: string): string {
  const accepted = `RewriteCond %{HTTP:Accept-Encoding} \\b${ending === 'gz' ? 'gzip' : ending}\\b`;
  return `${accepted}
RewriteCond %{REQUEST_FILENAME}/index.html.${ending} -f
RewriteRule ^(.*/)?$ $1index.html.${ending} [L]
${accepted}
RewriteCond %{REQUEST_FILENAME}.${ending} -f
RewriteRule ^(.+[^/])$ $1.${ending} [L]`;
}

/**
 * Conditions come after what holds everywhere, and win. Apache leads to error pages and compressed files inside; what was set
 * before, such as the address asked for, it keeps under a name that begins with REDIRECT_.
 */
function lines({ name, value, elsewhere }: Header, base: string): string {
  const set = (to: string | null): string => (to === null ? `Header always unset ${name}` : `Header always set ${name} "${to}"`);
  const others = elsewhere.map((of) => {
    const at = `=~ m#^${escaped(base + of.place)}${of.place.endsWith('/') ? '' : '$'}#`;
    const asked = "reqenv('REDIRECT_NEC_ASKED')";
    return `<If "${asked} ${at} || (-z ${asked} && %{REQUEST_URI} ${at})">\n${set(of.value)}\n</If>`;
  });
  return [...(value === null ? [] : [set(value)]), ...others].join('\n');
}
