import { areaY, dot, line, type Markish } from '@observablehq/plot';
import { indices } from '../data/tables/indices.ts';
import { votes } from './kit/annotations.ts';
import { labelAt } from './kit/captions.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { indexYears, yearsOf } from './kit/index-years.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';

/** The series drawn, in the order of the table. The later version recalculates all years: its one score is joined to nothing. */
const SERIES = ['vdem-electoral-v15', 'vdem-liberal-v15', 'vdem-liberal-v16'] as const;
type Series = (typeof SERIES)[number];
/** The years before and after the vote of 2020 that the title holds against each other. */
const BEFORE = 2019;

interface IndexRow extends DatedRow {
  readonly series: Series;
  readonly year: number;
  readonly value: number;
  readonly band: readonly [number, number] | null;
  readonly counter: string;
  /** Years of presidential elections. */
  readonly votes: readonly number[];
}

/** Two measures of democracy by V-Dem, with their uncertainty. */
export const democracy = defineChart<IndexRow>({
  id: 'democracy',
  tables: ['indices', 'presidential-results'],
  height: { narrow: 320, wide: 340 },
  rows: ({ data }) => {
    const elections = yearsOf(votes(data));
    return SERIES.flatMap((series) =>
      preferred(data, indices)
        .filter((row) => row.series === series && row.measure === 'score')
        .map((row) => ({
          series,
          year: Number(row.date.slice(0, 4)),
          value: row.value,
          band: row.lower === null || row.upper === null ? null : ([row.lower, row.upper] as const),
          counter: row.counted_by,
          sources: [row.source_id],
          until: { iso: row.date, precision: 'year' },
          votes: elections,
        }))
        .sort((a, b) => a.year - b.year),
    );
  },
  columns: [
    { key: 'column-series', cell: (row) => label(row.series) },
    { key: 'column-year', cell: (row) => date(row.until.iso, 'year') },
    { key: 'column-value', cell: (row) => number(row.value, 'exact', digits(row)) },
    { key: 'column-lower', cell: (row): Cell => (row.band ? number(row.band[0], 'exact', digits(row)) : plain('')) },
    { key: 'column-upper', cell: (row): Cell => (row.band ? number(row.band[1], 'exact', digits(row)) : plain('')) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const { words } = frame;
    const years = rows.map(({ year }) => year);
    const lastTold = Math.max(...rows.filter(({ series }) => series === SERIES[0]).map(({ year }) => year));
    const { options, marks } = indexYears(frame, {
      from: Math.min(...years),
      to: Math.max(...years),
      // On a phone the line of a vote after the last score would leave no room for its number.
      votes: (rows[0]?.votes ?? []).filter((year) => !frame.narrow || year <= lastTold),
      domain: [0, 1],
      ticks: [0, 0.5, 1],
      tickText: (value) => words.number(value, 'exact', value % 1 === 0 ? 0 : 1),
    });
    const colour = counterColour.media_and_pollsters;
    const of = (series: Series): IndexRow[] => rows.filter((row) => row.series === series);
    const [electoral, liberal, later] = SERIES.map(of);
    const place = { x: (row: IndexRow): number => row.year, y: (row: IndexRow): number => row.value };
    const told = (electoral ?? []).filter((row, index, all) => row.year === BEFORE || index === all.length - 1);
    const top = electoral?.find(({ year }) => year === Math.min(...years) + 4);
    return drawPlot(frame, {
      ...options,
      marks: [
        ...marks,
        ...[electoral ?? [], liberal ?? []].flatMap((series, index): Markish[] => [
          areaY(series, {
            x: 'year',
            y1: (row: IndexRow) => row.band?.[0],
            y2: (row: IndexRow) => row.band?.[1],
            fill: colour,
            fillOpacity: 0.2,
          }),
          line(series, { x: 'year', y: 'value', stroke: colour, strokeWidth: 2, ...(index === 0 ? {} : { strokeDasharray: '5 2.5' }) }),
          dot(series, { x: 'year', y: 'value', r: 1.6, symbol: 'square', fill: colour, ...forRows(series, rows) }),
        ]),
        dot(later ?? [], {
          x: 'year',
          y: 'value',
          r: 4,
          symbol: counterSymbol.media_and_pollsters,
          fill: colour,
          ...forRows(later ?? [], rows),
        }),
        ...labelAt(top, () => words.label('label-electoral'), {
          ...place,
          dx: 10,
          dy: -12,
          textAnchor: 'start',
          fontWeight: 600,
          fill: colour,
        }),
        // On a phone there is no room under the line for the words of every language, but above it.
        ...labelAt(liberal?.at(frame.narrow ? -15 : -12), () => words.label('label-liberal'), {
          ...place,
          dy: frame.narrow ? -12 : 18,
          fontWeight: 600,
          fill: colour,
        }),
        ...told.map((row) =>
          findingText(frame, [row], ({ value }) => words.number(value, 'exact', 2), {
            ...place,
            ...(frame.narrow && row.year === lastTold ? { textAnchor: 'start', dx: -20 } : { textAnchor: 'end', dx: 5 }),
            dy: -24,
          }),
        ),
      ],
    });
  },
  describe: (rows, words) =>
    SERIES.map((series) => {
      const scores = rows.filter((row) => row.series === series);
      const told = extremes(scores, ({ value }) => value, `scores of ${series}`);
      const value = (row: IndexRow): string => words.number(row.value, 'exact', digits(row));
      return words.sentence(series, gapsOf({ ...told }, { year: ({ year }) => String(year), value }));
    }),
});

const digits = (row: IndexRow): number => (row.series === 'vdem-liberal-v16' ? 2 : 3);
