import { areaY, axisX, axisY, dot, gridY, line, type Markish, ruleX, ruleY } from '@observablehq/plot';
import { indices } from '../data/tables/indices.ts';
import { votes } from './kit/annotations.ts';
import { numberMargin } from './kit/axes.ts';
import { labelAt, panelHead } from './kit/captions.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, muted, paper, rule } from './kit/palette.ts';
import { twoPanels } from './kit/panels.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';

/** The series drawn, in the order of the table. The later version of V-Dem recalculates all years: its one score is joined to nothing. */
const SERIES = ['vdem-electoral-v15', 'vdem-liberal-v15', 'vdem-liberal-v16', 'fh-total'] as const;
/** Totals of Freedom House from here on are printed ones; before, they are sums of its two sub-scores. */
const FIRST_PRINTED_TOTAL = 2012;
const FIRST_YEAR = 1991;
const LAST_YEAR = 2025;
const TOP = { narrow: 290, wide: 300 };

interface IndexRow extends DatedRow {
  readonly series: (typeof SERIES)[number];
  readonly year: number;
  readonly value: number;
  readonly band: readonly [number, number] | null;
  readonly counter: string;
  /** Years of presidential elections. */
  readonly votes: readonly number[];
}

/** Two measures of democracy by V-Dem with their uncertainty, and the score of Freedom House. */
export const democracy = defineChart<IndexRow>({
  id: 'democracy',
  tables: ['indices', 'presidential-results'],
  height: { narrow: TOP.narrow + 230, wide: TOP.wide + 230 },
  rows: ({ data }) => {
    const elections = [...new Set(votes(data).map((vote) => Number(vote.slice(0, 4))))];
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
  draw: (rows, frame) =>
    twoPanels(
      frame,
      TOP[frame.size],
      (upper) => drawVdem(rows, upper),
      (lower) => drawFreedomHouse(rows, lower),
    ),
  describe: (rows, words) => {
    const sentence = (series: IndexRow['series']): string => {
      const scores = rows.filter((row) => row.series === series);
      const told = extremes(scores, ({ value }) => value, `scores of ${series}`);
      const value = (row: IndexRow): string => words.number(row.value, 'exact', digits(row));
      return words.sentence(series, gapsOf({ ...told }, { year: ({ year }) => String(year), value }));
    };
    return SERIES.map(sentence);
  },
});

const digits = (row: IndexRow): number => (row.series === 'fh-total' ? 0 : row.series === 'vdem-liberal-v16' ? 2 : 3);

/** What both panels share: the years, the elections, the heading. */
function base(frame: Frame, rows: readonly IndexRow[], max: number, ticks: readonly number[], heading: string, about: string) {
  const left = numberMargin(frame, '0.6');
  const elections = rows[0]?.votes ?? [];
  const years = [1995, 2000, 2005, 2010, 2015, 2020, 2025].filter((year) => !frame.narrow || year % 10 === 5);
  return {
    options: {
      marginLeft: left,
      marginRight: frame.narrow ? 16 : 22,
      marginTop: 48,
      marginBottom: 26,
      x: { domain: [FIRST_YEAR - 0.5, LAST_YEAR + 0.5], label: null },
      y: { domain: [0, max], label: null },
    },
    marks: [
      gridY(ticks, { stroke: rule, strokeOpacity: 1 }),
      axisY(ticks, { tickSize: 0, tickPadding: 6, fill: muted, label: null }),
      ruleX(elections, { stroke: muted, strokeDasharray: '1 4' }),
      ruleY([0], { stroke: muted }),
      axisX(years, { tickFormat: String, tickSize: 5, tickPadding: 4, fill: muted, stroke: muted, label: null }),
      ...panelHead(frame.words.label(heading), frame.words.label(about), left, 48),
    ],
  };
}

const place = { x: (row: IndexRow): number => row.year, y: (row: IndexRow): number => row.value };

function drawVdem(rows: readonly IndexRow[], frame: Frame): SVGSVGElement {
  const { words } = frame;
  const { options, marks } = base(frame, rows, 0.7, [0.2, 0.4, 0.6], 'heading-vdem', 'about-vdem');
  const colour = counterColour.media_and_pollsters;
  const of = (series: IndexRow['series']): IndexRow[] => rows.filter((row) => row.series === series);
  const [electoral, liberal, later] = [of('vdem-electoral-v15'), of('vdem-liberal-v15'), of('vdem-liberal-v16')];
  const value = (row: IndexRow): string => words.number(row.value, 'exact', digits(row));
  const year = (list: readonly IndexRow[], wanted: number): IndexRow | undefined => list.find((row) => row.year === wanted);
  return drawPlot(frame, {
    ...options,
    marks: [
      ...marks,
      ...[electoral, liberal].flatMap((series, index): Markish[] => [
        areaY(series, {
          x: 'year',
          y1: (row: IndexRow) => row.band?.[0],
          y2: (row: IndexRow) => row.band?.[1],
          fill: colour,
          fillOpacity: 0.22,
        }),
        line(series, { x: 'year', y: 'value', stroke: colour, strokeWidth: 1.8, ...(index === 0 ? {} : { strokeDasharray: '5 2.5' }) }),
        dot(series, { x: 'year', y: 'value', r: 1.8, fill: colour, ...forRows(series, rows) }),
      ]),
      dot(later, {
        x: 'year',
        y: 'value',
        r: 4,
        symbol: 'diamond',
        fill: paper,
        stroke: colour,
        strokeWidth: 1.4,
        ...forRows(later, rows),
      }),
      ...labelAt(year(electoral, frame.narrow ? 1999 : 1998), () => words.label('label-electoral'), {
        ...place,
        dx: 8,
        dy: -18,
        textAnchor: 'start',
      }),
      ...labelAt(year(liberal, 2004), () => words.label('label-liberal'), { ...place, dy: 15 }),
      ...labelAt(year(electoral, 2019), value, { ...place, dy: -16 }),
      ...labelAt(electoral.at(-1), value, { ...place, dx: 8, dy: -16 }),
      ...labelAt(later[0], value, { ...place, dy: -15 }),
    ],
  });
}

function drawFreedomHouse(rows: readonly IndexRow[], frame: Frame): SVGSVGElement {
  const { options, marks } = base(frame, rows, 30, [10, 20, 30], 'heading-fh', 'about-fh');
  const colour = counterColour.rights_groups;
  const totals = rows.filter(({ series }) => series === 'fh-total');
  const printed = totals.filter(({ year }) => year >= FIRST_PRINTED_TOTAL);
  const summed = totals.filter(({ year }) => year < FIRST_PRINTED_TOTAL);
  const highest = totals.reduce<IndexRow | undefined>((top, row) => (top && top.value >= row.value ? top : row), undefined);
  const value = (row: IndexRow): string => frame.words.number(row.value);
  return drawPlot(frame, {
    ...options,
    marks: [
      ...marks,
      line(printed, { x: 'year', y: 'value', stroke: colour, strokeWidth: 1.8 }),
      dot(printed, { x: 'year', y: 'value', r: 2.6, fill: colour, ...forRows(printed, rows) }),
      dot(summed, { x: 'year', y: 'value', r: 2.6, fill: paper, stroke: colour, strokeWidth: 1.3, ...forRows(summed, rows) }),
      ...labelAt(summed[0], value, { ...place, dy: -14 }),
      ...labelAt(highest, value, { ...place, dy: -14 }),
      ...labelAt(totals.at(-1), value, { ...place, dy: -14 }),
    ],
  });
}
