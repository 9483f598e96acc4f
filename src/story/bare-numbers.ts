/** The check that no number stands in the prose without its source. */
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { quote } from '../data/problem.ts';
import type { Locale } from '../figures/locales/locale.ts';
import { proseRules } from './prose-rules.ts';

export interface BareNumber {
  readonly offset: number;
  readonly found: string;
}

/** Directives whose words are an id or a cited number, not prose. */
const cited: ReadonlySet<string> = new Set(['figure', 'n', 'source', 'chart']);
export const isCited = (name: string): boolean => cited.has(name);

export function bareNumberMessage(found: string): string {
  return `expected every number as :figure[id], :n[number]{source=id} or a date, found ${quote(found)}`;
}

/**
 * Every run of digits in the prose that is not part of a date, with its offset in `source`. Looks at the
 * source itself, so that a number hidden in an entity or an attribute of an image is seen too. `names`: as below.
 */
export function bareNumbersIn(tree: Root, source: string, locale: Locale, names: readonly string[] = []): BareNumber[] {
  const found: BareNumber[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'yaml') return SKIP;
    if ((node.type === 'textDirective' || node.type === 'leafDirective') && isCited(node.name)) return SKIP;
    const words =
      node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'html' || node.type === 'image';
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (words && from !== undefined && to !== undefined)
      found.push(...bareNumbersOf(source.slice(from, to), locale, names).map(({ offset, found }) => ({ offset: from + offset, found })));
    return undefined;
  });
  return found;
}

/** The same for plain text, such as a title. Digits inside one of `names`, such as that of a news site, count nothing. */
export function bareNumbersOf(text: string, locale: Locale, names: readonly string[] = []): BareNumber[] {
  const blank = (part: string): string => ' '.repeat(part.length);
  const withoutDates = text.replace(locale.datePattern, blank);
  const counting = names.reduce((rest, name) => rest.split(wholeWords(name)).join(blank(name)), withoutDates);
  return [...counting.matchAll(/\p{N}(?:[\p{N}.,]|\u00A0(?=\p{N}{3}))*/gu)].map((match) => ({
    offset: match.index,
    found: match[0].replace(/[.,]+$/, ''),
  }));
}

const wholeWords = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');

/** Directives inside which no word is a number in prose: cited ones, and those that are marked as an exception. */
const excepted = (node: Nodes): boolean =>
  node.type === 'yaml' ||
  ((node.type === 'textDirective' || node.type === 'leafDirective') && (isCited(node.name) || node.name === 'words'));

/**
 * Numbers in words, and years that may be counts, as `names` and the language tell them. What is neither is marked as an exception:
 * `:words[thousands]{why="…"}`.
 */
export function checkWords(tree: Root, source: string, { tag }: Locale, report: (offset: number, message: string) => void): void {
  const rules = proseRules.get(tag);
  if (!rules) return;
  const { numberWords, beforeYear, afterYear } = rules;
  visit(tree, (node: Nodes) => {
    if (excepted(node)) return SKIP;
    const [from, until] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type !== 'text' || from === undefined || until === undefined) return undefined;
    const text = source.slice(from, until);
    const exception = ', or :words[…]{why="…"} around what is none';
    for (const { index, 0: found } of text.matchAll(numberWords))
      if (!(scale.test(found) && afterNumber.test(source.slice(0, from + index))))
        report(from + index, `expected every number as :figure[id] or :n[number]{source=id}${exception}, found ${quote(found)}`);
    for (const { index, 0: found } of text.matchAll(loneYear))
      if (!beforeYear.test(source.slice(0, from + index)) && !afterYear?.test(source.slice(from + index + found.length)))
        report(from + index, `expected a year beside a word of time (in, since, a month, year)${exception}, found ${quote(found)}`);
    return undefined;
  });
}

/** `:n[1.24]{…} million`: the word belongs to a number that is bound. */
const scale = /^\p{L}+$/u;
const afterNumber = /:(?:n|figure)\[[^\]]*\](?:\{[^}]*\})?\s$/;
const loneYear = /(?<![\p{L}\p{N}_.,–-])(?:19[89]\d|20[0-4]\d)(?![\p{L}\p{N}_%]|[.,]\d)/gu;
