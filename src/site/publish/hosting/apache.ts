/** `.htaccess`, which Apache reads in the folder of the site itself, wherever that hangs. */
import { allHeaders, type Header, rules, types } from './rules.ts';

export function htaccess(): string {
  return `# For Apache 2.4, which reads this file where it may (AllowOverride FileInfo).
${rules.map(({ why }) => `# ${why}`).join('\n')}

<IfModule mod_headers.c>
${allHeaders().map(lines).join('\n')}
</IfModule>

<IfModule mod_mime.c>
AddDefaultCharset utf-8
${Object.entries(types.endings)
  .map(([ending, type]) => `AddType "${type}" .${ending}`)
  .join('\n')}
</IfModule>
${Object.entries(types.paths)
  .map(([path, type]) => `<Files "${path.replace(/^.*\//, '')}">\nForceType "${type}"\n</Files>`)
  .join('\n')}

<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/css text/csv text/javascript application/javascript application/json application/xml application/atom+xml image/svg+xml
</IfModule>
`;
}

/** Conditions come after what holds everywhere, and win. The site may lie in a folder, so places are looked for anywhere in the path. */
function lines({ name, value, elsewhere }: Header): string {
  const set = (to: string | null): string => (to === null ? `Header always unset ${name}` : `Header always set ${name} "${to}"`);
  const others = elsewhere.map((of) => {
    const pattern = `/${of.place.replaceAll('.', '\\.')}${of.place.endsWith('/') ? '' : '$'}`;
    return `<If "%{REQUEST_URI} =~ m#${pattern}#">\n${set(of.value)}\n</If>`;
  });
  return [...(value === null ? [] : [set(value)]), ...others].join('\n');
}
