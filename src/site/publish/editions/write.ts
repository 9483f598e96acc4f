/** Makes the editions of a language from its finished page. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import type { Edition } from '../../edition.ts';
import { type EditionKind, editionPath } from '../../editions/files.ts';
import { folderOf } from '../../languages.ts';
import { type LinkOptions, setLinks } from './links.ts';
import { markdownOf } from './markdown.ts';
import { oneFile } from './one-file.ts';
import { plainTextOf } from './plain-text.ts';
import { addRowSources } from './row-sources.ts';
import { storyTree } from './story-tree.ts';

/** Writes the editions that need no browser under `directory`, the finished site. `site` is its address, as far as it is known. */
export function writeEditions(edition: Edition, directory: string, site: string | undefined): void {
  const { strings, locale } = edition;
  const words = strings.editions;
  const folder = folderOf(locale.tag) === null ? '' : `${folderOf(locale.tag)}/`;
  const html = readFileSync(join(directory, folder, 'index.html'), 'utf8');
  const rows = { title: words.rowSources, intro: words.rowSourcesIntro };
  const treeFor = (aboutCopy: readonly string[], links: Omit<LinkOptions, 'folder'>): Root => {
    const tree = storyTree(html, aboutCopy);
    addRowSources(tree, directory, folder, rows);
    setLinks(tree, { folder, ...links });
    return tree;
  };
  const open = treeFor([...words.aboutCopy, words.aboutLinks], { site, quiet: false });
  const write = (kind: EditionKind, content: string | Uint8Array): void => {
    const path = join(directory, editionPath(kind, locale.tag));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const title = `${strings.siteName}: ${strings.tagline}`;
  write('page', oneFile(structuredClone(open), directory, folder, { title, description: strings.description, icon: 'icon.svg' }));
  const quiet = treeFor(words.aboutCopy, { site: undefined, quiet: true });
  write('quiet', oneFile(quiet, directory, folder, { ...strings.neutral, icon: 'page.svg' }));
  write('marked', markdownOf(structuredClone(open)));
  write('plain', plainTextOf(structuredClone(open)));
}
