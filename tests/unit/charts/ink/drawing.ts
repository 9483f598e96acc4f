/** A drawing as a test reads it: its elements, where they stand, and what they inherit. */
import { parseHTML } from 'linkedom';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The elements of a drawing, in order. */
export function elementsOf(markup: string): Element[] {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  return [...document.querySelectorAll('svg, svg *')];
}

/** An attribute of an element or, where it has none, of the nearest that holds it. */
export function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}

/** True where an element or one that holds it has a class that begins so. */
export function classed(element: Element, prefix: string): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if ((at.getAttribute('class') ?? '').split(' ').some((name) => name.startsWith(prefix))) return true;
  }
  return false;
}

const numeric = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

/** How far the groups that hold an element, and its own transform, move it, and whether it turns it upside down. */
export function moved(element: Element): { x: number; y: number; up: 1 | -1 } {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [, dx = '0', dy = '0'] = /translate\(([-\d.]+)[ ,]*([-\d.]*)\)/.exec(at.getAttribute('transform') ?? '') ?? [];
    x += Number(dx);
    y += Number(dy);
  }
  return { x, y, up: /scale\(1,-1\)/.test(element.getAttribute('transform') ?? '') ? -1 : 1 };
}

/** The words of a text, its lines joined by blanks. */
export function wordsOf(text: Element): string {
  const lines = [...text.querySelectorAll('tspan')];
  const plain = text.textContent.trim();
  return lines.length > 1 && lines.map(({ textContent }) => textContent).join('') === plain
    ? lines.map(({ textContent }) => textContent.trim()).join(' ')
    : plain;
}

/** At least so much of its size is a letter of the typeface wide, on average. */
const LETTER = 0.46;

/** The least that the words of a text cover. */
export function textBox(text: Element): Box {
  const { x, y } = moved(text);
  const size = Number(inherited(text, 'font-size') ?? 12);
  const lines =
    text.querySelectorAll('tspan').length > 1
      ? [...text.querySelectorAll('tspan')].map(({ textContent }) => textContent)
      : [text.textContent];
  const width = Math.max(...lines.map((line) => line.trim().length)) * size * LETTER;
  const anchor = inherited(text, 'text-anchor') ?? 'start';
  const begin = x + numeric(text, 'x') - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const middle = y + numeric(text, 'y') + (Number.parseFloat(text.getAttribute('dy') ?? '0') - 0.32) * size;
  return { left: begin, right: begin + width, top: middle - size * 0.35, bottom: middle + size * 0.35 + (lines.length - 1) * size };
}

/** What a line, a rectangle or a path of straight parts covers, without the width of its stroke. */
export function shapeBox(shape: Element): Box {
  const { x, y } = moved(shape);
  const name = shape.tagName.toLowerCase();
  const box = (xs: number[], ys: number[]): Box => ({
    left: x + Math.min(...xs),
    right: x + Math.max(...xs),
    top: y + Math.min(...ys),
    bottom: y + Math.max(...ys),
  });
  if (name === 'line') return box([numeric(shape, 'x1'), numeric(shape, 'x2')], [numeric(shape, 'y1'), numeric(shape, 'y2')]);
  if (name === 'rect') {
    const [left, top] = [numeric(shape, 'x'), numeric(shape, 'y')];
    return box([left, left + numeric(shape, 'width')], [top, top + numeric(shape, 'height')]);
  }
  const points = [...(shape.getAttribute('d') ?? '').matchAll(/[ML]?(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
    ([, a, b]) => [Number(a), Number(b)] as const,
  );
  return box(
    points.map(([a]) => a),
    points.map(([, b]) => b),
  );
}
