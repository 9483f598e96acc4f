/** What a box on an axis of values bears where its source says "at least". */
import { type Markish, ruleY } from '@observablehq/plot';

/** Three strokes over the top of each box, `step` apart in units of the axis: the real number may be higher. */
export function openTops<T>(
  rows: readonly T[],
  box: { readonly x1: (row: T) => Date; readonly x2: (row: T) => Date; readonly insetLeft?: number; readonly insetRight?: number },
  top: (row: T) => number,
  step: number,
  look: { readonly stroke: string; readonly strokeWidth: number },
): Markish[] {
  return [1, 2, 3].map((nth) => ruleY(rows, { ...box, y: (row: T) => top(row) + nth * step, ...look }));
}
