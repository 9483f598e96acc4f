/** The finished page of the story as a tree that editions are made of: what needs a script, a server or the rest of the site is gone. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { select, selectAll } from 'hast-util-select';
import { toString as textIn } from 'hast-util-to-string';
import { parse } from 'parse5';
import { SKIP, visit } from 'unist-util-visit';
import { isPlain } from '../finish/plain-parts.ts';
import { EditionFault } from './fault.ts';

/** What does nothing in a file that stands alone: ways through the site, controls that wait for a script, files of their own. */
const gone = [
  'script',
  'noscript',
  'dialog',
  'button',
  '.skip-link',
  '.leave-page',
  '.site-nav',
  '.language-switch',
  '.site-footer nav',
  '.scrolly-controls',
  '.opening-stage',
  '.position',
  '.chart-sort',
  '.chart-more',
  '.permalink',
  '[hidden]',
].join(', ');

/** Reads a finished page. */
export function readTree(html: string): Root {
  const tree = fromParse5(parse(html, { scriptingEnabled: false }));
  if (tree.type !== 'root') throw new TypeError('expected a page');
  return tree;
}

/** Removes what `selector` names. */
export function removeAll(tree: Nodes, selector: string): void {
  replaceThese(tree, new Set(selectAll(selector, tree as Root)), () => []);
}

/** Puts what `change` returns in the place of each element that `selector` names. */
export function replaceAll(tree: Nodes, selector: string, change: (element: Element) => ElementContent[]): void {
  replaceThese(tree, new Set(selectAll(selector, tree as Root)), change);
}

/** The elements are found before and not on the way: a selector is read anew for each element that is asked about. */
function replaceThese(tree: Nodes, these: ReadonlySet<Element>, change: (element: Element) => ElementContent[]): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined || !these.has(node)) return;
    const others = change(node);
    parent.children.splice(index, 1, ...others);
    return [SKIP, index + others.length];
  });
}

/** The one element that `selector` names. Throws where the page has none: the editions would lack it without a word. */
export function need(tree: Nodes, selector: string): Element {
  const found = select(selector, tree as Root);
  if (!found) throw new EditionFault(`the page of the story has no ${selector}`);
  return found;
}

export const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The places that links can lead to. */
export function idsOf(tree: Nodes): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties: { id } }) => {
    if (id !== undefined && id !== null) ids.add(String(id));
  });
  return ids;
}

/** A paragraph. */
export const paragraph = (text: string): Element => element('p', {}, [{ type: 'text', value: text }]);

/** A drawing of a chart. No element of it is of use to an edition: files have it whole, books have a picture of it, the others have words. */
const drawing = /(<svg\b[^>]*\sclass="chart-svg[ "][^>]*>)([\s\S]*?)<\/svg>/g;
const HELD = 'data-drawing';

/**
 * The tree of a page in which what is drawn in charts stands as text, without names for scripts: a third of the page would be its
 * elements. A drawing with a link, or with anything else that is not only drawn, stays in the tree.
 */
function treeWithDrawings(html: string): Root {
  const drawings: string[] = [];
  const tree = readTree(
    html.replace(drawing, (whole, open: string, drawn: string) => {
      if (!isPlain(whole)) return whole;
      const number = drawings.push(drawn.replace(/\sdata-[\w-]+="[^"]*"/g, '')) - 1;
      return `${open.replace(/^<svg/, `<svg ${HELD}="${number}"`)}</svg>`;
    }),
  );
  for (const svg of selectAll(`[${HELD}]`, tree)) {
    const value = drawings[Number(svg.properties['dataDrawing'])] ?? '';
    svg.children = [{ type: 'raw', value }];
  }
  return tree;
}

/** The story of a finished page, without what the page tells readers at risk of the site, which is not true of a file; what it tells of the law stays. */
export function storyTree(html: string): Root {
  const tree = treeWithDrawings(html);
  removeAll(tree, gone);
  const [, ...ofSite] = selectAll('.before-you-read p', tree);
  replaceThese(tree, new Set(ofSite), () => []);
  dropOrphanNotes(tree);
  visit(tree, 'element', ({ properties }) => {
    for (const name of Object.keys(properties)) if (name.startsWith('data') && name !== 'dataNote') delete properties[name];
  });
  return tree;
}

/** Tells readers at risk of the copy in the place of the site. */
export function addAboutCopy(tree: Root, paragraphs: readonly string[]): void {
  need(tree, '.before-you-read details').children.push(...paragraphs.map(paragraph));
}

/** Ways back from notes whose place in the text is gone. */
function dropOrphanNotes(tree: Root): void {
  const ids = idsOf(tree);
  replaceAll(tree, '.note-back a', (link) => {
    const href = String(link.properties['href'] ?? '');
    return href.startsWith('#') && !ids.has(href.slice(1)) ? [] : [link];
  });
}

/** The text of an element in one line. */
export const textOf = (element: Nodes): string => textIn(element).replace(/\s+/g, ' ').trim();
