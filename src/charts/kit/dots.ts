/** People as dots, one a person, drawn by a pattern: a thousand of them weigh no more than ten. */
import { type Attributes, element } from './elements.ts';
import type { Frame } from './frame.ts';
import { paper } from './palette.ts';
import { personClass } from './person-marks.ts';

export interface DotPattern {
  /** How far two dots are apart, centre to centre, in units of the drawing. */
  readonly cell: number;
  readonly fill: string;
  /** The pattern itself; a sheet holds it once. */
  readonly definition: Element;
}

/** Rings of a colour (`stroke`: people freed), or filled dots (`fill`: people held). */
export function dotPattern(
  frame: Frame,
  id: string,
  cell: number,
  paint: { readonly stroke: string } | { readonly fill: string },
): DotPattern {
  const look =
    'fill' in paint
      ? { r: cell * 0.38, fill: paint.fill }
      : { r: cell * 0.33, fill: paper, stroke: paint.stroke, 'stroke-width': cell * 0.14 };
  const one = element(frame, 'circle', { cx: cell / 2, cy: cell / 2, class: personClass('fill' in paint ? 'held' : 'freed'), ...look });
  const attributes = { id, width: cell, height: cell, patternUnits: 'userSpaceOnUse' };
  return { cell, fill: `url(#${id})`, definition: element(frame, 'pattern', attributes, one) };
}

/** Rows and columns of a block of `count` dots, at most `widest` to a row, its rows as even as can be. */
export function dotBlock(count: number, widest: number): { readonly rows: number; readonly columns: number } {
  const rows = Math.ceil(count / widest);
  return { rows, columns: Math.ceil(count / rows) };
}

/**
 * A block of exactly `count` dots with its upper left corner at x and y. The last row may be shorter; it is
 * flush with the left side, or with the right one. `cut` takes that many units off the right side: people
 * who were taken out of the country leave the frame's edge.
 */
export function dots(
  frame: Frame,
  pattern: DotPattern,
  count: number,
  place: { readonly x: number; readonly y: number; readonly widest: number; readonly flush?: 'left' | 'right'; readonly cut?: number },
  attributes: Attributes = {},
): Element {
  const { cell } = pattern;
  const { rows, columns } = dotBlock(count, place.widest);
  const width = columns * cell - (place.cut ?? 0);
  const full = Math.floor(count / columns) * cell;
  const rest = count % columns;
  const shape =
    rest === 0
      ? `M0,0H${width}V${rows * cell}H0Z`
      : place.flush === 'right'
        ? `M0,0H${width}V${rows * cell}H${(columns - rest) * cell}V${full}H0Z`
        : `M0,0H${width}V${full}H${rest * cell}V${rows * cell}H0Z`;
  return element(frame, 'path', { d: shape, transform: `translate(${place.x},${place.y})`, fill: pattern.fill, ...attributes });
}
