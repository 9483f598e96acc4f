/** Who counts, looked up by the name that rows give. */
import type { DataPackage } from './package.ts';
import { type counterGroups, counters } from './tables/counters.ts';

export type CounterGroup = keyof typeof counterGroups;

/** The group of each counter by its name. The check of the package has made sure that every name stands in it. */
export function counterGroupsOf(data: DataPackage): ReadonlyMap<string, CounterGroup> {
  return new Map(data.rows(counters).map((row) => [row.counter, row.counter_group]));
}
