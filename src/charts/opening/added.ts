/** How many people are known to have been added to the list since a day: published totals, put end to end. */
import { dayAfter } from '../../data/days.ts';
import type { DataPackage } from '../../data/package.ts';
import { newlyRecognised } from '../../data/tables/newly-recognised.ts';
import { by, preferred } from '../kit/tables.ts';

export interface AddedTotal {
  readonly value: number;
  /** The last day of the last period that is part of the total. */
  readonly date: string;
  readonly precision: string;
  /** `at_least` where between its periods lie days of which no number is known. */
  readonly qualifier: 'exact' | 'at_least';
}

/**
 * The totals, oldest first, each larger than the one before. Periods that overlap are never added to one another: of
 * all rows of Viasna's numbers that follow one another, those are taken that say most (weighted interval scheduling).
 */
export function addedTotals(data: DataPackage, from: string): AddedTotal[] {
  const periods = preferred(data, newlyRecognised)
    .filter((row) => row.counted_by === 'Viasna' && row.qualifier === 'exact' && row.period_start >= from)
    .sort(by((row) => row.period_end));
  const totals: AddedTotal[] = [];
  for (const { period_start, period_end, period, value } of periods) {
    const before = totals.findLast(({ date }) => date < period_start);
    const sum = (before?.value ?? 0) + value;
    const joined = before ? before.qualifier === 'exact' && dayAfter(before.date) === period_start : period_start === from;
    const last = totals.at(-1);
    if (last && sum <= last.value) continue;
    const total: AddedTotal = {
      value: sum,
      date: period_end,
      precision: period === 'month' ? 'month' : 'day',
      qualifier: joined ? 'exact' : 'at_least',
    };
    // Of two totals of one day the larger one says more.
    if (last?.date === period_end) totals.pop();
    totals.push(total);
  }
  return totals;
}
