import { ruleY, text } from '@observablehq/plot';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { nameAxis } from './kit/axes.ts';
import { date, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { boundedBarsY } from './kit/columns.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { shortMonth } from './kit/months.ts';
import { counterColour, halo, ink, muted } from './kit/palette.ts';
import { drawPlot } from './kit/svg.ts';
import { by, preferred } from './kit/tables.ts';

const FIRST_MONTH = '2020-08-01';
const LAST_MONTH = '2021-06-01';

interface MonthRow extends DatedRow {
  /** First day of the month. */
  readonly month: string;
  readonly value: number;
  readonly qualifier: string;
}

/** People detained by month, as Viasna's monthly reviews counted them: every bar is a lower bound. */
export const arrestsByMonth = defineChart<MonthRow>({
  id: 'arrests-by-month',
  tables: ['detention-totals'],
  height: { narrow: 330, wide: 340 },
  rows: ({ data }) =>
    preferred(data, detentionTotals)
      .filter(
        (row) =>
          row.metric === 'detained' &&
          row.place === 'Belarus' &&
          row.period === 'month' &&
          row.counted_by === 'Viasna' &&
          row.period_start >= FIRST_MONTH &&
          row.period_start <= LAST_MONTH,
      )
      .map((row) => ({
        month: row.period_start,
        value: row.value,
        qualifier: row.qualifier,
        sources: [row.source_id],
        until: { iso: row.period_end, precision: 'month' },
      }))
      .sort(by((row) => row.month)),
  columns: [
    { key: 'column-month', cell: (row) => date(row.month, 'month') },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
  ],
  draw: (rows, frame) => {
    const x = (row: MonthRow): string => row.month;
    const highest = Math.max(...rows.map(({ value }) => value));
    const { locale } = frame.words;
    // The year stands under its first month only.
    const monthName = (iso: string, index: number): string =>
      index === 0 || iso.slice(5, 7) === '01' ? `${shortMonth(iso, locale)}\n${iso.slice(0, 4)}` : shortMonth(iso, locale);
    return drawPlot(frame, {
      marginLeft: 2,
      marginRight: 2,
      marginTop: 20,
      marginBottom: 46,
      x: { type: 'band', domain: rows.map(x), label: null, padding: 0 },
      y: { domain: [0, highest * 1.08], axis: null },
      marks: [
        nameAxis(rows.map(x), { padding: 8, name: monthName, lineHeight: 1.2 }),
        ...boundedBarsY(rows, { x, fill: counterColour.rights_groups, inset: frame.narrow ? 4 : 10 }),
        ruleY([0], { stroke: muted }),
        text(rows, {
          x,
          y: 'value',
          text: (row: MonthRow) => frame.words.number(row.value),
          dy: -10,
          fill: ink,
          fontWeight: 600,
          fontSize: frame.narrow ? 12 : 14,
          ...halo,
        }),
        text([frame.words.label('open-bars')], { frameAnchor: 'top-right', lineWidth: frame.narrow ? 14 : 18, fill: muted, dx: -4 }),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = extremes(rows, (row) => row.value, 'months');
    const month = (row: MonthRow): string => words.date(row.month, 'month');
    const value = (row: MonthRow): string => words.number(row.value, row.qualifier);
    return [
      words.sentence('range', { count: words.number(rows.length), ...gapsOf({ first, last }, { month }) }),
      words.sentence('extremes', gapsOf({ highest, lowest }, { value, month })),
      words.sentence('bounds', { 'bounded-count': words.number(rows.filter(({ qualifier }) => qualifier !== 'exact').length) }),
    ];
  },
});
