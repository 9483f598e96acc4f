/** Ties the marks of a drawing to the rows of its table. */
import { Mark, type Markish, type RenderableMark, type RenderFunction } from '@observablehq/plot';

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

/**
 * Ties every mark whose data are rows of the chart to them: stems, labels and leaders fade with their row, without each
 * chart saying so. A mark that draws fewer elements than it has data, such as a line, is left alone.
 */
export function tieToRows(marks: Markish | undefined, rows: readonly unknown[]): void {
  if (Array.isArray(marks)) {
    for (const mark of marks) tieToRows(mark, rows);
    return;
  }
  if (!(marks instanceof Mark)) return;
  const mark = marks as RenderableMark & { readonly data: unknown };
  if (!Array.isArray(mark.data)) return;
  const data: readonly unknown[] = mark.data;
  const numbers = new Map(rows.map((row, index) => [row, index]));
  if (!data.some((datum) => numbers.has(datum))) return;
  const draw = mark.render;
  mark.render = function (index, ...rest) {
    const group = draw.call(this, index, ...rest);
    const elements = group ? [...group.children] : [];
    if (elements.length !== index.length) return group;
    for (const [position, element] of elements.entries()) {
      const row = numbers.get(data[index[position] ?? -1]);
      if (row !== undefined) element.setAttribute('data-row', String(row));
    }
    return group;
  };
}
