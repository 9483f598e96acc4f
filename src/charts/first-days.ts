import { text } from '@observablehq/plot';
import type { CounterGroup } from '../data/counters.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { detentions } from '../data/tables/detentions.ts';
import { boundedBarsX } from './kit/bars.ts';
import { label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { ends, gapsOf } from './kit/findings.ts';
import { counterColour, ink, muted, paper } from './kit/palette.ts';
import { drawPlot } from './kit/svg.ts';
import { by, groupLookup, onDay, preferred } from './kit/tables.ts';

const FIRST_DAY = '2020-08-09';
const LAST_MINISTRY_DAY = '2020-08-12';
const COUNTERS_OF_THE_SPAN = ['Interior Ministry', 'OHCHR'];

interface DayRow extends DatedRow {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly total: boolean;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
  readonly group: CounterGroup;
}

/** People detained in the first days after the vote of 2020: the ministry's days and total, and the UN's total. */
export const firstDays = defineChart<DayRow>({
  id: 'first-days',
  tables: ['detentions', 'detention-totals'],
  height: { narrow: 330, wide: 300 },
  rows: ({ data }) => {
    const groupOf = groupLookup(data);
    const days = preferred(data, detentions)
      .filter(
        (row) =>
          row.counted_by === 'Interior Ministry' && row.place === 'Belarus' && row.date >= FIRST_DAY && row.date <= LAST_MINISTRY_DAY,
      )
      .map((row) => ({ ...row, start: row.date, end: row.date, total: false }));
    const totals = preferred(data, detentionTotals)
      .filter(
        (row) => row.metric === 'detained' && row.place === 'Belarus' && row.period_start === FIRST_DAY && row.period_end <= '2020-08-14',
      )
      .filter(
        (row) =>
          COUNTERS_OF_THE_SPAN.includes(row.counted_by) && (row.counted_by !== 'Interior Ministry' || row.period_end === LAST_MINISTRY_DAY),
      )
      .map((row) => ({ ...row, start: row.period_start, end: row.period_end, total: true }));
    return [...days.sort(by((row) => row.start)), ...totals.sort(by((row) => row.end))].map((row) => ({
      key: `${row.counted_by} ${row.start} ${row.end}`,
      start: row.start,
      end: row.end,
      total: row.total,
      value: row.value,
      qualifier: row.qualifier,
      counter: row.counted_by,
      group: groupOf(row.counted_by),
      sources: [row.source_id],
      until: onDay(row.end),
    }));
  },
  columns: [
    { key: 'column-period', cell: (row) => label(labelKey(row)) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const y = (row: DayRow): string => row.key;
    return drawPlot(frame, {
      marginLeft: 0,
      marginRight: frame.narrow ? 116 : 136,
      marginTop: 4,
      marginBottom: 4,
      x: { domain: [0, Math.max(...rows.map(({ value }) => value))], axis: null },
      y: { type: 'band', domain: rows.map(y), axis: null, padding: 0.1 },
      marks: [
        ...boundedBarsX(rows, { y, fill: (row) => counterColour[row.group], insetTop: 21, insetBottom: 7 }),
        text(rows, {
          x: 0,
          y,
          text: (row: DayRow) => frame.words.label(labelKey(row)),
          textAnchor: 'start',
          dy: frame.narrow ? -16 : -13,
          fill: muted,
          stroke: paper,
          strokeWidth: 3,
        }),
        text(rows, {
          x: 'value',
          y,
          text: (row: DayRow) => frame.words.number(row.value, row.qualifier),
          textAnchor: 'start',
          dx: 8,
          dy: 7,
          fill: ink,
          fontWeight: 600,
        }),
      ],
    });
  },
  describe: (rows, words) => {
    const days = rows.filter(({ total }) => !total);
    const totals = rows.filter(({ total }) => total);
    const { first, last } = ends(days, 'days');
    return [
      words.sentence(
        'range',
        gapsOf({ first, last }, { date: (row) => words.date(row.start), value: (row) => words.number(row.value, row.qualifier) }),
      ),
      ...totals.map((row) =>
        words.sentence('total', {
          counter: row.counter,
          start: words.date(row.start),
          end: words.date(row.end),
          value: words.number(row.value, row.qualifier),
        }),
      ),
    ];
  },
});

/** The chart names each bar in words of its own: `day-9`, `total-official`. */
function labelKey(row: DayRow): string {
  return row.total ? `total-${row.group}` : `day-${Number(row.start.slice(8))}`;
}
