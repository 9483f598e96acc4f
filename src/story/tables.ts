/** Tables in the prose: markdown's usual syntax for them, made so that they can be read on a phone and by a screen reader. */
import type { Element, Nodes } from 'hast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { readerTextOf } from './prose.ts';

/** The syntax of tables alone: nothing else of that dialect is meant in a chapter. */
export function remarkTables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

const roles: Readonly<Record<string, string>> = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

/**
 * Gives each row a heading, its first cell, and each cell the heading of its column to show where a narrow screen puts the cells of
 * a row below one another. Roles are said aloud, since browsers forget those of tables that are laid out in another way.
 */
export function dressTables(tree: Nodes): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return;
    let headings: string[] = [];
    visit(table, 'element', (part) => {
      const role = roles[part.tagName];
      if (role !== undefined) part.properties['role'] = role;
      if (part.tagName !== 'tr') return;
      const cells = part.children.filter((child): child is Element => child.type === 'element');
      if (headings.length > 0) dressRow(cells, headings);
      else {
        headings = cells.map(readerTextOf);
        for (const cell of cells) Object.assign(cell.properties, { scope: 'col', role: 'columnheader' });
      }
    });
  });
}

function dressRow([first, ...cells]: readonly Element[], headings: readonly string[]): void {
  if (first) Object.assign(first, { tagName: 'th', properties: { ...first.properties, scope: 'row', role: 'rowheader' } });
  for (const [index, cell] of cells.entries()) cell.properties['dataLabel'] = headings[index + 1] ?? '';
}
