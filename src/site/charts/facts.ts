/** What a chart is about, for filters: whose counts it draws, and which years. */
import { type CounterGroup, counterGroupsOf } from '../../data/counters.ts';
import type { Edition } from '../edition.ts';

export interface ChartFacts {
  readonly groups: readonly CounterGroup[];
  /** Years of which drawn rows speak. */
  readonly years: readonly string[];
}

/** Counters are those of the rows, in the chart's tables, that rest on the chart's documents. */
export function factsOfChart(edition: Edition, id: string): ChartFacts {
  const chart = edition.charts.get(id);
  if (!chart) throw new RangeError(`there is no chart "${id}"`);
  const byName = counterGroupsOf(edition.data);
  const sources = new Set(chart.sources);
  const groups = new Set<CounterGroup>();
  for (const table of chart.tables) {
    for (const { values } of edition.data.read(table)?.rows ?? []) {
      const group = byName.get(String(values['counted_by']));
      if (group && sources.has(String(values['source_id']))) groups.add(group);
    }
  }
  const years = chart.rows.flatMap(({ iso }) => (iso === null ? [] : [iso.slice(0, 4)]));
  return { groups: [...groups].sort(), years: [...new Set(years)].sort() };
}
