/** The counts that the opening walks through: published ones, on their dates, and nothing between. */
import type { DataPackage } from '../../data/package.ts';
import { deathsInCustody } from '../../data/tables/deaths-in-custody.ts';
import { politicalPrisoners } from '../../data/tables/political-prisoners.ts';
import { waves } from '../kit/annotations.ts';
import { by, preferred } from '../kit/tables.ts';
import { type AddedTotal, addedTotals } from './added.ts';

/** Charts of the same rows, on whose documents the opening rests. The first has its claim. */
export const sameRows: readonly string[] = ['held', 'releases', 'in-and-out', 'deaths'];

/** The waves of release of the story begin in this month; before it people were pardoned one by one, mostly without a day. */
export const wavesFrom = '2024-07-01';

export interface FreedTotal {
  readonly value: number;
  /** The last day that brought someone out. */
  readonly date: string;
  readonly precision: string;
}

export interface OpeningCount {
  readonly date: string;
  readonly precision: string;
  /** People held on the date. */
  readonly value: number;
  /** People known by name who had died in custody by then. */
  readonly died: number;
  /** People freed in waves from July 2024 up to the date, as announced; `null` before the first wave. */
  readonly freed: FreedTotal | null;
  /** People known to have been added to the list from July 2024 up to the date; `null` before the first published total. */
  readonly added: AddedTotal | null;
  /** How many of the places of the freed were taken again, as the totals go. */
  readonly taken: number;
}

/** Viasna's exact counts of people held, oldest first. Bounded counts and digests have no place among dots that are counted. */
export function openingCounts(data: DataPackage): OpeningCount[] {
  const deaths = preferred(data, deathsInCustody);
  const freed = freedTotals(data);
  const added = addedTotals(data, wavesFrom);
  const dated = preferred(data, politicalPrisoners)
    .filter((row) => row.metric === 'currently_held' && row.counted_by === 'Viasna')
    .filter((row) => row.qualifier === 'exact' && row.reported_in === 'report')
    .sort(by((row) => row.date));
  const counts: OpeningCount[] = [];
  for (const row of dated) {
    const before = counts.at(-1);
    const by = { freed: lastUpTo(freed, row.date), added: lastUpTo(added, row.date) };
    // A total of people added fills places that are open by then, and none that open later.
    const open = (by.freed?.value ?? 0) - (before?.taken ?? 0);
    const newlyAdded = (by.added?.value ?? 0) - (before?.added?.value ?? 0);
    counts.push({
      date: row.date,
      precision: row.date_precision,
      value: row.value,
      died: deaths.filter(({ date }) => date <= row.date).length,
      ...by,
      taken: Math.min(row.value, (before?.taken ?? 0) + Math.min(open, newlyAdded)),
    });
  }
  return counts;
}

/** People freed since the first wave, after each wave. */
function freedTotals(data: DataPackage): FreedTotal[] {
  let value = 0;
  return waves(data)
    .filter(({ date, qualifier }) => date >= wavesFrom && qualifier === 'exact')
    .map(({ date, precision, released }) => {
      value += released;
      return { value, date, precision };
    });
}

function lastUpTo<T extends { readonly date: string }>(totals: readonly T[], day: string): T | null {
  return totals.findLast(({ date }) => date <= day) ?? null;
}
