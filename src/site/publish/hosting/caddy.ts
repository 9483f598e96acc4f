/** A Caddyfile. Caddy sees to TLS itself, and redirects relatively. */
import { SLUG } from '../../../data/name.ts';
import { escaped, type Place, wherePut } from './place.ts';
import { allHeaders, type Header, notServed, rules, types } from './rules.ts';

export function caddyfile(place: Place): string {
  const { base, host, moved } = place;
  return `# For Caddy. Set the folder. ${wherePut(place, `/srv/${SLUG}`)}
${rules.map(({ why }) => `# ${why}`).join('\n')}

${host} {
	root * /srv/${SLUG}
${base === '/' ? '' : `	redir ${base.slice(0, -1)} ${base} 308\n`}
	# In the order as it is written.
	route ${base}* {
		encode zstd gzip

${allHeaders()
  .map((header) => lines(header, base))
  .join('\n')}

${Object.entries(types.endings)
  .map(([ending, type]) => `		@${ending} path *.${ending}\n		header @${ending} Content-Type "${type}"`)
  .join('\n')}
		@page path */
		header @page Content-Type "${types.endings['html']}"
${Object.entries(types.paths)
  .map(([path, type]) => `		header ${base}${path} Content-Type "${type}"`)
  .join('\n')}

		@hidden path_regexp ^${escaped(base)}${notServed}$
		error @hidden 404
${moved.map(({ from, to }) => `		redir ${base}${from} ${base}${to} 301`).join('\n')}
		file_server {
			# Files that were compressed beforehand are sent as they are.
			precompressed br gzip
		}
	}
	handle_errors {
		rewrite * ${base}404.html
		header Content-Type "${types.endings['html']}"
		file_server {
			precompressed br gzip
		}
	}
}
`;
}

/** A header everywhere, or everywhere but in some places, and those with another value. */
function lines({ name, value, elsewhere }: Header, base: string): string {
  const pattern = (place: string): string => `${base}${place}${place.endsWith('/') ? '*' : ''}`;
  const set = (matcher: string, to: string): string => `		header ${matcher}${name} "${to}"`;
  if (elsewhere.length === 0) return value === null ? '' : set('', value);
  const others = elsewhere.flatMap((of) => (of.value === null ? [] : [set(`${pattern(of.place)} `, of.value)]));
  if (value === null) return others.join('\n');
  const matcher = `@but-${name.toLowerCase()}`;
  return [`		${matcher} not path ${elsewhere.map(({ place }) => pattern(place)).join(' ')}`, set(`${matcher} `, value), ...others].join(
    '\n',
  );
}
