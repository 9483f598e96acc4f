/** SVG by hand, for drawings that Plot can't make. */
import type { Frame } from './frame.ts';

const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

/** An element of SVG with its attributes and children; a string is text. */
export function element(frame: Frame, name: string, attributes: Attributes = {}, ...children: readonly (Element | string)[]): Element {
  const made = frame.document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** An empty sheet in the frame's size, which Plot would have made in the same way. */
export function sheet(frame: Frame): SVGSVGElement {
  const svg = frame.document.createElementNS(SVG, 'svg');
  svg.setAttribute('fill', 'currentColor');
  return svg;
}

/** Words whose middle stands at `y`. */
export function write(frame: Frame, words: string, x: number, y: number, attributes: Attributes = {}): Element {
  return element(frame, 'text', { x, y, dy: '0.35em', ...attributes }, words);
}
