/** A chart's rows for programs: a CSV of just what is drawn, and what it means beside it. */

import { lastDayOfMonth } from '../data/days.ts';
import { citationOf } from '../data/exports/citation.ts';
import { csvLine } from '../data/exports/csv.ts';
import type { CorrectionRow } from '../data/exports/marks.ts';
import type { PackageFacts } from '../data/facts.ts';
import type { RowOf } from '../data/table.ts';
import type { sources } from '../data/tables/sources.ts';
import type { Cell } from './kit/cells.ts';
import type { RenderedCell, RenderedChart } from './render.ts';

type Source = RowOf<typeof sources.fields>;
type Value = string | number | null;

/** A column of the CSV, with what it says of a cell and of itself. */
interface MachineColumn {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'number' | 'date';
  readonly unit?: 'percent';
  /** Words of values that are names: `in-digest`, read as "a digest". */
  readonly labels?: Readonly<Record<string, string>>;
  readonly read: (cell: Cell) => Value;
}

export interface ChartFiles {
  readonly csv: string;
  readonly metadata: string;
}

/**
 * The text of `<id>.csv` and `<id>.metadata.json`. In the CSV each column of the chart's table is one or more: a number and,
 * where any is bounded, its `_qualifier`; the ends of a range as `_low` and `_high`; a day and its `_precision`;
 * and `_missing`, which says why a cell of numbers is empty. The last column names the sources of the row. `corrections` are those of
 * the package: the metadata has those of the chart's tables.
 */
export function chartFiles(
  chart: RenderedChart,
  documents: ReadonlyMap<string, Source>,
  facts: PackageFacts,
  corrections: readonly CorrectionRow[] = [],
): ChartFiles {
  const columns = chart.keys.map((key, index) => machineColumns(key, chart.columns[index] ?? key, cellsOf(chart, index)));
  const lines = chart.rows.map(({ cells, sources: ids }) =>
    csvLine([...cells.flatMap(({ cell }, index) => columns[index]?.map(({ read }) => read(cell)) ?? []), ids.join(';')]),
  );
  const flat = columns.flat();
  const header = csvLine([...flat.map(({ name }) => name), 'source_ids']);
  return {
    csv: `${[header, ...lines].join('\n')}\n`,
    metadata: `${JSON.stringify(describeChart(chart, flat, documents, facts, corrections), null, 2)}\n`,
  };
}

function cellsOf(chart: RenderedChart, index: number): RenderedCell[] {
  return chart.rows.flatMap(({ cells }) => cells[index] ?? []);
}

/** Throws where words stand among numbers or days: a file for programs has no place for them. */
function machineColumns(key: string, title: string, cells: readonly RenderedCell[]): MachineColumn[] {
  const name = key.replace(/^column-/, '').replaceAll('-', '_');
  const kinds = new Set(cells.map(({ cell }) => cell.kind));
  const labels = Object.fromEntries(cells.flatMap(({ cell, text }) => (cell.kind === 'label' ? [[cell.key, text]] : [])));
  if (!kinds.has('number') && !kinds.has('range') && !kinds.has('date')) {
    const words: MachineColumn = { name, title, type: 'string', read: wordsOf };
    return [kinds.has('label') ? { ...words, labels } : words];
  }
  if (cells.some(({ cell }) => (cell.kind === 'text' || cell.kind === 'terms') && wordsOf(cell) !== ''))
    throw new RangeError(`the column ${key} has words among numbers or days`);
  const missing: MachineColumn[] = kinds.has('label')
    ? [{ name: `${name}_missing`, title, type: 'string', labels, read: (cell) => (cell.kind === 'label' ? cell.key : null) }]
    : [];
  if (kinds.has('date')) {
    const precision: MachineColumn = {
      name: `${name}_precision`,
      title,
      type: 'string',
      read: (cell) => (cell.kind === 'date' ? cell.precision : null),
    };
    return [{ name, title, type: 'date', read: dayOf }, precision, ...missing];
  }
  return [...amounts(name, title, cells), ...missing];
}

function amounts(name: string, title: string, cells: readonly RenderedCell[]): MachineColumn[] {
  const percent = cells.some(({ cell }) => (cell.kind === 'number' || cell.kind === 'range') && cell.unit === '%');
  const about: Omit<MachineColumn, 'name' | 'read'> = { title, type: 'number', ...(percent ? { unit: 'percent' } : {}) };
  const bounded = cells.some(({ cell }) => cell.kind === 'number' && cell.qualifier !== 'exact');
  const qualifier: MachineColumn[] = bounded
    ? [{ name: `${name}_qualifier`, title, type: 'string', read: (cell) => (cell.kind === 'number' ? cell.qualifier : null) }]
    : [];
  const ends: MachineColumn[] = cells.some(({ cell }) => cell.kind === 'range')
    ? [
        { ...about, name: `${name}_low`, read: lowOf },
        { ...about, name: `${name}_high`, read: highOf },
      ]
    : [{ ...about, name, read: lowOf }];
  return [...ends, ...qualifier];
}

/** As in the tables, a month stands as its last day and a year as 31 December. */
function dayOf(cell: Cell): string | null {
  if (cell.kind !== 'date') return null;
  return cell.precision === 'month' ? lastDayOfMonth(cell.iso) : cell.precision === 'year' ? `${cell.iso.slice(0, 4)}-12-31` : cell.iso;
}

function wordsOf(cell: Cell): string | null {
  if (cell.kind === 'terms') return cell.values.join(' + ');
  return cell.kind === 'text' ? cell.text : cell.kind === 'label' ? cell.key : null;
}

function lowOf(cell: Cell): number | null {
  return cell.kind === 'range' ? cell.low : cell.kind === 'number' ? cell.value : null;
}

function highOf(cell: Cell): number | null {
  return cell.kind === 'range' ? cell.high : cell.kind === 'number' ? cell.value : null;
}

function describeChart(
  chart: RenderedChart,
  columns: readonly MachineColumn[],
  documents: ReadonlyMap<string, Source>,
  facts: PackageFacts,
  corrections: readonly CorrectionRow[],
): Record<string, unknown> {
  const { id, title, subtitle, note, description, asOf, tables, sources: ids } = chart;
  return {
    id,
    title,
    subtitle,
    note,
    description,
    url: `/charts/${id}/`,
    asOf: { date: asOf.iso, precision: asOf.precision },
    tables,
    package: facts.name,
    version: facts.version,
    lastUpdated: facts.released,
    licenses: [facts.licence],
    citation: citationOf(facts, title),
    // Of every row of its tables: what a chart sums up has no cell of its own to be marked.
    ...(corrections.some(({ table }) => tables.includes(table))
      ? { corrections: corrections.filter(({ table }) => tables.includes(table)) }
      : {}),
    rows: chart.rows.length,
    columns: Object.fromEntries([
      ...columns.map(({ name, title: heading, type, unit, labels }) => [
        name,
        { title: heading, type, ...(unit ? { unit } : {}), ...(labels ? { labels } : {}) },
      ]),
      ['source_ids', { title: 'source_id of each document that the row rests on, separated by semicolons', type: 'string' }],
    ]),
    sources: ids.map((sourceId) => documents.get(sourceId)),
  };
}
