/** The story as plain text, for the poorest links and for readers that know nothing else. */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { convert } from 'html-to-text';
import { readParts } from './flat.ts';
import { replaceAll } from './story-tree.ts';

/** Letters of a line of prose. Tables may be wider. */
const WIDTH = 78;

/** The text of the edition, from a flat tree, which is changed. */
export function plainTextOf(tree: Root): string {
  replaceAll(tree, '[data-note]', (mark) => [...mark.children, { type: 'text', value: `[${mark.properties['dataNote']}]` }]);
  replaceAll(tree, '.citation a', (link) => [...link.children, { type: 'text', value: ` <${link.properties['href']}>` }]);
  const heading = { options: { uppercase: false, leadingLineBreaks: 3, trailingLineBreaks: 2 } };
  const table = { options: { uppercaseHeaderCells: false, colSpacing: 2, maxColumnWidth: 40 } };
  const text = convert(toHtml({ type: 'root', children: readParts(tree) }), {
    wordwrap: WIDTH,
    selectors: [
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, format: 'heading', ...heading })),
      { selector: 'table', format: 'dataTable', ...table },
      { selector: 'a', format: 'anchor', options: { ignoreHref: true } },
      { selector: 'dt', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 1 } },
    ],
    limits: { maxInputLength: 2 ** 26 },
  });
  return `${text.trim()}\n`;
}
