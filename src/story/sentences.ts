/**
 * One way to its sources for each sentence. A printed number is such a way by itself, so what else the sentence rests on is told
 * in the note of its number; a sentence without a number has one mark, at its last `:source`, for all of them.
 */
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Locale } from '../figures/locales/locale.ts';
import { splitSentences } from '../figures/split-sentences.ts';

/** What a `:source` became of which another mark took the documents. */
export type Folding = {
  /** Documents that a number's note tells beside its own. */
  readonly restOf: ReadonlyMap<TextDirective, readonly string[]>;
  /** Documents of the marks that stand for a whole sentence. */
  readonly idsOf: ReadonlyMap<TextDirective, readonly string[]>;
};

/** Ids of a `:source`, as written. */
export const idsIn = (node: TextDirective): string[] =>
  plainText(node)
    .split(/\s+/)
    .filter((id) => id !== '');

const isDirective = (node: Nodes, ...names: string[]): node is TextDirective => node.type === 'textDirective' && names.includes(node.name);

/** Takes the marks out of the tree that a number or a later mark of the sentence stands for. Marks with unknown ids stay, to be reported. */
export function foldSources(tree: Root, locale: Locale, known: ReadonlySet<string>): Folding {
  const restOf = new Map<TextDirective, string[]>();
  const idsOf = new Map<TextDirective, string[]>();
  const sound = (node: Nodes): node is TextDirective =>
    isDirective(node, 'source') && idsIn(node).length > 0 && idsIn(node).every((id) => known.has(id));
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(sound)) return;
    const dropped = new Set<RootContent>();
    for (const sentence of sentencesOf(node, locale)) {
      const marks = sentence.filter(sound);
      const last = marks.at(-1);
      if (!last) continue;
      for (const mark of marks) {
        const before = sentence.slice(0, sentence.indexOf(mark)).findLast((part) => isDirective(part, 'figure', 'n'));
        const number = before ?? sentence.find((part) => isDirective(part, 'figure', 'n'));
        const [taker, into] = number && isDirective(number, 'figure', 'n') ? [number, restOf] : [last, idsOf];
        into.set(taker, [...new Set([...(into.get(taker) ?? []), ...idsIn(mark)])]);
        if (taker !== mark) dropped.add(mark);
      }
    }
    (node as Parents).children = node.children.filter((child) => !dropped.has(child)) as never;
  });
  return { restOf, idsOf };
}

/** The children of a node by the sentences in which they begin; a mark of a source belongs to what it follows. */
function sentencesOf(node: Parents, locale: Locale): RootContent[][] {
  let text = '';
  const places = node.children.map((child) => {
    const from = text.length;
    // A letter in the place of a number, so that a full stop before or after it ends a sentence.
    text += isDirective(child, 'source') ? '' : isDirective(child, 'figure', 'n') ? 'X' : plainText(child);
    return { child, from, at: isDirective(child, 'source') ? Math.max(0, from - 1) : from };
  });
  return splitSentences(text, locale).map(({ index, segment }) =>
    places.filter(({ at }) => at >= index && at < index + segment.length).map(({ child }) => child),
  );
}
