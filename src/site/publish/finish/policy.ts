/** The content security policy of a page: its own files and nothing else, first in its head. */
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import { attribute, type Document, type Element, elementsOf, textOf } from './tree.ts';

/**
 * Puts the policy before everything else in `<head>` (what stands before it would not be bound by it) and
 * allows the page's inline scripts and styles by their hashes. Throws on what no policy of ours allows:
 * inline handlers and `style` attributes.
 */
export function setPolicy(document: Document): void {
  const elements = [...elementsOf(document)];
  const head = elements.find(({ tagName }) => tagName === 'head');
  if (!head) throw new Error('a page has no head');
  for (const element of elements) {
    const inline = element.attrs.find(({ name }) => name === 'style' || /^on[a-z]+$/.test(name));
    if (inline) throw new Error(`<${element.tagName} ${inline.name}="${inline.value}">: the policy allows no inline styles or handlers`);
  }
  const scripts = hashes(elements.filter((element) => element.tagName === 'script' && attribute(element, 'src') === undefined));
  const styles = hashes(elements.filter(({ tagName }) => tagName === 'style'));
  const policy = [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = defaultTreeAdapter.createElement('meta', head.namespaceURI, [
    { name: 'http-equiv', value: 'Content-Security-Policy' },
    { name: 'content', value: policy },
  ]);
  prepend(head, meta);
}

function prepend(head: Element, element: Element): void {
  const [first] = head.childNodes as DefaultTreeAdapterTypes.ChildNode[];
  if (first) defaultTreeAdapter.insertBefore(head, element, first);
  else defaultTreeAdapter.appendChild(head, element);
}

function hashes(elements: readonly Element[]): string[] {
  return [...new Set(elements.map((element) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`))].sort();
}
