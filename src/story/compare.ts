/** Whether two languages of a text hold the same: figures, sources, terms, charts, steps, sections. */
import type { Nodes, Root } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Problem } from '../data/problem.ts';
import { parseNumber } from '../figures/format.ts';
import type { Locale } from '../figures/locales/locale.ts';
import { parseChapter } from './chapter.ts';
import { idsIn } from './sentences.ts';
import { type TermEntry, termNamed } from './terms.ts';

/** A text in one language. */
export interface Version {
  readonly file: string;
  readonly source: string;
  readonly locale: Locale;
  /** The terms of the language, by which a mark is told. */
  readonly terms: readonly TermEntry[];
  /** Where the character at an offset of the text stands in the file; by its own lines where it is the whole file. */
  readonly at?: (offset: number) => { readonly line: number; readonly column: number };
}

interface Item {
  /** How it is written, but for what may differ between languages. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

/** A stretch of text between headings, charts and steps. */
interface Part {
  readonly opens: Item;
  readonly holds: readonly Item[];
}

/** Every difference, told at its line in `own`. A thing that stands twice in a part may stand once, and in any order. */
export function compareTexts(own: Version, first: Version): Problem[] {
  return [...compareDirectives(own, first), ...untranslated(own, first)];
}

/** Whether a text has words of its own: three with blanks between them, beside gaps and directives. */
export function hasWords(text: string): boolean {
  const words = text.replace(/\{[^{}]*\}|\[[^\]]*\]/g, ' ').split(/\s+/);
  return words.filter((word) => /\p{L}{2,}/u.test(word)).length >= 3;
}

export const UNTRANSLATED = 'expected the words of the language, found those of the first one';

/** Paragraphs, headings and cells that are still the very words of the first language. */
export function untranslated(own: Version, first: Version): Problem[] {
  const told = ({ source }: Version) =>
    blocksOf(parseChapter(source)).map((node) => ({ node, text: source.slice(node.position?.start.offset, node.position?.end.offset) }));
  const theirs = new Set(told(first).map(({ text }) => text));
  return told(own)
    .filter(({ text }) => theirs.has(text) && hasWords(text))
    .map(({ node }) => ({ file: own.file, ...placeOf(own, node), subject: '', message: UNTRANSLATED }));
}

function blocksOf(tree: Root): Nodes[] {
  const blocks: Nodes[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(node);
  });
  return blocks;
}

function placeOf({ at }: Version, { position }: Nodes): { line: number; column: number } {
  const { line = 1, column = 1, offset = 0 } = position?.start ?? {};
  return at ? at(offset) : { line, column };
}

function compareDirectives(own: Version, first: Version): Problem[] {
  const [ours, theirs] = [partsOf(own), partsOf(first)];
  const shape = ours.map(({ opens }) => opens.key).join() === theirs.map(({ opens }) => opens.key).join();
  if (!shape) {
    const opening = (parts: readonly Part[]): Item[] => parts.slice(1).map(({ opens }) => opens);
    const differing = compareItems({ own, first }, ours[0]?.opens, opening(ours), theirs[0]?.opens, opening(theirs), true);
    if (differing.length > 0) return differing;
    const wrong = ours.findIndex(({ opens }, index) => opens.key !== theirs[index]?.opens.key);
    const [here, there] = [ours[wrong]?.opens, theirs[wrong]?.opens];
    if (!here || !there) return [];
    const message = `expected ${there.key} here, as in ${first.file}:${there.line}, found ${here.key}`;
    return [{ file: own.file, line: here.line, column: here.column, subject: '', message }];
  }
  return ours.flatMap((part, index) => {
    const other = theirs[index];
    return other ? compareItems({ own, first }, part.opens, part.holds, other.opens, other.holds, false) : [];
  });
}

function compareItems(
  { own, first }: { readonly own: Version; readonly first: Version },
  opens: Item | undefined,
  ours: readonly Item[],
  opened: Item | undefined,
  theirs: readonly Item[],
  counted: boolean,
): Problem[] {
  const without = (items: readonly Item[], others: readonly Item[]): Item[] => {
    const left = new Map<string, number>();
    for (const { key } of others) left.set(key, counted ? (left.get(key) ?? 0) + 1 : Number.POSITIVE_INFINITY);
    return items.filter(({ key }) => {
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count <= 0;
    });
  };
  const place = counted ? 'in the text' : 'in this part';
  return [
    ...without(theirs, ours).map(({ key, line }) => ({
      file: own.file,
      line: opens?.line ?? 1,
      column: opens?.column ?? 1,
      subject: '',
      message: `expected ${key} ${place}, as in ${first.file}:${line}, found none`,
    })),
    ...without(ours, theirs).map(({ key, line, column }) => ({
      file: own.file,
      line,
      column,
      subject: '',
      message: `expected no ${key} ${place}, as ${first.file}:${opened?.line ?? 1} has none, found one`,
    })),
  ];
}

/** The text cut at headings, charts and steps, each part with the directives that it holds. */
function partsOf(version: Version): Part[] {
  const { source, locale, terms } = version;
  const tree: Root = parseChapter(source);
  const parts: { opens: Item; holds: Item[] }[] = [{ opens: { key: 'the beginning', line: 1, column: 1 }, holds: [] }];
  const itemAt = (node: Nodes, key: string): Item => ({ key, ...placeOf(version, node) });
  visit(tree, (node: Nodes) => {
    if (node.type === 'heading') parts.push({ opens: itemAt(node, `a heading ${'#'.repeat(node.depth)}`), holds: [] });
    if (node.type === 'containerDirective' || node.type === 'leafDirective')
      parts.push({ opens: itemAt(node, `${node.type === 'leafDirective' ? '::' : ':::'}${node.name}${attributesOf(node)}`), holds: [] });
    if (node.type === 'textDirective') parts.at(-1)?.holds.push(...keysOf(node, locale, terms).map((key) => itemAt(node, key)));
  });
  return parts;
}

const attributesOf = ({ attributes }: Pick<LeafDirective, 'attributes'>): string => {
  const told = Object.entries(attributes ?? {}).map(([name, value]) => `${name}=${value}`);
  return told.length > 0 ? `{${told.sort().join(' ')}}` : '';
};

function keysOf(node: TextDirective, locale: Locale, terms: readonly TermEntry[]): string[] {
  const label = plainText(node).trim();
  switch (node.name) {
    case 'figure':
      return [`:figure[${label}]${node.attributes?.['show'] === 'date' ? '{show=date}' : ''}`];
    case 'n':
      return [`:n[${parseNumber(label, locale) ?? label}]{source=${node.attributes?.['source'] ?? ''}}`];
    case 'source':
      return idsIn(node).map((id) => `:source[${id}]`);
    case 'term':
      return [`:term of "${termNamed(terms, node)?.id ?? label}"`];
    default:
      return [];
  }
}
