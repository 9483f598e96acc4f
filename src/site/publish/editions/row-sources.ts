/** The documents behind the rows of the charts. On the site each chart has a page with its own list; a file has one list for all. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { withoutPlainParts } from '../finish/plain-parts.ts';
import { EditionFault } from './fault.ts';
import { need, paragraph, readTree } from './story-tree.ts';

export interface SourceWords {
  readonly title: string;
  readonly intro: string;
}

/**
 * Adds the list at the end of the article, each document once, and lets the numbers of rows lead to it. `folder` is that of the page's
 * language under `directory`, the finished site. Throws where a row names a document that the chart's page does not have.
 */
export function addRowSources(tree: Root, directory: string, folder: string, words: SourceWords): void {
  const pages = new Map<string, ReadonlyMap<string, ElementContent[]>>();
  const numbers = new Map<string, number>();
  const items: Element[] = [];
  for (const link of selectAll('.row-sources a', tree)) {
    const [, page = '', id = ''] = /^([^#]*)#(.+)$/.exec(String(link.properties['href'] ?? '')) ?? [];
    if (page === '') continue;
    const documents = pages.get(page) ?? documentsOf(join(directory, folder, page));
    pages.set(page, documents);
    const document = documents.get(id);
    if (!document) throw new EditionFault(`a row leads to ${page}#${id}, which does not exist`);
    const key = toHtml(document);
    const number = numbers.get(key) ?? numbers.size + 1;
    if (!numbers.has(key)) {
      numbers.set(key, number);
      items.push({ type: 'element', tagName: 'li', properties: { id: `source-${number}` }, children: structuredClone(document) });
    }
    link.properties['href'] = `#source-${number}`;
    link.children = [{ type: 'text', value: String(number) }];
  }
  if (items.length === 0) return;
  need(tree, 'article').children.push({
    type: 'element',
    tagName: 'section',
    properties: { className: ['notes', 'row-documents'], id: 'row-documents', ariaLabelledBy: ['row-documents-title'] },
    children: [
      { ...paragraph(words.title), tagName: 'h2', properties: { id: 'row-documents-title' } },
      paragraph(words.intro),
      { type: 'element', tagName: 'ol', properties: {}, children: items },
    ],
  });
}

function documentsOf(path: string): ReadonlyMap<string, ElementContent[]> {
  if (!existsSync(path)) throw new EditionFault(`rows lead to ${path}, which does not exist`);
  const list = select('.chart-sources', readTree(withoutPlainParts(readFileSync(path, 'utf8')).html));
  return new Map((list ? selectAll('li[id]', list) : []).map(({ properties, children }) => [String(properties['id']), children]));
}
