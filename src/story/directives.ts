/** What the directives of a chapter become: printed figures, cited numbers, notes, charts. */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { quote } from '../data/problem.ts';
import type { Figure } from '../figures/figure.ts';
import { capitalise, formatDate, parseNumber, sayFigure } from '../figures/format.ts';
import { dateForms } from '../figures/locales/locale.ts';
import type { StoryContext } from './context.ts';
import { type NoteUse, referenceId } from './notes.ts';
import { checkOpening } from './opening.ts';
import { type Folding, foldSources, idsIn } from './sentences.ts';
import { checkPassage } from './steps.ts';

type Report = (offset: number, subject: string, message: string) => void;

/** Replaces every directive of the tree in place; what can't be resolved is reported and left. */
export function resolveDirectives(tree: Root, context: StoryContext, report: Report): void {
  const folding = foldSources(tree, context.locale, context.sourceIds);
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === 'containerDirective') {
      if (node.name === 'scrolly') {
        checkPassage(node, context.charts, report);
        checkOnce(node, node.attributes?.['chart'], context, report);
        return undefined;
      }
      if (node.name === 'opening') {
        checkOpening(node, parent, context, report);
        return undefined;
      }
      report(node.position?.start.offset ?? 0, node.name, 'expected :::scrolly or :::opening, found an unknown directive');
      return SKIP;
    }
    if (node.type === 'leafDirective') return parent?.type === 'containerDirective' ? SKIP : checkLeaf(node, context, report);
    if (node.type !== 'textDirective' || index === undefined || !parent) return undefined;
    const replaced = textDirective(node, parent, index, context, folding, report);
    if (!replaced) return SKIP;
    parent.children.splice(index, 1, ...(replaced as never[]));
    return [SKIP, index + replaced.length];
  });
}

function checkLeaf(node: LeafDirective, context: StoryContext, report: Report): typeof SKIP {
  const at = node.position?.start.offset ?? 0;
  const id = node.attributes?.['id'] ?? '';
  if (node.name !== 'chart') report(at, node.name, 'expected ::chart, found an unknown directive');
  else if (!context.charts.has(id))
    report(at, 'chart', `expected the id of a chart, found ${quote(id)}; there are ${[...context.charts.keys()].join(', ')}`);
  else checkOnce(node, id, context, report);
  return SKIP;
}

/** A chart stands once in the story: its id is the address of its place there. */
function checkOnce({ position }: Nodes, id: string | null | undefined, { shown }: StoryContext, report: Report): void {
  if (!id || !shown) return;
  if (shown.has(id)) report(position?.start.offset ?? 0, 'chart', `expected each chart once in the story, found ${quote(id)} again`);
  shown.add(id);
}

/** The nodes that stand in place of a text directive, or nothing when it has a fault. */
function textDirective(
  node: TextDirective,
  parent: Parents,
  index: number,
  context: StoryContext,
  folding: Folding,
  report: Report,
): PhrasingContent[] | null {
  const at = node.position?.start.offset ?? 0;
  const fail = (message: string): null => {
    report(at, node.name, message);
    return null;
  };
  const label = plainText(node).trim();
  const rest = folding.restOf.get(node) ?? [];
  switch (node.name) {
    case 'figure': {
      const figure = context.figures.get(label);
      if (!figure) return fail(`expected the id of a figure in figures.yml, found ${quote(label)}`);
      const { show, form, noun, ...stray } = node.attributes ?? {};
      if (Object.keys(stray).length > 0) return fail(`expected show, form or noun, found ${Object.keys(stray).join(', ')}`);
      if (show !== undefined && show !== null && show !== 'date') return fail(`expected show=date, found show=${show}`);
      const asked = { date: show === 'date', form: form ?? undefined, noun: noun ?? undefined };
      return printFigure(figure, asked, startsSentence(parent, index), rest, context, fail);
    }
    case 'n': {
      const source = node.attributes?.['source'] ?? '';
      if (!context.sourceIds.has(source)) return fail(`expected source=id with an id of sources.csv, found ${quote(source)}`);
      const value = parseNumber(label, context.locale);
      if (value === null) return fail(`expected a number as the language writes it, found ${quote(label)}`);
      const text: PhrasingContent = { type: 'text', value: label.replaceAll(' ', '\u00A0') };
      const printed = element('data', { value: String(value), className: ['figure'] }, [text]);
      return [cited(printed, context.notes.forSources([source], rest))];
    }
    case 'source': {
      const ids = folding.idsOf.get(node) ?? idsIn(node);
      const unknown = ids.filter((id) => !context.sourceIds.has(id));
      if (ids.length === 0 || unknown.length > 0) return fail(`expected ids of sources.csv, found ${quote(unknown.join(' '))}`);
      return [noteMark(context.notes.forSources(ids), context)];
    }
    case 'term':
      // Those of chapters were turned into links before; elsewhere a term is not explained.
      return node.data?.hName === 'a' ? null : fail('expected terms to be marked in a chapter, found one elsewhere');
    case 'words': {
      // What reads like a number and is none, with the reason for those who edit the text.
      if (label === '' || !(node.attributes?.['why'] ?? '').trim())
        return fail('expected words in brackets and why="…", found one of them missing');
      return node.children;
    }
    default:
      return fail(
        'expected :figure, :n, :source, :term or :words, found an unknown directive (a colon before a word must be written as \\:)',
      );
  }
}

/** What a text asks of a figure: its day instead of its value, a form, a noun with it. */
interface Asking {
  readonly date: boolean;
  readonly form: string | undefined;
  readonly noun: string | undefined;
}

function printFigure(
  figure: Figure,
  asked: Asking,
  first: boolean,
  rest: readonly string[],
  context: StoryContext,
  fail: (message: string) => null,
): PhrasingContent[] | null {
  const { locale } = context;
  const opened = (text: string): PhrasingContent => ({ type: 'text', value: first ? capitalise(text, locale) : text });
  const note = () => context.notes.forFigure(figure, rest);
  if (asked.date) {
    if (!figure.date) return fail(`expected a figure of one dated row, found ${quote(figure.id)}, which has no one date`);
    const { iso, precision } = figure.date;
    const form = dateForms.find((known) => known === asked.form);
    if (asked.noun !== undefined) return fail('expected no noun with show=date, found one');
    if (asked.form !== undefined && !form) return fail(`expected a form of dates (${dateForms.join(', ')}), found ${quote(asked.form)}`);
    const words = formatDate(iso, precision, locale, form);
    return [cited(element('time', { dateTime: isoOf(iso, precision) }, [opened(words)]), note())];
  }
  const said = sayFigure(figure, locale, asked);
  if (typeof said === 'string') return fail(said);
  const { before, number, after } = said;
  const text: PhrasingContent = before === '' ? opened(number) : { type: 'text', value: number };
  const printed = element('data', { value: String(figure.value), className: ['figure'], dataFigure: figure.id }, [text]);
  const beside = (words: string, node: PhrasingContent): PhrasingContent[] => (words === '' ? [] : [node]);
  return [...beside(before, opened(before)), cited(printed, note()), ...beside(after, { type: 'text', value: after })];
}

/** A month or year is given to machines as just that: `2024-08`. */
function isoOf(iso: string, precision: string): string {
  return precision === 'year' ? iso.slice(0, 4) : precision === 'month' ? iso.slice(0, 7) : iso;
}

/** Whether what stands before the directive ends a sentence, or nothing does. */
function startsSentence(parent: Parents, index: number): boolean {
  const before = parent.children
    .slice(0, index)
    .filter((node) => node.type !== 'textDirective' && node.data?.hName !== 'sup')
    .map((node) => plainText(node))
    .join('');
  return before.trim() === ''
    ? parent.type === 'paragraph' || parent.type === 'tableCell'
    : /[.!?:]["”’)]?\s+$/.test(before) && !/:\s+$/.test(before);
}

/** A printed number as the way to its source. Its number of a note is written by the print style only: the text is the sentence. */
function cited(printed: PhrasingContent, use: NoteUse): PhrasingContent {
  return element('a', { className: ['cited'], ...toNote(use) }, [printed]);
}

/** The mark of a sentence without a number. The style writes its number, so that it is neither copied nor read as part of the text. */
function noteMark(use: NoteUse, context: StoryContext): PhrasingContent {
  return element('sup', { className: ['note'] }, [element('a', { ...toNote(use), ariaLabel: context.words.note(use.number) }, [])]);
}

function toNote({ id, number, reference }: NoteUse): Record<string, string> {
  return { href: `#note-${id}`, id: referenceId(id, reference), role: 'doc-noteref', dataNote: String(number) };
}

/** A phrasing node that remark-rehype turns into the named element. */
function element(name: string, properties: Record<string, string | string[]>, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children, data: { hName: name, hProperties: properties } };
}
