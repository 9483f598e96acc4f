/** Makes the editions of a language from its finished page. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import { makeRasteriser, type Rasteriser } from '../../../charts/image/raster.ts';
import type { Colours } from '../../../charts/image/svg-file.ts';
import { formatDate } from '../../../figures/format.ts';
import { coloursOf, pictureFile } from '../../charts/images.ts';
import type { Edition } from '../../edition.ts';
import { type EditionKind, editionPath } from '../../editions/files.ts';
import { folderOf } from '../../languages.ts';
import { bookOf } from './book/book.ts';
import { coverSvg } from './book/cover.ts';
import { flatten } from './flat.ts';
import { type LinkOptions, setLinks } from './links.ts';
import { markdownOf } from './markdown.ts';
import { oneFile } from './one-file.ts';
import { plainTextOf } from './plain-text.ts';
import { addRowSources } from './row-sources.ts';
import { addAboutCopy, storyTree } from './story-tree.ts';

/** Writes the editions that need no browser under `directory`, the finished site. `site` is its address, as far as it is known. */
export async function writeEditions(editions: readonly Edition[], directory: string, site: string | undefined): Promise<void> {
  const colours = coloursOf(readFileSync(new URL('../../shell/styles/tokens.css', import.meta.url), 'utf8'), 'light');
  const raster = await makeRasteriser();
  const folder = mkdtempSync(join(tmpdir(), 'covers-'));
  try {
    for (const edition of editions) await writeLanguage(edition, directory, site, { raster, colours, folder });
  } finally {
    await raster.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Drawing {
  readonly raster: Rasteriser;
  readonly colours: Colours;
  /** For files that are read once. */
  readonly folder: string;
}

async function writeLanguage(
  edition: Edition,
  directory: string,
  site: string | undefined,
  { raster, colours, folder: covers }: Drawing,
): Promise<void> {
  const { strings, locale, release } = edition;
  const words = strings.editions;
  const folder = folderOf(locale.tag) === null ? '' : `${folderOf(locale.tag)}/`;
  const html = readFileSync(join(directory, folder, 'index.html'), 'utf8');
  const rows = { title: words.rowSources, intro: words.rowSourcesIntro };
  const story = storyTree(html);
  addRowSources(story, directory, folder, rows);
  const treeFor = (aboutCopy: readonly string[], links: Omit<LinkOptions, 'folder'>): Root => {
    const tree = structuredClone(story);
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
  const quiet = treeFor(words.aboutCopy, { site: undefined, quiet: true });
  write('quiet', oneFile(quiet, directory, folder, { ...strings.neutral, icon: 'page.svg' }));
  const open = treeFor([...words.aboutCopy, words.aboutLinks], { site, quiet: false });
  const head = { title, description: strings.description, icon: 'icon.svg' };
  write('page', oneFile(structuredClone(open), directory, folder, head));
  const flat = structuredClone(open);
  flatten(flat);
  write('marked', markdownOf(structuredClone(flat)));
  write('plain', plainTextOf(flat));
  const state = words.holds(release.version, formatDate(release.modified, 'day', locale));
  const coverFile = join(covers, `${locale.tag}.png`);
  await raster.png(coverSvg({ title: strings.siteName, tagline: strings.tagline, state }), 1, coverFile);
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
      cover: readFileSync(coverFile),
      colours,
      pictureOf: (chart) => pictureFile(locale.tag, chart),
    }),
  );
}
