/** A Caddyfile. */
import { allHeaders, type Header, notServed, rules, types } from './rules.ts';

export function caddyfile(): string {
  return `# For Caddy. Change the site's name and the folder.
${rules.map(({ why }) => `# ${why}`).join('\n')}

example.org {
	root * /srv/no-empty-cells
	encode zstd gzip

${allHeaders().map(lines).join('\n')}

${Object.entries(types.endings)
  .map(([ending, type]) => `	@${ending} path *.${ending}\n	header @${ending} Content-Type "${type}"`)
  .join('\n')}
${Object.entries(types.paths)
  .map(([path, type]) => `	header /${path} Content-Type "${type}"`)
  .join('\n')}

	@hidden path_regexp ${notServed}
	error @hidden 404
	file_server
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`;
}

/** A header everywhere, or everywhere but in some places, and those with another value. */
function lines({ name, value, elsewhere }: Header): string {
  const pattern = (place: string): string => `/${place}${place.endsWith('/') ? '*' : ''}`;
  const set = (matcher: string, to: string): string => `	header ${matcher}${name} "${to}"`;
  if (elsewhere.length === 0) return value === null ? '' : set('', value);
  const others = elsewhere.flatMap((of) => (of.value === null ? [] : [set(`${pattern(of.place)} `, of.value)]));
  if (value === null) return others.join('\n');
  const matcher = `@but-${name.toLowerCase()}`;
  return [`	${matcher} not path ${elsewhere.map(({ place }) => pattern(place)).join(' ')}`, set(`${matcher} `, value), ...others].join(
    '\n',
  );
}
