/** Whether what is drawn lies on the sheet that it is drawn on. */
import { type Box, elementsOf, inherited, moved, textBox, wordsOf } from './drawing.ts';

/** The sheet, by the `viewBox` of its drawing. */
function sheetOf(elements: readonly Element[]): Box {
  const [left = 0, top = 0, width = 0, height = 0] = (elements[0]?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { left, top, right: left + width, bottom: top + height };
}

/** Points that a path goes through, in its own units. The bends of curves count as their ends. */
function pathPoints(d: string): (readonly [x: number, y: number])[] {
  const points: (readonly [number, number])[] = [];
  let [x, y, fromX, fromY] = [0, 0, 0, 0];
  for (const [, command = '', given = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...given.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(([found]) => Number(found));
    const own = command === command.toLowerCase();
    const size = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }[command.toUpperCase()] ?? 2;
    if (size === 0) [x, y] = [fromX, fromY];
    for (let at = 0; size > 0 && at + size <= numbers.length; at += size) {
      const part = numbers.slice(at, at + size);
      const [base, rise] = own ? [x, y] : [0, 0];
      if (command.toUpperCase() === 'H') x = base + (part[0] ?? 0);
      else if (command.toUpperCase() === 'V') y = rise + (part[0] ?? 0);
      else [x, y] = [base + (part.at(-2) ?? 0), rise + (part.at(-1) ?? 0)];
      if (command.toUpperCase() === 'M' && at === 0) [fromX, fromY] = [x, y];
      points.push([x, y]);
    }
  }
  return points;
}

const HIDDEN = ['defs', 'pattern', 'clippath', 'marker', 'mask', 'title', 'desc'];
const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

/** What a shape of any kind covers, without its stroke; `null` of what draws nothing. */
function boxOf(shape: Element): Box | null {
  const { x, y, up } = moved(shape);
  const box = (points: readonly (readonly [number, number])[]): Box | null =>
    points.length === 0 || points.some(([a, b]) => Number.isNaN(a + b))
      ? null
      : {
          left: x + Math.min(...points.map(([a]) => a)),
          right: x + Math.max(...points.map(([a]) => a)),
          top: y + Math.min(...points.map(([, b]) => up * b)),
          bottom: y + Math.max(...points.map(([, b]) => up * b)),
        };
  const [left, top] = [number(shape, 'x'), number(shape, 'y')];
  const [cx, cy, r] = [number(shape, 'cx'), number(shape, 'cy'), number(shape, 'r')];
  switch (shape.tagName.toLowerCase()) {
    case 'line':
      return box([
        [number(shape, 'x1'), number(shape, 'y1')],
        [number(shape, 'x2'), number(shape, 'y2')],
      ]);
    case 'rect':
      return box([
        [left, top],
        [left + number(shape, 'width'), top + number(shape, 'height')],
      ]);
    case 'circle':
      return box([
        [cx - r, cy - r],
        [cx + r, cy + r],
      ]);
    case 'path':
      return box(pathPoints(shape.getAttribute('d') ?? ''));
    case 'text':
      return textBox(shape);
    default:
      return null;
  }
}

/** Marks and words that are not whole on the sheet, told in words. `slack`: how far a stroke or a letter may reach over; less than nothing where it has to keep off. */
export function outside(markup: string, slack = { across: 2, down: 2 }): string[] {
  const elements = elementsOf(markup);
  const sheet = sheetOf(elements);
  return elements.flatMap((element) => {
    for (let at: Element | null = element; at; at = at.parentElement) if (HIDDEN.includes(at.tagName.toLowerCase())) return [];
    const box = boxOf(element);
    if (box === null) return [];
    const over = {
      left: sheet.left - box.left - slack.across,
      top: sheet.top - box.top - slack.down,
      right: box.right - sheet.right - slack.across,
      bottom: box.bottom - sheet.bottom - slack.down,
    };
    const [side, far] = Object.entries(over).reduce((most, one) => (one[1] > most[1] ? one : most));
    if (far <= 0) return [];
    const what = element.tagName.toLowerCase() === 'text' ? `“${wordsOf(element)}”` : `a ${element.tagName.toLowerCase()}`;
    return [`${what} (row ${inherited(element, 'data-row')}) lies too far to the ${side} by ${Math.ceil(far)}`];
  });
}
