/** What a page says of a table at a glance: rows, span of time, who counted. */
import type { Row } from '../../data/read.ts';
import type { Table } from '../../data/table.ts';

export interface TableFacts {
  readonly rows: number;
  /** First and last day that the rows speak of; `null` for a table without dates. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** Counters by number of rows, most first. */
  readonly counters: readonly string[];
}

export function factsOf(table: Table, rows: readonly Row[]): TableFacts {
  const read = (field: string): string[] =>
    rows.flatMap(({ values }) => {
      const value = values[field];
      return typeof value === 'string' ? [value] : [];
    });
  const days = table.dateField === undefined ? [] : read(table.dateField);
  const starts = 'period_start' in table.fields ? read('period_start') : days;
  const [from] = [...starts].sort();
  const to = [...days].sort().at(-1);
  const counts = new Map<string, number>();
  for (const counter of read('counted_by')) counts.set(counter, (counts.get(counter) ?? 0) + 1);
  return {
    rows: rows.length,
    span: from !== undefined && to !== undefined ? { from, to } : null,
    counters: [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([counter]) => counter),
  };
}
