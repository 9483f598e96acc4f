/** What is done to the built pages once, after Astro: relative links, and a policy that nothing precedes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, serialize } from 'parse5';
import { setPolicy } from './policy.ts';
import { relativeLinks, relativeUrls } from './relative-links.ts';

/** Finishes every page under `directory` in place. */
export function finishPages(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const path = join(directory, name);
    const page = relative(directory, path).split(sep).join('/');
    if (name.endsWith('.css')) writeFileSync(path, relativeUrls(readFileSync(path, 'utf8'), page));
    if (!name.endsWith('.html')) continue;
    const document = parse(readFileSync(path, 'utf8'));
    relativeLinks(document, page);
    setPolicy(document);
    writeFileSync(path, serialize(document));
  }
}
