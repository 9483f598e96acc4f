import { axisX, axisY, dot, gridY, line, type Markish, ruleX, text } from '@observablehq/plot';
import { indices } from '../data/tables/indices.ts';
import { numberMargin } from './kit/axes.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { counterColour, halo, ink, muted, rule } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';

/** The two methods of the index, each a series of its own. */
const METHODS = ['rsf-2021', 'rsf-2022'] as const;
const FIRST_YEAR = 2008;
/** Editions whose place is written where there is room for few. */
const NARROW_LABELS = [2008, 2012, 2016, 2020, 2022, 2024, 2026];

interface RankRow extends DatedRow {
  readonly series: string;
  readonly year: number;
  readonly rank: number;
  readonly of: number | null;
  readonly counter: string;
}

/** The place of Belarus in the press freedom index of Reporters Without Borders, broken where the method changed. */
export const pressRank = defineChart<RankRow>({
  id: 'press-rank',
  tables: ['indices'],
  height: { narrow: 320, wide: 320 },
  rows: ({ data }) =>
    METHODS.flatMap((series) =>
      preferred(data, indices)
        .filter((row) => row.series === series && row.measure === 'rank')
        .map((row) => ({
          series,
          year: Number(row.date.slice(0, 4)),
          rank: row.value,
          of: row.rank_of,
          counter: row.counted_by,
          sources: [row.source_id],
          until: { iso: row.date, precision: 'year' },
        }))
        .sort((a, b) => a.year - b.year),
    ),
  columns: [
    { key: 'column-year', cell: (row) => date(row.until.iso, 'year') },
    { key: 'column-rank', cell: (row) => number(row.rank) },
    { key: 'column-of', cell: (row): Cell => (row.of === null ? label('not-stated') : number(row.of)) },
    { key: 'column-method', cell: (row) => label(row.series) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const colour = counterColour.rights_groups;
    const last = Math.max(...rows.map(({ year }) => year));
    const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    const left = numberMargin(frame, '180');
    // A line joins the editions of neighbouring years that one method ranked.
    const pieces = rows.map((row, index) => {
      const before = rows.slice(0, index + 1);
      const breaks = before.filter(
        (each, nth) => nth > 0 && (each.series !== before[nth - 1]?.series || each.year - (before[nth - 1]?.year ?? 0) > 1),
      );
      return { ...row, piece: breaks.length };
    });
    const labelled = rows.filter((row) => !frame.narrow || NARROW_LABELS.includes(row.year));
    const low = (row: RankRow): boolean => row.rank >= 165;
    return drawPlot(frame, {
      marginLeft: left,
      marginRight: 18,
      marginTop: 58,
      marginBottom: 28,
      x: { domain: [FIRST_YEAR - 0.5, last + 0.5], label: null },
      y: { domain: [184, 145], label: null },
      marks: [
        gridY([150, 160, 170, 180], { stroke: rule, strokeOpacity: 1 }),
        axisY([150, 160, 170, 180], { tickSize: 0, tickPadding: 6, fill: muted, label: null }),
        axisX(
          years.filter((year) => (year - FIRST_YEAR) % (frame.narrow ? 4 : 2) === 0),
          { tickFormat: String, tickSize: 5, tickPadding: 4, fill: muted, stroke: muted, label: null },
        ),
        ruleX([2021.5], { stroke: muted, strokeDasharray: '2 3', insetTop: -4 }),
        text([frame.words.label('break')], { x: 2021.5, frameAnchor: 'top', dy: -17, fill: muted }),
        line(pieces, { x: 'year', y: 'rank', z: 'piece', stroke: colour, strokeWidth: 2 }),
        dot(rows, { x: 'year', y: 'rank', r: 3.6, fill: colour, ...forRows(rows, rows) }),
        ...[labelled.filter(low), labelled.filter((row) => !low(row))].map((some, index) =>
          text(some, {
            x: 'year',
            y: 'rank',
            text: (row: RankRow) => frame.words.number(row.rank),
            dy: index === 0 ? 14 : -13,
            fill: ink,
            ...halo,
          }),
        ),
        heading(frame.words.label('axis'), left),
      ],
    });
  },
  describe: (rows, words) => {
    const told = METHODS.map((series) => {
      const ranks = rows.filter((row) => row.series === series);
      // The first place is the best.
      const { first, last, lowest: best, highest: worst } = extremes(ranks, ({ rank }) => rank, `ranks of ${series}`);
      return words.sentence(
        series,
        gapsOf({ first, last, best, worst }, { year: ({ year }) => String(year), rank: ({ rank }) => words.number(rank) }),
      );
    });
    const known = rows.map(({ year }) => year);
    const missing = Array.from({ length: Math.max(...known) - FIRST_YEAR }, (_, index) => FIRST_YEAR + index).filter(
      (year) => !known.includes(year),
    );
    return [...told, ...(missing.length > 0 ? [words.sentence('gaps', { list: words.locale.list(missing.map(String)) })] : [])];
  },
});

function heading(words: string, left: number): Markish {
  return text([words], { frameAnchor: 'top-left', dx: -left, dy: -56, fill: muted });
}
