/** The files of a chart for programs: every value that the chart's table shows, and nothing else. */
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { chartFiles } from '../../../src/charts/export.ts';
import { type Cell, date, label, number, percent, range, words } from '../../../src/charts/kit/cells.ts';
import { charts } from '../../../src/charts/registry.ts';
import type { RenderedChart } from '../../../src/charts/render.ts';
import { projectRoot } from '../../../src/commands/root.ts';
import { loadFacts } from '../../../src/data/exports/exports.ts';
import { loadPackage } from '../../../src/data/package.ts';
import { sources } from '../../../src/data/tables/sources.ts';
import { loadFigures } from '../../../src/figures/figures.ts';

const data = loadPackage(join(projectRoot, 'data'));
const figures = loadFigures(join(projectRoot, 'content/figures.yml'), data);
const documents = new Map(data.rows(sources).map((source) => [source.source_id, source]));
const facts = loadFacts(join(projectRoot, 'data'));

/** A chart as it is rendered, without its drawings; its words are the keys. */
function rendered(
  id: string,
  keys: readonly string[],
  rows: readonly { cells: readonly Cell[]; sources: readonly string[] }[],
): RenderedChart {
  return {
    id,
    title: `Title of ${id}`,
    subtitle: '',
    note: '',
    reading: '',
    description: [],
    drawings: { narrow: '', wide: '' },
    columns: keys.map((key) => `Heading ${key}`),
    keys,
    rows: rows.map((row) => ({
      sources: row.sources,
      iso: null,
      cells: row.cells.map((cell) => ({ cell, numeric: false, text: cell.kind === 'label' ? `word ${cell.key}` : '' })),
    })),
    sources: [...new Set(rows.flatMap((row) => row.sources))],
    parts: null,
    histories: [],
    asOf: { iso: '2024-08-31', precision: 'month' },
    tables: [],
  };
}

test('each kind of cell has its columns', () => {
  const known = [...documents.keys()].slice(0, 2);
  const chart = rendered(
    'small',
    ['column-date', 'column-crowd-low', 'column-share', 'column-span', 'column-counted-by', 'column-read-in'],
    [
      {
        cells: [
          date('2024-08-05', 'month'),
          number(1000, 'more_than'),
          percent(84.28, 2),
          range(5, 9),
          words('A, "B"'),
          label('in-digest'),
        ],
        sources: known,
      },
      {
        cells: [date('2024-09-04'), label('no-figure'), percent(5), range(7, 7), words(''), label('in-report')],
        sources: known.slice(0, 1),
      },
    ],
  );
  const { csv, metadata } = chartFiles(chart, documents, facts);
  expect(csv).toBe(
    `date,date_precision,crowd_low,crowd_low_qualifier,crowd_low_missing,share,span_low,span_high,counted_by,read_in,source_ids
2024-08-31,month,1000,more_than,,84.28,5,9,"A, ""B""",in-digest,${known.join(';')}
2024-09-04,day,,,no-figure,5,7,7,,in-report,${known[0]}
`,
  );
  expect(JSON.parse(metadata)).toMatchObject({
    id: 'small',
    url: '/charts/small/',
    asOf: { date: '2024-08-31', precision: 'month' },
    version: facts.version,
    licenses: [{ name: 'CC-BY-4.0' }],
    columns: {
      crowd_low: { title: 'Heading column-crowd-low', type: 'number' },
      crowd_low_missing: { labels: { 'no-figure': 'word no-figure' } },
      share: { unit: 'percent' },
      read_in: { labels: { 'in-digest': 'word in-digest', 'in-report': 'word in-report' } },
    },
    sources: known.map((id) => ({ source_id: id, url: documents.get(id)?.url })),
  });
});

test('corrections of the tables behind a chart stand in its metadata, and those of others do not', () => {
  const chart = { ...rendered('small', ['column-crowd'], [{ cells: [number(1000)], sources: [] }]), tables: ['detention-totals'] };
  const correction = (table: string) => ({
    table,
    key: '{}',
    field: 'value',
    action: 'flag',
    printed: '1',
    given: '1',
    reason: 'Why.',
    source_id: null,
    status: 'open',
    date: '2026-01-01',
  });
  const corrections = [correction('detention-totals'), correction('releases')];
  expect(JSON.parse(chartFiles(chart, documents, facts, corrections).metadata).corrections).toEqual(corrections.slice(0, 1));
  expect(JSON.parse(chartFiles(chart, documents, facts).metadata)).not.toHaveProperty('corrections');
});

test('words among numbers are refused', () => {
  const chart = rendered(
    'mixed',
    ['column-value'],
    [
      { cells: [number(1)], sources: [] },
      { cells: [words('many')], sources: [] },
    ],
  );
  expect(() => chartFiles(chart, documents, facts)).toThrow('column-value');
});

describe.each(charts.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  const { rows: drawn, columns: keys, cells } = chart.prepare({ data, figures });
  const { csv, metadata } = chartFiles(
    rendered(
      id,
      keys,
      drawn.map((row, index) => ({ cells: cells[index] ?? [], sources: row.sources })),
    ),
    documents,
    facts,
  );
  const rows = csvParse(csv);

  test('has a header of plain names, each once', () => {
    expect(rows.columns.filter((column) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(column))).toEqual([]);
    expect(new Set(rows.columns).size).toBe(rows.columns.length);
    expect(Object.keys(JSON.parse(metadata).columns)).toEqual(rows.columns);
  });

  test('has every cell of the drawn rows', () => {
    expect(rows.length).toBe(drawn.length);
    for (const [index, row] of rows.entries()) {
      for (const [position, key] of keys.entries()) {
        const name = key.replace('column-', '').replaceAll('-', '_');
        const cell = cells[index]?.[position];
        const at = (suffix: string): string | undefined => row[name + suffix];
        if (cell?.kind === 'number') {
          expect(Number(at('') ?? at('_low'))).toBe(cell.value);
          expect(Number(at('') ?? at('_high'))).toBe(cell.value);
          expect(at('_qualifier') ?? 'exact').toBe(cell.qualifier);
        } else if (cell?.kind === 'range') expect([Number(at('_low')), Number(at('_high'))]).toEqual([cell.low, cell.high]);
        else if (cell?.kind === 'date') expect([at('')?.slice(0, 4), at('_precision')]).toEqual([cell.iso.slice(0, 4), cell.precision]);
        else if (cell?.kind === 'label') expect(at('_missing') ?? at('')).toBe(cell.key);
        else if (cell?.kind === 'terms') expect(at('')).toBe(cell.values.join(' + '));
        else expect(at('') ?? at('_low')).toBe(cell?.text);
      }
      expect(row['source_ids']).toBe(drawn[index]?.sources.join(';'));
    }
  });

  test('names documents that exist', () => {
    const listed: unknown[] = JSON.parse(metadata).sources;
    expect(listed.filter((source) => source === null)).toEqual([]);
    expect(listed.length).toBe(new Set(drawn.flatMap((row) => row.sources)).size);
  });
});
