/** The tables of the data package, in the order in which readers meet them. A new table is one line here. */
import type { Table } from './table.ts';
import { convictions } from './tables/convictions.ts';
import { counters } from './tables/counters.ts';
import { deathsInCustody } from './tables/deaths-in-custody.ts';
import { detentionTotals } from './tables/detention-totals.ts';
import { detentions } from './tables/detentions.ts';
import { newlyRecognised } from './tables/newly-recognised.ts';
import { politicalPrisoners } from './tables/political-prisoners.ts';
import { presidentialResults } from './tables/presidential-results.ts';
import { protestSizes } from './tables/protest-sizes.ts';
import { releases } from './tables/releases.ts';
import { sources } from './tables/sources.ts';

export const tables: readonly Table[] = [
  politicalPrisoners,
  newlyRecognised,
  convictions,
  releases,
  deathsInCustody,
  detentions,
  detentionTotals,
  protestSizes,
  presidentialResults,
  counters,
  sources,
];
