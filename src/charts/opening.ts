/** The counts that the opening piece walks through: published ones, on their dates, and nothing between. */
import type { DataPackage } from '../data/package.ts';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';

export interface OpeningCount {
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly source: string;
}

/** Viasna's exact counts of people held, oldest first. Bounded counts and digests have no place among dots that are counted. */
export function openingCounts(data: DataPackage): OpeningCount[] {
  return data
    .rows(politicalPrisoners)
    .filter((row) => row.metric === 'currently_held' && row.counted_by === 'Viasna' && row.status === 'preferred')
    .filter((row) => row.qualifier === 'exact' && row.reported_in === 'report')
    .map((row) => ({ date: row.date, precision: row.date_precision, value: row.value, source: row.source_id }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The counts that stand for the rest where nothing moves: the first, the highest, the last. */
export function openingStills(counts: readonly OpeningCount[]): OpeningCount[] {
  const [first] = counts;
  const last = counts.at(-1);
  if (!first || !last) return [];
  const highest = counts.reduce((top, count) => (count.value > top.value ? count : top), first);
  return [...new Set([first, highest, last])];
}

/** Columns of the field of dots at a width and height, so that `most` dots fill it evenly. */
export function columnsFor(most: number, width: number, height: number): number {
  return Math.max(1, Math.ceil(Math.sqrt((most * width) / height)));
}
