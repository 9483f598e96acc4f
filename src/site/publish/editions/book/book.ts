/** The story as EPUB 3: readers of books open notes in place, and set the text as they like. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Root } from 'hast';
import type { Colours } from '../../../../charts/image/svg-file.ts';
import { EditionFault } from '../fault.ts';
import { element } from '../story-tree.ts';
import { type DocumentWords, documentsOf } from './documents.ts';
import { dotsFile } from './dots.ts';
import { type BookFacts, type BookFile, container, navOf, packageOf, pageOf } from './package-files.ts';

/** What a book takes its pictures from. */
export interface BookSource {
  /** The finished site. */
  readonly directory: string;
  /** The path of a chart's pictures there, without size and ending. */
  readonly pictureOf: (chart: string) => string;
  /** Those of paper, for drawings that have no file on the site. */
  readonly colours: Colours;
  /** PNG bytes. */
  readonly cover: Uint8Array;
}

/** The bytes of the book. `tree` is changed. */
export function bookOf(
  tree: Root,
  facts: BookFacts,
  words: DocumentWords,
  { directory, cover, colours, pictureOf }: BookSource,
): Uint8Array {
  const images = new Map<string, Uint8Array>();
  const text = new TextEncoder();
  const documents = documentsOf(tree, words, {
    ofChart: (chart) => {
      for (const [ending, from] of [
        ['svg', '.svg'],
        ['png', '@2x.png'],
      ] as const) {
        const path = `${pictureOf(chart)}${from}`;
        if (!existsSync(join(directory, path))) throw new EditionFault(`the picture ${path} is missing`);
        images.set(`images/${chart}.${ending}`, readFileSync(join(directory, path)));
      }
      return `images/${chart}`;
    },
    ofDots: (svg) => {
      const path = `images/dots-${images.size}.svg`;
      images.set(path, text.encode(dotsFile(svg, colours)));
      return path;
    },
  });
  const pages = new Map<string, Uint8Array>();
  const image = element('img', { src: 'images/cover.png', alt: facts.coverText }, []);
  pages.set(
    'cover.xhtml',
    text.encode(
      pageOf(
        facts,
        facts.title,
        [{ type: 'element', tagName: 'p', properties: { className: ['cover'] }, children: [{ ...image }] }],
        'cover',
      ),
    ),
  );
  pages.set('contents.xhtml', text.encode(navOf(facts, documents, words.tables)));
  for (const { name, title, kind, content } of documents)
    pages.set(`${name}.xhtml`, text.encode(pageOf(facts, title, content, kind === 'frontmatter' || kind === 'chapter' ? undefined : kind)));
  images.set('images/cover.png', cover);
  const files: BookFile[] = [
    ...[...pages.keys()].map((path) => ({ path, type: 'application/xhtml+xml', ...(path === 'contents.xhtml' && { properties: 'nav' }) })),
    { path: 'book.css', type: 'text/css' },
    ...[...images.keys()].map((path) => ({
      path,
      type: path.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
      ...(path === 'images/cover.png' && { properties: 'cover-image' }),
    })),
  ];
  const spine = [
    'cover.xhtml',
    'start.xhtml',
    'contents.xhtml',
    ...[...pages.keys()].filter((path) => !/^(?:cover|start|contents)\./.test(path)),
  ];
  return archiveOf(
    new Map([
      ['META-INF/container.xml', text.encode(container)],
      ['book/package.opf', text.encode(packageOf(facts, files, spine))],
      ...[...pages, ['book.css', readFileSync(new URL('./book.css', import.meta.url))] as const, ...images].map(
        ([path, bytes]) => [`book/${path}`, bytes] as const,
      ),
    ]),
    facts.modified,
  );
}

/** The first file says what the archive is, as it is. Bytes depend on nothing but the files and the day. */
function archiveOf(files: ReadonlyMap<string, Uint8Array>, modified: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = modified.split('-').map(Number);
  // An archive holds local time without a zone, so a local midnight is the same bytes everywhere.
  const mtime = new Date(year, month - 1, day);
  const entries: Zippable = { mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0, mtime }] };
  for (const [path, bytes] of files) entries[path] = [bytes, { level: path.endsWith('.png') ? 0 : 9, mtime }];
  return zipSync(entries);
}
