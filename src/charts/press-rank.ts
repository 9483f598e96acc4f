import { dot, line, ruleX, text } from '@observablehq/plot';
import { indices } from '../data/tables/indices.ts';
import { labelsAt } from './kit/captions.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { indexYears } from './kit/index-years.ts';
import { counterColour, counterSymbol, halo, ink } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';

/** The two methods of the index, each a series of its own. */
const METHODS = ['rsf-2021', 'rsf-2022'] as const;
/** The first edition by the present method. */
const METHOD_CHANGED = 2022;

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
  height: { narrow: 300, wide: 310 },
  rows: ({ data }) => {
    return METHODS.flatMap((series) =>
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
    );
  },
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
    const lowest = Math.max(...rows.map((row) => row.of ?? row.rank));
    // A line joins the editions of neighbouring years that one method ranked.
    const pieces = rows.map((row, index) => {
      const before = rows.slice(0, index + 1);
      const breaks = before.filter(
        (each, nth) => nth > 0 && (each.series !== before[nth - 1]?.series || each.year - (before[nth - 1]?.year ?? 0) > 1),
      );
      return { ...row, piece: breaks.length };
    });
    const { options, marks } = indexYears(frame, {
      from: Math.min(...rows.map(({ year }) => year)),
      to: last,
      votes: [],
      domain: [lowest, 1],
      ticks: [1, 50, 100, 150, lowest],
      tickText: (value) => frame.words.number(value),
    });
    const place = { x: (row: RankRow): number => row.year, y: (row: RankRow): number => row.rank };
    const newest = rows.filter(({ year }) => year === last);
    // The first edition and the ends of each method: the others lie between them.
    const told = rows.filter((row, index) => row.year !== last && (index === 0 || row.series !== rows[index - 1]?.series));
    return drawPlot(frame, {
      ...options,
      marks: [
        ...marks,
        ruleX([METHOD_CHANGED - 0.6], { stroke: ink, strokeWidth: 1, className: 'axis', insetTop: frame.narrow ? 180 : 186 }),
        text([frame.words.label('break')], {
          x: METHOD_CHANGED - 0.6,
          frameAnchor: 'top',
          dx: 0,
          dy: frame.narrow ? 170 : 180,
          fontSize: 12,
          fill: ink,
          ...halo,
        }),
        line(pieces, { x: 'year', y: 'rank', z: 'piece', stroke: colour, strokeWidth: 2 }),
        dot(rows, { x: 'year', y: 'rank', r: 3.2, symbol: counterSymbol.rights_groups, fill: colour, ...forRows(rows, rows) }),
        labelsAt(told, (row) => frame.words.number(row.rank), { ...place, dx: -3, dy: -14, textAnchor: 'start', fontSize: 12 }),
        findingText(
          frame,
          newest,
          (row) => frame.words.label('place', { rank: frame.words.number(row.rank), of: frame.words.number(row.of ?? lowest) }),
          {
            ...place,
            dx: 10,
            // Near its mark on a desk; on a phone it would stand across the line of the new method.
            dy: frame.narrow ? -66 : -28,
            textAnchor: 'end',
          },
        ),
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
    const first = Math.min(...known);
    const missing = Array.from({ length: Math.max(...known) - first }, (_, index) => first + index).filter((year) => !known.includes(year));
    return [...told, ...(missing.length > 0 ? [words.sentence('gaps', { list: words.locale.list(missing.map(String)) })] : [])];
  },
});
