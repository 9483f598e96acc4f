/** What is done to the built pages once, after Astro: fonts of a fitting size, one script a page, relative links, and a policy that nothing precedes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, serialize } from 'parse5';
import { folderOf, languages } from '../../languages.ts';
import { cutFaces } from './faces.ts';
import { localLinks } from './local-links.ts';
import { withoutPlainParts } from './plain-parts.ts';
import { setPolicy } from './policy.ts';
import { mapLinks, relativeLinks, relativeUrls, rootedLinks } from './relative-links.ts';
import { ScriptJoiner } from './scripts.ts';
import { mayBeListed } from './sitemap.ts';
import { carryStyles } from './styles.ts';

/** The page that hosts serve for an address that does not exist. It is shown at any depth, so its links can't be relative. */
const NOT_FOUND = '404.html';

export interface FinishOptions {
  /** Which pages come before the others. */
  readonly first?: (page: string) => boolean;
  /** Is told when these are written. */
  readonly firstFinished?: () => void;
  /** Is told each page as soon as it is written. */
  readonly finished?: (page: string) => Promise<void> | void;
}

/**
 * Finishes every page under `directory` in place. `base` is the path under which the site is published, with a slash at both ends.
 * Returns the paths of the pages that search engines may list.
 */
export async function finishPages(
  directory: string,
  base: string,
  { first = () => false, firstFinished = () => {}, finished = () => {} }: FinishOptions = {},
): Promise<string[]> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  const sheets = files.filter((name) => name.endsWith('.css')).map((name) => join(directory, name));
  const faces = await cutFaces(directory, sheets);
  const scripts = new ScriptJoiner(directory);
  const listed: string[] = [];
  const built = new Set(files.map((name) => name.split(sep).join('/')));
  const folders = new Set(languages.flatMap(({ tag }) => folderOf(tag) ?? []));
  /** The finished text of a page, and whether it may be listed. */
  const finish = async (
    text: string,
    page: string,
    whole?: (text: string) => string,
  ): Promise<readonly [html: string, mayBeListed: boolean]> => {
    // What stands in <noscript> is part of the page too.
    const document = parse(text, { scriptingEnabled: false });
    mapLinks(document, (link) => faces.get(link) ?? link);
    await scripts.join(document);
    carryStyles(document, page, directory);
    const [folder = ''] = page.split('/');
    if (folders.has(folder)) localLinks(document, folder, built);
    if (page === NOT_FOUND) rootedLinks(document, base);
    else relativeLinks(document, page);
    setPolicy(document, whole);
    return [serialize(document, { scriptingEnabled: false }), mayBeListed(document)];
  };
  const pages = [...built].filter((file) => file.endsWith('.html'));
  const write = async (page: string): Promise<void> => {
    const path = join(directory, page);
    const text = readFileSync(path, 'utf8');
    const { html, put, textOf } = withoutPlainParts(text);
    const [without, isListed] = await finish(html, page, textOf);
    if (isListed) listed.push(page);
    writeFileSync(path, put(without) ?? (await finish(text, page))[0]);
    await finished(page);
  };
  for (const page of pages.filter(first)) await write(page);
  firstFinished();
  for (const page of pages.filter((page) => !first(page))) await write(page);
  await scripts.removeUnused();
  // Pages that carry their styles have taken them by now.
  for (const sheet of sheets)
    writeFileSync(sheet, relativeUrls(readFileSync(sheet, 'utf8'), relative(directory, sheet).split(sep).join('/')));
  return listed;
}
