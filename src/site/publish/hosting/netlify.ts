/**
 * `_headers`, as Netlify, Cloudflare Pages and others read it. Where two of its blocks hold for one path, hosts join the
 * values of a header, so no header stands in two blocks that do: one block for all paths, and one for each entry of the root.
 */
import type { Moved } from './place.ts';
import { allHeaders, headersOf, rules, types } from './rules.ts';

/** `entries` are the names in the root of the built site, those of folders with a slash at their end. */
export function headersFile(entries: readonly string[]): string {
  const everywhere = allHeaders().filter(({ elsewhere }) => elsewhere.length === 0);
  const varying = new Set(allHeaders().flatMap(({ name, elsewhere }) => (elsewhere.length > 0 ? [name] : [])));
  const common = everywhere.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]));
  const blocks = ['', ...entries].flatMap((entry) => {
    const own = [...headersOf(entry)].filter(([name]) => varying.has(name));
    const type = types.paths[entry];
    return patterns(entry, entries).map((path) => block(path, type === undefined ? own : [...own, ['Content-Type', type]]));
  });
  const deeper = Object.entries(types.paths).filter(([path]) => path.includes('/'));
  return [
    ...rules.map(({ why }) => `# ${why}`),
    block('/*', common),
    ...blocks,
    ...deeper.map(([path, type]) => block(`/${path}`, [['Content-Type', type]])),
  ].join('\n');
}

/**
 * Netlify takes `/embed/*` for all that begins with `/embed`, `/embed.js` too. Beside such a neighbour a folder is written as
 * itself and what is in its folders.
 */
function patterns(entry: string, entries: readonly string[]): string[] {
  if (!entry.endsWith('/')) return [`/${entry}`];
  const neighbour = entries.some((other) => other !== entry && other.startsWith(entry.slice(0, -1)));
  return neighbour ? [`/${entry}`, `/${entry}:folder/*`] : [`/${entry}*`];
}

const block = (path: string, headers: readonly (readonly [string, string])[]): string =>
  [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/** `_redirects`, a line for each file that has another name now. */
export const redirectsFile = (moved: readonly Moved[]): string => moved.map(({ from, to }) => `/${from} /${to} 301\n`).join('');
