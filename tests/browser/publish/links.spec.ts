/** Every link of every built file leads to a file of the build, and every fragment to a place in it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

/** What a page offers as targets, and where it leads. */
interface Ways {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

function waysOf(path: string): Ways {
  const ids = new Set<string>();
  const links: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node)
      for (const { name, value } of node.attrs) {
        if (name === 'id') ids.add(value);
        if (name === 'href' || name === 'src') links.push(value);
      }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(readFileSync(path, 'utf8'), { scriptingEnabled: false }));
  return { ids, links };
}

test('no link of the build leads nowhere', () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(sep).join('/'));
  const known = new Map<string, Ways>();
  const ways = (page: string): Ways => {
    const found = known.get(page) ?? waysOf(join(dist, page));
    known.set(page, found);
    return found;
  };
  const dead = new Set<string>();
  let followed = 0;
  for (const page of pages)
    for (const link of ways(page).links) {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) continue;
      const [, address = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link) ?? [];
      const whole = address.startsWith('/') ? address.slice(1) : posix.join(dirname(page), address);
      let target = address === '' ? page : decodeURIComponent(whole);
      if (target === '' || existsSync(join(dist, target)) === false) target = target.replace(/\/$/, '');
      if (existsSync(join(dist, target)) && statSync(join(dist, target)).isDirectory()) target = posix.join(target, 'index.html');
      followed++;
      if (!existsSync(join(dist, target))) dead.add(`${page}: ${link}`);
      else if (fragment !== '' && target.endsWith('.html') && !ways(target).ids.has(decodeURIComponent(fragment)))
        dead.add(`${page}: ${link}`);
    }
  expect(followed).toBeGreaterThan(10_000);
  expect([...dead].slice(0, 40)).toEqual([]);
});
