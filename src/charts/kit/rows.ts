/** Ties the marks of a drawing to the rows of its table. */
import type { RenderFunction } from '@observablehq/plot';

/**
 * An option for a Plot mark that draws one element a datum: each element is tagged with the number of the
 * row, from 0, that it stands for, so that readers can explore the drawing by its rows and a test can hold
 * the one against the other. `rowOf` leads from a datum to the row, where the two are not the same.
 */
export function forRows<T>(
  data: readonly T[],
  rows: readonly unknown[],
  rowOf: (datum: T) => unknown = (datum) => datum,
): { render: RenderFunction } {
  const numbers = new Map(rows.map((row, index) => [row, index]));
  return {
    render: (index, scales, values, dimensions, context, next) => {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      const elements = group ? [...group.children] : [];
      for (const [position, element] of elements.entries()) {
        const datum = data[index[position] ?? -1];
        const row = datum === undefined ? undefined : numbers.get(rowOf(datum));
        if (row !== undefined) element.setAttribute('data-row', String(row));
      }
      return group;
    },
  };
}
