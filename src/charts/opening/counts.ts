/** The counts that the opening walks through: published ones, on their dates, and nothing between. */
import type { DataPackage } from '../../data/package.ts';
import { deathsInCustody } from '../../data/tables/deaths-in-custody.ts';
import { politicalPrisoners } from '../../data/tables/political-prisoners.ts';
import { by, preferred } from '../kit/tables.ts';

export interface OpeningCount {
  readonly date: string;
  readonly precision: string;
  /** People held on the date. */
  readonly value: number;
  /** People known by name who had died in custody by then. */
  readonly died: number;
}

/** Viasna's exact counts of people held, oldest first. Bounded counts and digests have no place among dots that are counted. */
export function openingCounts(data: DataPackage): OpeningCount[] {
  const deaths = preferred(data, deathsInCustody);
  return preferred(data, politicalPrisoners)
    .filter((row) => row.metric === 'currently_held' && row.counted_by === 'Viasna')
    .filter((row) => row.qualifier === 'exact' && row.reported_in === 'report')
    .map((row) => ({
      date: row.date,
      precision: row.date_precision,
      value: row.value,
      died: deaths.filter(({ date }) => date <= row.date).length,
    }))
    .sort(by((row) => row.date));
}
