/** Where a table or a source is used: by which charts, figures and tables. */
import { referencesOf } from '../../data/read.ts';
import { notesOf } from '../../story/story.ts';
import type { Edition } from '../edition.ts';

export interface TableUse {
  readonly charts: readonly string[];
  readonly figures: readonly string[];
}

/** The charts that read a table, and the figures that rest on its rows, in their order. */
export function useOfTable(edition: Edition, table: string): TableUse {
  return {
    charts: [...edition.charts.values()].filter((chart) => chart.tables.includes(table)).map(({ id }) => id),
    figures: [...edition.figures.values()].filter(({ grounds }) => grounds.some((ground) => ground.table === table)).map(({ id }) => id),
  };
}

export interface SourceUse {
  /** How many rows of each table rest on the document. */
  readonly rows: readonly { readonly table: string; readonly count: number }[];
  readonly charts: readonly string[];
  /** Whether a note of the story cites it. */
  readonly story: boolean;
}

/** The use of every source, by its id. */
export function useOfSources(edition: Edition): ReadonlyMap<string, SourceUse> {
  const rows = new Map<string, Map<string, number>>();
  for (const { table, rows: all } of edition.data.tables) {
    const fields = referencesOf(table).filter(({ references }) => references === 'sources');
    for (const { values } of all) {
      for (const { field } of fields) {
        const id = String(values[field]);
        const counts = rows.get(id) ?? new Map<string, number>();
        rows.set(id, counts.set(table.name, (counts.get(table.name) ?? 0) + 1));
      }
    }
  }
  const charts = [...edition.charts.values()];
  const cited = new Set(notesOf(edition.story).flatMap(({ sourceIds }) => sourceIds));
  return new Map(
    [...edition.sources.keys()].map((id) => [
      id,
      {
        rows: [...(rows.get(id) ?? [])].map(([table, count]) => ({ table, count })),
        charts: charts.filter((chart) => chart.sources.includes(id)).map((chart) => chart.id),
        story: cited.has(id),
      },
    ]),
  );
}
