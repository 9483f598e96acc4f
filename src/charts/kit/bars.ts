/** Bars that say how sure their end is. */
import { barX, type Markish, tickX } from '@observablehq/plot';
import { isFloor } from './bounds.ts';
import { forRows } from './rows.ts';

interface Bar {
  readonly value: number;
  readonly qualifier: string;
}

/**
 * Horizontal bars from 0. A bar that is "at least" or "more than" its value has no end stroke and runs on
 * in three thin strokes; every other bar is closed.
 */
export function boundedBarsX<T extends Bar>(
  rows: readonly T[],
  options: { y: (row: T) => string; fill: (row: T) => string; step: number; insetTop: number; insetBottom: number },
): Markish[] {
  const open = rows.filter(isFloor);
  const strokes = [1, 2, 3].map((nth) =>
    tickX(open, {
      x: (row: T) => row.value + nth * options.step,
      y: options.y,
      stroke: options.fill,
      strokeWidth: 2,
      insetTop: options.insetTop,
      insetBottom: options.insetBottom,
    }),
  );
  return [
    barX(rows, {
      x1: 0,
      x2: 'value',
      y: options.y,
      fill: options.fill,
      insetTop: options.insetTop,
      insetBottom: options.insetBottom,
      ...forRows(rows, rows),
    }),
    ...strokes,
  ];
}
