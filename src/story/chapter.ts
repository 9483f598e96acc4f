/** From the markdown of a chapter to blocks that a page can put together. */
import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { location } from 'vfile-location';
import { z } from 'zod';
import { type Problem, quote } from '../data/problem.ts';
import { readYaml } from '../data/yaml.ts';
import type { Figure } from '../figures/figure.ts';
import { bareNumberMessage, bareNumbersIn, bareNumbersOf, checkWords } from './bare-numbers.ts';
import type { StoryContext } from './context.ts';
import { resolveDirectives } from './directives.ts';
import { checkForm } from './form.ts';
import { type Note, NoteRegister, type NoteUse } from './notes.ts';
import { type OpeningState, stateOf } from './opening.ts';
import { countWords, paragraphsOf } from './prose.ts';
import { checkAddresses, checkHidden } from './safe-markdown.ts';
import { rowsInFront } from './steps.ts';
import { dressTables, remarkTables } from './tables.ts';

export type Block =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'chart'; readonly id: string }
  | { readonly kind: 'scrolly'; readonly chart: string; readonly steps: readonly Step[] }
  | { readonly kind: 'opening'; readonly steps: readonly OpeningStep[] };

/** A part of the text that a chart accompanies with some of its rows in front. */
export interface Step {
  /** Fragment of the step's address. */
  readonly id: string;
  readonly html: string;
  /** Numbers of the rows in front, from 0; all rows when the step asks for none. */
  readonly rows: readonly number[];
}

/** A part of the opening: what is told, and the dots that stand beside it. */
export interface OpeningStep extends OpeningState {
  /** Fragment of the step's address; it names the day, so that it stays when steps are added. */
  readonly id: string;
  readonly html: string;
}

export interface Finding {
  readonly figure: Figure;
  readonly mark: 'held' | 'freed' | 'added' | 'died' | null;
  /** What the number counts, after it. */
  readonly words: string;
  readonly note: NoteUse;
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

export interface Chapter {
  /** Fragment of the chapter's address: the name of its file without the number. */
  readonly id: string;
  readonly title: string;
  /** One to three words for the table of contents. */
  readonly short: string;
  readonly order: number;
  readonly description: string;
  /** What this and the chapters beside it with the same words are together, for the table of contents; `null` for the story itself. */
  readonly part: string | null;
  /** The number that carries the chapter; `null` where the chapter names none. */
  readonly finding: Finding | null;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Paragraphs as they are read, figures printed, without headings and marks. */
  readonly prose: readonly string[];
  /** Words of the prose and its headings. */
  readonly words: number;
  /** The notes of the chapter, numbered from 1 in the order of first use. */
  readonly notes: readonly Note[];
}

/** Ids of the charts that stand among the blocks, in order. */
export function chartsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'chart' ? [block.id] : block.kind === 'scrolly' ? [block.chart] : []));
}

const frontMatter = z.strictObject({
  title: z.string().min(1),
  short: z.string().min(1).max(28),
  order: z.int().min(1),
  description: z.string().min(1),
  /** Chapters that are no part of the story told, such as its method, stand in the contents under these words. */
  part: z.string().min(1).max(40).optional(),
  /** The one number that carries the chapter, shown large at its head. */
  finding: z
    .strictObject({
      figure: z.string().min(1),
      /** The mark that people have in the drawings, where the number counts people in one of these states. */
      mark: z.enum(['held', 'freed', 'added', 'died']).optional(),
      words: z.string().min(1),
    })
    .optional(),
});

export type Parsed =
  | { readonly chapter: Chapter; readonly problems: readonly Problem[] }
  | { readonly chapter: null; readonly problems: readonly Problem[] };

/** The tree of a chapter's markdown, with front matter, directives and tables. */
export function parseChapter(source: string): Root {
  return unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).use(remarkTables).parse(source);
}

/** Renders one chapter. `file` is its path as errors name it. Never throws on bad input. */
export function renderChapter(file: string, source: string, given: Omit<StoryContext, 'notes'>): Parsed {
  const id = chapterId(file);
  const context: StoryContext = { ...given, notes: new NoteRegister(id) };
  const tree = parseChapter(source);
  const places = location(source);
  const problems: Problem[] = [];
  const report = (offset: number, subject: string, message: string): void => {
    const point = places.toPoint(offset);
    problems.push({ file, line: point?.line ?? 1, column: point?.column ?? 1, subject, message });
  };

  const yaml = tree.children.find((node) => node.type === 'yaml');
  if (!yaml)
    return {
      chapter: null,
      problems: [{ file, line: 1, column: 1, subject: '', message: 'expected front matter between two lines of ---, found none' }],
    };
  const front = readYaml(file, `\n${yaml.value}`, frontMatter);
  problems.push(...front.problems);
  for (const key of ['title', 'short', 'description', 'part'] as const) {
    for (const { found } of bareNumbersOf(front.value?.[key] ?? '', context.locale, context.names)) {
      problems.push({ file, ...front.at([key]), subject: key, message: bareNumberMessage(found) });
    }
  }
  const { finding: carried } = front.value ?? {};
  const carrying = carried && context.figures.get(carried.figure);
  for (const { found } of bareNumbersOf(carried?.words ?? '', context.locale, context.names))
    problems.push({ file, ...front.at(['finding', 'words']), subject: 'finding.words', message: bareNumberMessage(found) });
  if (carried && !carrying) {
    const message = `expected the id of a figure in figures.yml, found ${quote(carried.figure)}`;
    problems.push({ file, ...front.at(['finding', 'figure']), subject: 'finding.figure', message });
  }
  // It stands before the text, so its note is the first.
  const finding: Finding | null =
    carried && carrying
      ? { figure: carrying, mark: carried.mark ?? null, words: carried.words, note: context.notes.forFigure(carrying) }
      : null;
  for (const { offset, found } of bareNumbersIn(tree, source, context.locale, context.names)) report(offset, '', bareNumberMessage(found));
  checkForm(tree, source, context, report);
  checkWords(tree, source, context.locale, (offset, message) => report(offset, '', message));
  checkAddresses(tree, report);
  // Those of the front matter are told with it.
  checkHidden(source.slice(yaml.position?.end.offset), (offset, ...told) => report(offset + (yaml.position?.end.offset ?? 0), ...told));
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    report(
      0,
      '',
      `expected a name such as 04-arrests.md, of small letters, digits and hyphens, found ${quote(file.split('/').at(-1) ?? '')}`,
    );
  if (problems.length === 0 && tree.children.every(({ type }) => type === 'yaml'))
    report(source.length, '', 'expected text under the front matter, found none');
  const sections = nameSections(tree, context.anchors?.get(id) ?? null, report);
  context.terms?.mark(tree, report);
  resolveDirectives(tree, context, report);
  if (front.value === null || problems.length > 0) return { chapter: null, problems };
  const prose: string[] = [];
  const blocks = toBlocks(tree, id, context, prose);
  const headings = [front.value.title, ...sections.map(({ title }) => title)];
  const words = countWords([...headings, ...prose].join(' '));
  return {
    chapter: { id, ...front.value, part: front.value.part ?? null, finding, sections, blocks, prose, words, notes: context.notes.notes },
    problems,
  };
}

/** `04-arrests.md` → `arrests`. */
function chapterId(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.md$/, '').replace(/^\d+-/, '');
}

/** Gives each section heading an id: that of the first language, where `anchors` are given, else one made of its words. */
function nameSections(
  tree: Root,
  anchors: readonly string[] | null,
  report: (offset: number, subject: string, message: string) => void,
): Section[] {
  const sections: Section[] = [];
  visit(tree, 'heading', (node) => {
    const offset = node.position?.start.offset ?? 0;
    if (node.depth !== 3) return report(offset, '', `expected section headings of the third level (###), found level ${node.depth}`);
    const title = plainText(node);
    const given = anchors?.[sections.length];
    if (anchors && given === undefined)
      return report(offset, '', `expected as many sections as in the first language (${anchors.length}), found one more`);
    const words = title
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const id = given ?? words;
    if (sections.some((section) => section.id === id))
      report(offset, '', `expected another heading than that of an earlier section, found ${quote(title)}`);
    sections.push({ id, title });
    node.data = { ...node.data, hProperties: { id } };
  });
  return sections;
}

/** Runs of prose become HTML; each chart stands on its own between them. What is read is added to `prose`. */
function toBlocks(tree: Root, chapter: string, context: StoryContext, prose: string[]): Block[] {
  const blocks: Block[] = [];
  let run: RootContent[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push({ kind: 'html', html: toProse(run, chapter, context, prose) });
    run = [];
  };
  for (const node of tree.children) {
    if (node.type === 'leafDirective' && node.name === 'chart') {
      flush();
      blocks.push({ kind: 'chart', id: node.attributes?.['id'] ?? '' });
    } else if (node.type === 'containerDirective' && node.name === 'opening') {
      flush();
      blocks.push({ kind: 'opening', steps: toOpeningSteps(node, chapter, context, prose) });
    } else if (node.type === 'containerDirective') {
      flush();
      const chart = node.attributes?.['chart'] ?? '';
      blocks.push({ kind: 'scrolly', chart, steps: toSteps(node, chart, chapter, context, prose) });
    } else if (node.type !== 'yaml') run.push(node);
  }
  flush();
  return blocks;
}

function toSteps(passage: ContainerDirective, chart: string, chapter: string, context: StoryContext, prose: string[]): Step[] {
  return cutAtSteps(passage).map(({ step, children }, index) => ({
    id: `${chapter}-${chart}-${index + 1}`,
    html: toProse(children, chapter, context, prose),
    rows: rowsInFront(step, context.charts.get(chart) ?? []),
  }));
}

function toOpeningSteps(passage: ContainerDirective, chapter: string, context: StoryContext, prose: string[]): OpeningStep[] {
  return cutAtSteps(passage).map(({ step, children }) => {
    const state = stateOf(step, context);
    // Checked before: a chapter with faults has no blocks.
    if (typeof state === 'string') throw new RangeError(state);
    return { id: `${chapter}-${state.day}`, html: toProse(children, chapter, context, prose), ...state };
  });
}

/** Cuts the inside of a scrolling passage at each `::step`. */
function cutAtSteps(passage: ContainerDirective): { step: LeafDirective; children: RootContent[] }[] {
  const steps: { step: LeafDirective; children: RootContent[] }[] = [];
  for (const node of passage.children) {
    if (node.type === 'leafDirective') steps.push({ step: node, children: [] });
    else steps.at(-1)?.children.push(node);
  }
  return steps;
}

function toProse(children: RootContent[], chapter: string, context: StoryContext, prose: string[]): string {
  const hast = unified().use(remarkRehype).runSync({ type: 'root', children });
  dressTables(hast);
  prose.push(...paragraphsOf(hast));
  visit(hast, 'element', (node, index, parent) => {
    const id = node.properties['id'];
    if (node.tagName !== 'h3' || typeof id !== 'string' || index === undefined || !parent) return undefined;
    node.properties['id'] = `${chapter}-${id}`;
    const title = plainText(node);
    const link = {
      type: 'element' as const,
      tagName: 'a',
      properties: { className: ['permalink'], href: `#${chapter}-${id}`, ariaLabel: context.words.permalink(title) },
      children: [{ type: 'text' as const, value: '#' }],
    };
    // Beside the heading, whose name is its text alone.
    const beside = {
      type: 'element' as const,
      tagName: 'header',
      properties: { className: ['headed', 'headed-part'] },
      children: [node, { type: 'text' as const, value: ' ' }, link],
    };
    parent.children.splice(index, 1, beside);
    return [SKIP, index + 1];
  });
  return toHtml(hast);
}
