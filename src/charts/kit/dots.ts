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

/**
 * A stack of exactly `count` dots, `columns` to a row, from `y` downwards, or upwards with `up`: its height tells the count, as a
 * bar's does. The row farthest from `y` may be shorter.
 */
export function dotStack(
  frame: Frame,
  pattern: DotPattern,
  count: number,
  place: { readonly x: number; readonly y: number; readonly columns: number; readonly up?: boolean },
  attributes: Attributes = {},
): Element {
  const { cell } = pattern;
  const [width, full, rest] = [place.columns * cell, Math.floor(count / place.columns) * cell, (count % place.columns) * cell];
  const last = rest === 0 ? '' : `M0,${full}H${rest}V${full + cell}H0Z`;
  const transform = `translate(${place.x},${place.y})${place.up ? ' scale(1,-1)' : ''}`;
  return element(frame, 'path', {
    d: `${full === 0 ? '' : `M0,0H${width}V${full}H0Z`}${last}`,
    transform,
    fill: pattern.fill,
    ...attributes,
  });
}

/** How high a stack of so many dots is. */
export function stackHeight(count: number, columns: number, cell: number): number {
  return Math.ceil(count / columns) * cell;
}

/** A strip of exactly `count` dots, `rows` to a column, from `x` to the right: its length tells the count, as a bar's does. */
export function dotStrip(
  frame: Frame,
  pattern: DotPattern,
  count: number,
  place: { readonly x: number; readonly y: number; readonly rows: number },
  attributes: Attributes = {},
): Element {
  const { cell } = pattern;
  const [height, full, rest] = [place.rows * cell, Math.floor(count / place.rows) * cell, (count % place.rows) * cell];
  const last = rest === 0 ? '' : `M${full},0H${full + cell}V${rest}H${full}Z`;
  const d = `${full === 0 ? '' : `M0,0H${full}V${height}H0Z`}${last}`;
  return element(frame, 'path', { d, transform: `translate(${place.x},${place.y})`, fill: pattern.fill, ...attributes });
}
