/** From the rows of a table to those of a chart. */
import { type CounterGroup, counterGroupsOf } from '../../data/counters.ts';
import type { DataPackage } from '../../data/package.ts';
import type { Fields, RowOf, TableOf } from '../../data/table.ts';
import type { Dated } from './chart.ts';

/** The rows of a table that it prefers where accounts conflict, in the order of its file. */
export function preferred<F extends Fields & { readonly status: Fields[string] }>(data: DataPackage, table: TableOf<F>): RowOf<F>[] {
  return data.rows(table).filter((row) => row.status === 'preferred');
}

/** Compares rows by a text, such as an ISO day, by its letters and not by the rules of a language. */
export function by<T>(key: (row: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** The day of a row and how exactly it is known. */
export function datedOf(row: { readonly date: string; readonly date_precision: string }): Dated {
  return { iso: row.date, precision: row.date_precision };
}

/** A day of which the table keeps no more than the day. */
export function onDay(iso: string): Dated {
  return { iso, precision: 'day' };
}

/** What a row of counts carries into every chart, whatever it counts: bound, counter, document. */
export function attested(row: { readonly qualifier: string; readonly counted_by: string; readonly source_id: string }) {
  return { qualifier: row.qualifier, counter: row.counted_by, sources: [row.source_id] };
}

/** Looks up what kind of counter bears a name. */
export function groupLookup(data: DataPackage): (counter: string) => CounterGroup {
  const groups = counterGroupsOf(data);
  return (counter) => groups.get(counter) ?? 'media_and_pollsters';
}
