/** The story without drawings, for the editions that are words and tables: notes as marks, what is folded opened, drawings in words. */
import type { Element, Root } from 'hast';
import { EditionFault } from './fault.ts';
import { need, paragraph, removeAll, replaceAll, textOf } from './story-tree.ts';

/** Changes a tree of the story in place. What a drawing shows is told by the description that belongs to it, which stays. */
export function flatten(tree: Root): void {
  // The counts of the opening stand as words beside its drawings.
  removeAll(tree, '.opening-still [role="img"]');
  removeAll(tree, 'style, .note-back, .contents, .opening-mark, .scrolly-axis, .opening-tally.is-empty, .no-svg');
  replaceAll(tree, '.scrolly-still [role="img"], .scrolly-still svg', (still) => {
    const label = still.properties['ariaLabel'];
    return typeof label === 'string' ? [paragraph(label)] : [];
  });
  removeAll(tree, 'svg');
  replaceAll(tree, 'summary', (summary) => [{ ...paragraph(''), children: [strong(summary)] }]);
  replaceAll(tree, '.chart-title', (title) => [{ ...title, properties: {}, children: [strong(title)] }]);
}

const strong = ({ children }: Element): Element => ({ type: 'element', tagName: 'strong', properties: {}, children });

/** What is read: the head of the story, what readers at risk should know, the article, and who made it. */
export function readParts(tree: Root): Element[] {
  const parts = ['.site-header', '.before-you-read', 'article', '.site-footer'].map((selector) => need(tree, selector));
  for (const part of parts) if (textOf(part) === '') throw new EditionFault(`<${part.tagName}> is empty`);
  return parts;
}
