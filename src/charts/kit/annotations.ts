/** What time charts mark: votes and waves of release. One list, read from the data, for all of them. */
import type { DataPackage } from '../../data/package.ts';
import { presidentialResults } from '../../data/tables/presidential-results.ts';
import { releases } from '../../data/tables/releases.ts';
import { by, preferred } from './tables.ts';

/** Days of the presidential elections, oldest first. */
export function votes(data: DataPackage): string[] {
  return [...new Set(data.rows(presidentialResults).map((row) => row.election_date))].sort();
}

export interface Wave {
  readonly date: string;
  readonly precision: string;
  readonly released: number;
  readonly qualifier: string;
  readonly form: string;
  readonly confidence: string;
  readonly counter: string;
  readonly source: string;
}

/** Waves of release that are the preferred account, oldest first. */
export function waves(data: DataPackage): Wave[] {
  return preferred(data, releases)
    .filter((row) => row.released !== null)
    .map((row) => ({
      date: row.date,
      precision: row.date_precision,
      released: row.released,
      qualifier: row.qualifier,
      form: row.form,
      confidence: row.confidence,
      counter: row.counted_by,
      source: row.source_id,
    }))
    .sort(by((row) => row.date));
}
