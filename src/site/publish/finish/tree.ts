/** Small steps over a parse5 tree. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

/** Every element under a node, in document order. A list and not a generator: pages are gone through several times, and there are thousands. */
export function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  const found: Element[] = [];
  const collect = ({ childNodes }: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue;
      found.push(child);
      collect('content' in child ? (child.content as DefaultTreeAdapterTypes.DocumentFragment) : child);
    }
  };
  collect(node);
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text inside a script or style. */
export function textOf(element: Element): string {
  return element.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : '')).join('');
}
