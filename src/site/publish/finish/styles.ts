/** Styles inside the page: what is read first is drawn without waiting for a second file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTreeAdapter } from 'parse5';
import { OWN } from './policy.ts';
import { relativeUrls } from './relative-links.ts';
import { attribute, type Document, elementsOf } from './tree.ts';

/** On `<html>`: the page carries its styles. It is removed. */
const MARK = 'data-carries-styles';

/**
 * Puts the style sheets that a marked page links into it, in their order. `page` is its path from the root of the site. Each
 * says in `data-sheet` which file it was, since what is added to the page later may ask for the same.
 */
export function carryStyles(document: Document, page: string, directory: string): void {
  const elements = elementsOf(document);
  const html = elements.find(({ tagName }) => tagName === 'html');
  if (!html || attribute(html, MARK) === undefined) return;
  html.attrs = html.attrs.filter(({ name }) => name !== MARK);
  for (const link of elements) {
    if (link.tagName !== 'link' || attribute(link, 'rel') !== 'stylesheet') continue;
    const sheet = attribute(link, 'href') ?? '';
    const css = readFileSync(join(directory, sheet), 'utf8').trim();
    const style = defaultTreeAdapter.createElement('style', link.namespaceURI, [
      { name: 'data-sheet', value: sheet },
      { name: OWN, value: '' },
    ]);
    defaultTreeAdapter.insertText(style, relativeUrls(css, page));
    const parent = defaultTreeAdapter.getParentNode(link);
    if (!parent) continue;
    defaultTreeAdapter.insertBefore(parent, style, link);
    defaultTreeAdapter.detachNode(link);
  }
}
