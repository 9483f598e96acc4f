/** Upright bars that say how sure their top is. */
import { barY, type Markish, tickY } from '@observablehq/plot';
import { isFloor } from './bounds.ts';
import { forRows } from './rows.ts';

interface Column {
  readonly value: number;
  readonly qualifier: string;
}

/**
 * Upright bars from 0. A bar that is "at least" or "more than" its value has no closed top and runs on
 * in three thin strokes, `step` apart in units of the axis; every other bar is closed.
 */
export function boundedBarsY<T extends Column>(
  rows: readonly T[],
  options: { x: (row: T) => string; fill: string; step: number; inset: number },
): Markish[] {
  const open = rows.filter(isFloor);
  const insets = { insetLeft: options.inset, insetRight: options.inset };
  const strokes = [1, 2, 3].map((nth) =>
    tickY(open, { x: options.x, y: (row: T) => row.value + nth * options.step, stroke: options.fill, strokeWidth: 1, ...insets }),
  );
  return [barY(rows, { x: options.x, y1: 0, y2: 'value', fill: options.fill, ...insets, ...forRows(rows, rows) }), ...strokes];
}
