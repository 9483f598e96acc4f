/** Bars that end at their value and say how sure it is. */
import { barX, type Markish } from '@observablehq/plot';
import { boundedRows } from './bounds.ts';

interface Bar {
  readonly value: number;
  readonly qualifier: string;
}

/** Horizontal bars from 0, each with the sign of its bound inside its end. */
export function boundedBarsX<T extends Bar>(
  rows: readonly T[],
  options: { y: (row: T) => string; fill: (row: T) => string; insetTop: number; insetBottom: number },
): Markish[] {
  return [barX(rows, { x1: 0, x2: 'value', ...options, ...boundedRows(rows, rows, { towards: 'right' }) })];
}
