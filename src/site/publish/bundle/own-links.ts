/** Links of a bundle's page to the site that it was made from: whole where the site's address is known, else gone. */
import { defaultTreeAdapter } from 'parse5';
import { fullAddress } from '../../site-address.ts';
import { attribute, type Document, type Element, elementsOf } from '../finish/tree.ts';

/** Mends the document in place. `site` is the address of the site, if it is known; `own` are the paths that the bundle holds. */
export function mendLinks(document: Document, site: URL | undefined, own: ReadonlySet<string>): void {
  for (const element of elementsOf(document)) {
    const rel = attribute(element, 'rel');
    // A bundle has no answers for oEmbed: it does not know its own address.
    if (element.tagName === 'link' && rel === 'alternate') defaultTreeAdapter.detachNode(element);
    const href = element.attrs.find(({ name }) => name === 'href');
    if (!href?.value.startsWith('/') || own.has(href.value)) continue;
    if (site === undefined) removeLink(element);
    else href.value = fullAddress(href.value, site);
  }
}

/** Takes the element out, with the blank before it. */
function removeLink(element: Element): void {
  const { parentNode } = element;
  const before = parentNode?.childNodes[parentNode.childNodes.indexOf(element) - 1];
  if (before && defaultTreeAdapter.isTextNode(before)) before.value = before.value.trimEnd();
  defaultTreeAdapter.detachNode(element);
}
