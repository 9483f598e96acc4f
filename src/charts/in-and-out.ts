import { barY, ruleX, ruleY, text } from '@observablehq/plot';
import { newlyRecognised } from '../data/tables/newly-recognised.ts';
import { votes, waves } from './kit/annotations.ts';
import { countAxis, nameAxis, numberMargin } from './kit/axes.ts';
import { headAt } from './kit/captions.ts';
import { date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import { shortMonth } from './kit/months.ts';
import { noFigures } from './kit/no-figure.ts';
import { ink, muted, paper, held as red } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';
import { lastDayOf, monthsBetween } from './kit/time.ts';

const FIRST_MONTH = '2024-07-01';
/** Months after this one are known from digests only, and not by month. */
const LAST_MONTH = '2026-03-01';

interface MonthRow extends DatedRow {
  /** First day of the month. */
  readonly month: string;
  readonly last: string;
  /** `null`: no figure for the month was found. */
  readonly recognised: number | null;
  /** People freed in waves of the month; 0 where none is reported. */
  readonly freed: number;
  readonly waves: number;
  readonly vote: string;
}

/** People newly recognised as political prisoners against people freed in waves, month by month. */
export const inAndOut = defineChart<MonthRow>({
  id: 'in-and-out',
  tables: ['newly-recognised', 'releases'],
  height: { narrow: 380, wide: 400 },
  rows: ({ data }) => {
    const recognised = preferred(data, newlyRecognised).filter((row) => row.period === 'month' && row.counted_by === 'Viasna');
    const freed = waves(data);
    const vote = votes(data).at(-1) ?? '';
    return monthsBetween(FIRST_MONTH, LAST_MONTH).map((month) => {
      const into = recognised.find((row) => row.period_start === month);
      const out = freed.filter((wave) => wave.date.slice(0, 7) === month.slice(0, 7));
      const last = into?.period_end ?? lastDayOf(month);
      return {
        month,
        last,
        recognised: into?.value ?? null,
        freed: out.reduce((sum, wave) => sum + wave.released, 0),
        waves: out.length,
        vote,
        sources: [...(into ? [into.source_id] : []), ...out.map(({ source }) => source)],
        until: { iso: last, precision: 'month' },
      };
    });
  },
  columns: [
    { key: 'column-month', cell: (row) => date(row.last, 'month') },
    { key: 'column-recognised', cell: (row) => (row.recognised === null ? label('missing') : number(row.recognised)) },
    { key: 'column-freed', cell: (row) => (row.waves === 0 ? label('none-freed') : number(row.freed)) },
    { key: 'column-waves', cell: (row) => number(row.waves) },
  ],
  draw: (rows, frame) => {
    const month = (row: MonthRow): string => row.month;
    const known = rows.filter(({ recognised }) => recognised !== null);
    const missing = rows.filter(({ recognised }) => recognised === null);
    const out = rows.filter(({ freed }) => freed > 0);
    const inset = frame.narrow ? 1.5 : 4;
    const bar = { x: month, y1: 0, insetLeft: inset, insetRight: inset };
    const quarters = rows.filter((_, index) => index % (frame.narrow ? 6 : 3) === 0).map(month);
    const voteMonth = `${rows[0]?.vote.slice(0, 7) ?? ''}-01`;
    const big = (row: MonthRow): boolean => !frame.narrow || row.freed >= 50;
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '100'),
      marginRight: 2,
      marginTop: frame.narrow ? 66 : 46,
      marginBottom: 34,
      x: { type: 'band', domain: rows.map(month), label: null, padding: 0 },
      y: { domain: [-290, 100], label: null },
      marks: [
        ...countAxis(frame, [50, 100]).slice(0, 2),
        nameAxis(quarters, {
          padding: 6,
          name: (iso) => `${shortMonth(iso, frame.words.locale)} ${iso.slice(0, 4)}`,
        }),
        ruleX([voteMonth], { x: (iso: string) => iso, y1: 38, y2: 100, stroke: muted, strokeDasharray: '2 3', insetTop: -6 }),
        text([voteMonth], {
          x: (iso: string) => iso,
          text: () => frame.words.label('election-2025'),
          frameAnchor: 'top',
          dy: -15,
          fill: muted,
          textAnchor: 'middle',
        }),
        barY(known, { ...bar, y2: 'recognised', fill: red, ...forRows(known, rows) }),
        barY(out, {
          ...bar,
          y2: (row: MonthRow) => -row.freed,
          fill: paper,
          stroke: ink,
          strokeWidth: 1.3,

          ...forRows(out, rows),
        }),
        ruleY([0], { stroke: ink }),
        ...noFigures(missing, rows, { x: month }),
        text(known, {
          x: month,
          y: 'recognised',
          text: (row: MonthRow) => frame.words.number(row.recognised ?? 0),
          dy: -8,
          fill: ink,
          fontSize: 12,
        }),
        text(out.filter(big), {
          x: month,
          y: (row: MonthRow) => -row.freed,
          text: (row: MonthRow) => frame.words.number(row.freed),
          dy: 9,
          fill: ink,
          fontSize: 12,
        }),
        headAt(frame.words.label('series-recognised'), { dy: frame.narrow ? -60 : -40, fill: red }),
        text([frame.words.label('series-freed')], {
          frameAnchor: 'bottom-left',
          dx: 2,
          dy: -60,
          fill: ink,
          fontWeight: 600,
          textAnchor: 'start',
        }),
        ...(missing.length > 0
          ? [
              text([frame.words.label('dashed')], {
                frameAnchor: frame.narrow ? 'top-left' : 'top-right',
                dy: frame.narrow ? -42 : -40,
                fill: muted,
              }),
            ]
          : []),
      ],
    });
  },
  describe: (rows, words) => {
    const known = rows.filter((row) => row.recognised !== null);
    const missing = rows.filter((row) => row.recognised === null);
    const unbroken = rows.slice(
      0,
      rows.findIndex((row) => row.recognised === null),
    );
    const sum = (list: readonly MonthRow[], value: (row: MonthRow) => number): string =>
      words.number(list.reduce((total, row) => total + value(row), 0));
    const { first, last, highest: mostIn } = extremes(rows, (row) => row.recognised ?? -1, 'months');
    const { highest: mostOut } = extremes(rows, ({ freed }) => freed, 'months');
    const { last: lastUnbroken } = ends(unbroken, 'months');
    const name = (row: MonthRow): string => words.date(row.last, 'month');
    return [
      words.sentence('range', {
        ...gapsOf({ first, last }, { month: name }),
        'recognised-count': words.number(known.length),
        'month-count': words.number(rows.length),
      }),
      words.sentence('compare', {
        'compare-start': name(first),
        'compare-end': name(lastUnbroken),
        'recognised-sum': sum(unbroken, (row) => row.recognised ?? 0),
        'freed-sum': sum(unbroken, (row) => row.freed),
        'more-in-count': words.number(unbroken.filter((row) => (row.recognised ?? 0) > row.freed).length),
        'compare-count': words.number(unbroken.length),
      }),
      words.sentence('extremes', {
        'highest-recognised-month': name(mostIn),
        'highest-recognised-value': words.number(mostIn.recognised ?? 0),
        'highest-freed-month': name(mostOut),
        'highest-freed-value': words.number(mostOut.freed),
      }),
      ...(missing.length > 0 ? [words.sentence('gaps', { 'missing-list': words.locale.list(missing.map(name)) })] : []),
    ];
  },
});
