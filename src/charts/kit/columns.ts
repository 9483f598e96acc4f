/** Upright bars that end at their value and say how sure it is. */
import { barY, type Markish } from '@observablehq/plot';
import { boundedRows } from './bounds.ts';

interface Column {
  readonly value: number;
  readonly qualifier: string;
}

/** Upright bars from 0, each with the sign of its bound inside its top. */
export function boundedBarsY<T extends Column>(
  rows: readonly T[],
  options: { x: (row: T) => string; fill: string; inset: number },
): Markish[] {
  const { x, fill, inset } = options;
  const look = { fill, insetLeft: inset, insetRight: inset };
  return [barY(rows, { x, y1: 0, y2: 'value', ...look, ...boundedRows(rows, rows, { towards: 'up' }) })];
}
