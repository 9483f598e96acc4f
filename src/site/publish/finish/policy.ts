/** The content security policy of a page: its own files and nothing else, first in its head. */
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import { attribute, type Document, type Element, elementsOf, textOf } from './tree.ts';

/**
 * On each inline script and style that a layout of ours makes. Whatever else stands in a page came there by a fault, by a text or by
 * a package, and the policy must not vouch for it. It is removed.
 */
export const OWN = 'data-own';

/** Types of scripts that hold data and never run; no policy asks for their hashes. */
const data = /^application\/(?:ld\+)?json$/;

/**
 * Puts the policy before everything else in `<head>` (what stands before it would not be bound by it) and
 * allows the page's own inline scripts and styles by their hashes. Throws on what no policy of ours allows: inline scripts and
 * styles that are not our own, inline handlers, `style` attributes, addresses that run, parts from other sites.
 * `whole` tells the text of a style or script for which a mark stands in the document.
 */
export function setPolicy(document: Document, whole: (text: string) => string = (text) => text): void {
  const elements = elementsOf(document);
  const head = elements.find(({ tagName }) => tagName === 'head');
  if (!head) throw new Error('a page has no head');
  for (const element of elements) checkElement(element);
  const hashes = (of: readonly Element[]): string[] => [...new Set(of.map((element) => hashOf(whole(textOf(element)))))].sort();
  const scripts = hashes(elements.filter((element) => isInlineScript(element)));
  const styles = hashes(elements.filter(({ tagName }) => tagName === 'style'));
  for (const element of elements) element.attrs = element.attrs.filter(({ name }) => name !== OWN);
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

/** Attributes by which a page takes something in. */
const taking = new Set(['src', 'srcset', 'data', 'poster', 'srcdoc']);
/** Attributes that lead somewhere, those of drawings too. */
const leading = new Set(['href', 'action', 'formaction', 'ping', ...taking]);
/** Kinds of links that make a browser fetch something. */
const fetching = /\b(?:stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest)\b/i;

function checkElement(element: Element): void {
  const { tagName, attrs } = element;
  const refuse = (name: string, value: string, why: string): never => {
    throw new Error(`<${tagName} ${name}="${value}">: ${why}`);
  };
  if ((isInlineScript(element) || tagName === 'style') && attribute(element, OWN) === undefined)
    throw new Error(`<${tagName}> that no layout of ours made: ${JSON.stringify(textOf(element).slice(0, 80))}`);
  if (tagName === 'base') throw new Error('<base>: the policy allows none');
  for (const { name, value } of attrs) {
    if (name === 'style' || /^on[a-z]+$/.test(name)) refuse(name, value, 'the policy allows no inline styles or handlers');
    if (!leading.has(name)) continue;
    // Browsers leave out controls and blanks before they look for a scheme.
    const target = Array.from(value, (sign) => (sign <= ' ' ? '' : sign)).join('');
    const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(target) ?? [];
    if (!/^(?:|https?|mailto)$/i.test(scheme)) refuse(name, value, 'an address of a kind that pages don’t use');
    const takes =
      taking.has(name) ||
      (tagName === 'link' && fetching.test(attribute(element, 'rel') ?? '')) ||
      tagName === 'use' ||
      tagName === 'image';
    if (takes && (name === 'srcdoc' || scheme !== '' || /^[\\/]{2}/.test(target)))
      refuse(name, value, 'a page takes in nothing of other sites');
  }
}

const isInlineScript = (element: Element): boolean =>
  element.tagName === 'script' && attribute(element, 'src') === undefined && !data.test(attribute(element, 'type') ?? '');

function prepend(head: Element, element: Element): void {
  const [first] = head.childNodes as DefaultTreeAdapterTypes.ChildNode[];
  if (first) defaultTreeAdapter.insertBefore(head, element, first);
  else defaultTreeAdapter.appendChild(head, element);
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
