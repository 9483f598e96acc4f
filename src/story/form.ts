/** The form of a chapter: passages that open and close, directives that stand where they can, with attributes that they know. */
import type { Nodes, Parents, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { quote } from '../data/problem.ts';
import { bareNumberMessage, bareNumbersOf } from './bare-numbers.ts';
import type { StoryContext } from './context.ts';

type Report = (offset: number, subject: string, message: string) => void;

/** Attributes by directive. Those of steps are told by their passage, those of figures by their printing. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  chart: ['id'],
  scrolly: ['chart'],
  opening: [],
  n: ['source'],
  source: [],
  term: ['id'],
  words: ['why'],
};

/** Reports what would be dropped, swallowed or printed as it is typed. `source` is the text that the tree was made from. */
export function checkForm(
  tree: Root,
  source: string,
  { locale, names: known }: Pick<StoryContext, 'locale' | 'names'>,
  report: Report,
): void {
  visit(tree, (node: Nodes, _, parent) => {
    const [from, until] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'containerDirective') {
      if (!/\n[^\S\n]*:{3,}[^\S\n]*$/.test(source.slice(from, until)))
        report(
          from,
          node.name,
          'expected ::: on a line of its own at the end of the passage, found none, so that it holds all that follows',
        );
      if (parent?.type !== 'root') report(from, node.name, `expected a passage that stands by itself, found it inside ${nameOf(parent)}`);
    }
    if (node.type === 'leafDirective' && parent?.type !== 'root' && parent?.type !== 'containerDirective')
      report(from, node.name, `expected ::${node.name} on a line of its own, found it inside ${nameOf(parent)}, where it would be dropped`);
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      const label = node.type === 'leafDirective' ? plainText(node) : node.children.some(({ data }) => data && 'directiveLabel' in data);
      if (label) report(from, node.name, 'expected no words in brackets here, found some');
    }
    if (node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective') {
      const known = attributes[node.name];
      const strange = known && Object.keys(node.attributes ?? {}).filter((name) => !known.includes(name));
      if (known && strange && strange.length > 0)
        report(from, node.name, `expected ${known.length === 0 ? 'no attributes' : known.join(', ')}, found ${strange.join(', ')}`);
    }
    if (node.type === 'paragraph') checkColons(source.slice(from, until), from, report);
    if (node.type === 'list' && node.ordered && (node.start ?? 1) !== 1) report(from, '', bareNumberMessage(String(node.start)));
    if ('title' in node && typeof node.title === 'string')
      for (const { found } of bareNumbersOf(node.title, locale, known)) report(from, '', bareNumberMessage(found));
  });
}

const names: Readonly<Record<string, string>> = {
  containerDirective: 'another passage',
  blockquote: 'a quotation',
  listItem: 'a list',
  tableCell: 'a table',
};
const nameOf = (parent: Parents | undefined): string => names[parent?.type ?? ''] ?? 'a paragraph';

/** Lines that were meant as directives and are none: they would be printed as they stand. */
function checkColons(text: string, from: number, report: Report): void {
  for (const { index, 0: found } of text.matchAll(/(?<=^|\n)[^\S\n]*:{2,}[^\n]*/g))
    report(from + index, '', `expected ::name{…} or ::: on a line of its own between empty lines, found ${quote(found.trim())}`);
}
