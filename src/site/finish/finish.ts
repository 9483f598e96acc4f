/** What is done to the built pages once, after Astro: relative links, and a policy that nothing precedes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, serialize } from 'parse5';
import { setPolicy } from './policy.ts';
import { relativeLinks, relativeUrls, rootedLinks } from './relative-links.ts';

/** The page that hosts serve for an address that does not exist. It is shown at any depth, so its links can't be relative. */
const NOT_FOUND = '404.html';

/** Finishes every page under `directory` in place. `base` is the path under which the site is published, with a slash at both ends. */
export function finishPages(directory: string, base: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const path = join(directory, name);
    const page = relative(directory, path).split(sep).join('/');
    if (name.endsWith('.css')) writeFileSync(path, relativeUrls(readFileSync(path, 'utf8'), page));
    if (!name.endsWith('.html')) continue;
    // What stands in <noscript> is part of the page too.
    const document = parse(readFileSync(path, 'utf8'), { scriptingEnabled: false });
    if (page === NOT_FOUND) rootedLinks(document, base);
    else relativeLinks(document, page);
    setPolicy(document);
    writeFileSync(path, serialize(document, { scriptingEnabled: false }));
  }
}
