/** What the commission announced for Sviatlana Tsikhanouskaya in 2020, to hold copied protocols against. */
import type { DataPackage } from '../../data/package.ts';
import { presidentialResults } from '../../data/tables/presidential-results.ts';
import { regionalResults2020 } from '../../data/tables/regional-results-2020.ts';
import { preferred } from './tables.ts';

const SHE = 'Sviatlana Tsikhanouskaya';

export interface OfficialSide {
  readonly region: string;
  readonly measure: string;
  readonly value: number;
  readonly qualifier: string;
  readonly source: string;
}

/** Her official votes and shares, by region and for the country. */
export function officialOf(data: DataPackage): OfficialSide[] {
  const regional = preferred(data, regionalResults2020)
    .filter((row) => row.candidate === SHE)
    .map((row) => ({ region: row.region, measure: row.measure, value: row.value, qualifier: row.qualifier, source: row.source_id }));
  const country = preferred(data, presidentialResults)
    .filter((row) => row.candidate === SHE && row.official === 'yes')
    .flatMap((row) => [
      { measure: 'votes', value: row.votes, source: row.source_id },
      { measure: 'share', value: row.share_percent, source: row.source_id },
    ])
    .flatMap((side) => (side.value === null ? [] : [{ ...side, value: side.value, region: 'belarus', qualifier: 'exact' }]));
  return [...regional, ...country];
}
