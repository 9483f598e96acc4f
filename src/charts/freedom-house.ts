import { dot, line } from '@observablehq/plot';
import { indices } from '../data/tables/indices.ts';
import { votes } from './kit/annotations.ts';
import { labelAt } from './kit/captions.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { indexYears, yearsOf } from './kit/index-years.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, preferred } from './kit/tables.ts';

/** Totals from here on are printed ones; before, they are sums of the two sub-scores. */
const FIRST_PRINTED_TOTAL = 2012;

interface TotalRow extends DatedRow {
  readonly year: number;
  readonly value: number;
  readonly printed: boolean;
  readonly counter: string;
  readonly votes: readonly number[];
}

/** The total score of Belarus in Freedom in the World, by the year assessed. */
export const freedomHouse = defineChart<TotalRow>({
  id: 'freedom-house',
  tables: ['indices', 'presidential-results'],
  height: { narrow: 280, wide: 290 },
  rows: ({ data }) => {
    const elections = yearsOf(votes(data));
    return preferred(data, indices)
      .filter((row) => row.series === 'fh-total' && row.measure === 'score')
      .sort(by((row) => row.date))
      .map((row) => {
        const year = Number(row.date.slice(0, 4));
        return {
          year,
          value: row.value,
          printed: year >= FIRST_PRINTED_TOTAL,
          counter: row.counted_by,
          sources: [row.source_id],
          until: { iso: row.date, precision: 'year' },
          votes: elections,
        };
      });
  },
  columns: [
    { key: 'column-year', cell: (row) => date(row.until.iso, 'year') },
    { key: 'column-value', cell: (row) => number(row.value) },
    { key: 'column-kind', cell: (row) => label(row.printed ? 'printed' : 'summed') },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const years = rows.map(({ year }) => year);
    const { options, marks } = indexYears(frame, {
      from: Math.min(...years),
      to: Math.max(...years),
      votes: rows[0]?.votes ?? [],
      domain: [0, 100],
      ticks: [0, 50, 100],
      tickText: (value) => frame.words.number(value),
    });
    const colour = counterColour.rights_groups;
    const printed = rows.filter((row) => row.printed);
    const summed = rows.filter((row) => !row.printed);
    const { highest, last } = extremes(rows, ({ value }) => value, 'totals');
    const place = { x: (row: TotalRow): number => row.year, y: (row: TotalRow): number => row.value };
    const look = { x: 'year', y: 'value', symbol: counterSymbol.rights_groups, fill: colour };
    return drawPlot(frame, {
      ...options,
      marks: [
        ...marks,
        line(printed, { x: 'year', y: 'value', stroke: colour, strokeWidth: 2 }),
        dot(printed, { ...look, r: 3.2, ...forRows(printed, rows) }),
        dot(summed, { ...look, r: 3.2, fillOpacity: 0.45, ...forRows(summed, rows) }),
        ...labelAt(summed[0], () => frame.words.label('summed'), { ...place, dx: -4, dy: -16, textAnchor: 'start', fontSize: 12 }),
        findingText(frame, [highest], (row) => frame.words.number(row.value), { ...place, dy: -18 }),
        // Beside its mark, off the line of the election.
        findingText(frame, [last], (row) => frame.words.number(row.value), { ...place, dx: 8, textAnchor: 'start' }),
      ],
    });
  },
  describe: (rows, words) => [
    words.sentence(
      'range',
      gapsOf(
        { ...extremes(rows, ({ value }) => value, 'totals') },
        { year: ({ year }) => String(year), value: ({ value }) => words.number(value) },
      ),
    ),
    words.sentence('series', { list: words.locale.list(rows.map(({ year, value }) => `${year}: ${words.number(value)}`)) }),
  ],
});
