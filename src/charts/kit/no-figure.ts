/** The mark of a missing figure: it lies on the axis and has no size. */
import { dot, type Markish } from '@observablehq/plot';
import { type Attributes, element } from './elements.ts';
import type { Frame } from './frame.ts';
import { muted } from './palette.ts';
import { forRows } from './rows.ts';

/** A slanted stroke through the axis, half of it above and half below. */
const slash = {
  draw: (context: CanvasPath): void => {
    context.moveTo(-2.5, 4.5);
    context.lineTo(2.5, -4.5);
  },
};

/** A stroke through the axis at each datum whose figure is missing. On an upright axis give `y` in place of `x`. */
export function noFigures<T>(
  data: readonly T[],
  rows: readonly unknown[],
  at: { readonly x?: (datum: T) => Date | number | string; readonly y?: (datum: T) => Date | number | string },
  rowOf?: (datum: T) => unknown,
): Markish[] {
  const place = { x: at.x ?? (() => 0), y: at.y ?? (() => 0) };
  return data.length === 0
    ? []
    : [
        dot(data, {
          ...place,
          symbol: slash,
          stroke: muted,
          strokeWidth: 1.5,
          fill: 'none',
          className: 'no-figure',
          ...forRows(data, rows, rowOf),
        }),
      ];
}

/** The same stroke on a drawing made by hand, with its middle at x and y. */
export function noFigure(frame: Frame, x: number, y: number, attributes: Attributes = {}): Element {
  const d = `M${x - 2.5},${y + 4.5}L${x + 2.5},${y - 4.5}`;
  return element(frame, 'path', { d, class: 'no-figure', fill: 'none', stroke: muted, 'stroke-width': 1.5, ...attributes });
}
