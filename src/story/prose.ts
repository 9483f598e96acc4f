/** What a reader reads: the words of the prose without the marks of notes and the links beside headings. */
import type { Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Elements that stand apart from one another, so that their words do not run together. */
const apart: ReadonlySet<string> = new Set(['p', 'li', 'h3', 'br', 'td', 'th']);

/** Elements that lead somewhere and are no part of what is said. */
function isMark(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && (className.includes('note') || className.includes('permalink'));
}

/** The text of a tree as it is read, blanks folded. */
export function readerTextOf(tree: Nodes): string {
  let text = '';
  visit(tree, (node) => {
    if (isMark(node)) return SKIP;
    if (node.type === 'element' && apart.has(node.tagName)) text += '\n';
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text.replace(/\s+/g, ' ').trim();
}

/** The paragraphs, list items and cells of a tree, each as it is read; headings, also those of rows and columns, are left out. */
export function paragraphsOf(tree: Nodes): string[] {
  const found: string[] = [];
  visit(tree, 'element', (node) => {
    if (!['p', 'li', 'td'].includes(node.tagName)) return undefined;
    const text = readerTextOf(node);
    if (text !== '') found.push(text);
    return SKIP;
  });
  return found;
}

/** How many words a text has: runs of characters between blanks that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}
