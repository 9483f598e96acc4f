/** The editions of one language, from its finished page. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import type { Colours } from '../../../charts/image/svg-file.ts';
import { giveBackMemory } from '../../../data/memory.ts';
import { localeOf } from '../../../figures/locales/locales.ts';
import { pictureFile } from '../../charts/images.ts';
import type { Release } from '../../edition.ts';
import { type EditionKind, editionPath } from '../../editions/files.ts';
import { folderOf } from '../../languages.ts';
import { stringsOf } from '../../strings/all.ts';
import { bookOf } from './book/book.ts';
import { flatten } from './flat.ts';
import { type LinkOptions, setLinks } from './links.ts';
import { markdownOf } from './markdown.ts';
import { oneFile } from './one-file.ts';
import { plainTextOf } from './plain-text.ts';
import { addRowSources } from './row-sources.ts';
import { addAboutCopy, storyTree } from './story-tree.ts';

/** What a thread has to be told to make the editions of a language. */
export interface Order {
  readonly tag: string;
  readonly release: Release;
  /** The finished site. */
  readonly directory: string;
  /** Its address, as far as it is known. */
  readonly site: string | undefined;
  readonly colours: Colours;
  /** The file of the book's cover. */
  readonly cover: string;
}

/** Writes the editions of a language that need no browser under the finished site. */
export function writeLanguage({ tag, release, directory, site, colours, cover }: Order): void {
  const strings = stringsOf(tag);
  const locale = localeOf(tag);
  const words = strings.editions;
  const folder = folderOf(locale.tag) === null ? '' : `${folderOf(locale.tag)}/`;
  const html = readFileSync(join(directory, folder, 'index.html'), 'utf8');
  const rows = { title: words.rowSources, intro: words.rowSourcesIntro };
  const story = storyTree(html);
  addRowSources(story, directory, folder, rows);
  // Trees are large: none is copied that nobody needs any more as it was, none is kept on, and what the largest files took is given back.
  const prepare = (tree: Root, aboutCopy: readonly string[], links: Omit<LinkOptions, 'folder'>): Root => {
    addAboutCopy(tree, aboutCopy);
    setLinks(tree, { folder, ...links });
    return tree;
  };
  const write = (kind: EditionKind, content: string | Uint8Array): void => {
    const path = join(directory, editionPath(kind, locale.tag));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const title = `${strings.siteName}: ${strings.tagline}`;
  const open = prepare(structuredClone(story), [...words.aboutCopy, words.aboutLinks], { site, quiet: false });
  write(
    'quiet',
    oneFile(prepare(story, words.aboutCopy, { site: undefined, quiet: true }), directory, folder, { ...strings.neutral, icon: 'page.svg' }),
  );
  giveBackMemory();
  const head = { title, description: strings.description, icon: 'icon.svg' };
  write('page', oneFile(structuredClone(open), directory, folder, head));
  giveBackMemory();
  writeFlat(structuredClone(open), write);
  const facts = {
    tag: locale.tag,
    title,
    description: strings.description,
    author: strings.siteName,
    rights: strings.footer.licence,
    version: release.version,
    modified: release.modified,
    contents: strings.contents,
    coverText: title,
    access: words.book.access,
  };
  const about = { tables: words.book.tables, notes: strings.notes };
  write(
    'book',
    bookOf(open, facts, about, {
      directory,
      cover: readFileSync(cover),
      colours,
      pictureOf: (chart) => pictureFile(locale.tag, chart),
    }),
  );
}

/** The editions that are words and tables. */
function writeFlat(tree: Root, write: (kind: EditionKind, content: string) => void): void {
  flatten(tree);
  write('marked', markdownOf(structuredClone(tree)));
  write('plain', plainTextOf(tree));
}
