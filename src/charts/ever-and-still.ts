import { type Markish, rect, ruleX, ruleY, text } from '@observablehq/plot';
import type { DataPackage } from '../data/package.ts';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { isFloor } from './kit/bounds.ts';
import { date, label, number } from './kit/cells.ts';
import { type Dated, defineChart } from './kit/chart.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted, paper, held as red } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { utc } from './kit/time.ts';

const DAY = 86_400_000;

interface Count {
  readonly value: number;
  readonly qualifier: string;
}

/** Two or three counts that Viasna gave for one day; the third follows from the other two where it was not stated. */
interface Pair {
  readonly date: string;
  readonly precision: string;
  readonly ever: Count;
  readonly held: Count;
  readonly former: Count;
  readonly computed: 'none' | 'ever' | 'former';
  readonly sources: readonly string[];
  readonly until: Dated;
}

interface PairRow extends Pair {
  /** Days of the elections that the chart marks, the same for each row. */
  readonly votes: readonly string[];
}

/** People ever recognised as political prisoners, split into those still held and those no longer held. */
export const everAndStill = defineChart<PairRow>({
  id: 'ever-and-still',
  tables: ['political-prisoners', 'presidential-results'],
  height: { narrow: 380, wide: 400 },
  rows: ({ data }) => {
    const marked = votes(data);
    return pairs(data)
      .map((pair) => ({ ...pair, votes: marked }))
      .sort((a, b) => (a.date < b.date ? -1 : 1));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-ever', cell: (row) => number(row.ever.value, row.ever.qualifier) },
    { key: 'column-held', cell: (row) => number(row.held.value, row.held.qualifier) },
    { key: 'column-former', cell: (row) => number(row.former.value, row.former.qualifier) },
    { key: 'column-computed', cell: (row) => label(`computed-${row.computed}`) },
  ],
  draw: (rows, frame) => {
    const [first] = rows;
    const last = rows.at(-1);
    if (!first || !last) throw new RangeError('no counts to draw');
    const half = (frame.narrow ? 10.5 : 10) * DAY;
    const x1 = (row: PairRow): Date => new Date(utc(row.date).getTime() - half);
    const x2 = (row: PairRow): Date => new Date(utc(row.date).getTime() + half);
    const held = (row: PairRow): number => row.held.value;
    const ever = (row: PairRow): number => row.ever.value;
    const open = rows.filter((row) => isFloor(row.ever));
    const start = '2023-07-01';
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '5,000'),
      marginRight: frame.narrow ? 82 : 110,
      marginTop: 34,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(start), utc(last.date)], label: null },
      y: { domain: [0, 5000], label: null },
      marks: [
        ...countAxis(frame, [1000, 2000, 3000, 4000, 5000]),
        yearAxis(frame, 2024, 2026),
        ...voteMarks(
          first.votes.filter((vote) => vote > start),
          frame,
        ),
        rect(rows, { x1, x2, y1: held, y2: ever, fill: paper, stroke: ink, strokeWidth: 1, ...forRows(rows, rows) }),
        rect(rows, { x1, x2, y1: 0, y2: held, fill: red, ...forRows(rows, rows) }),
        // What is "at least" so much has no closed top.
        ruleY(open, { x1, x2, y: ever, stroke: paper, strokeWidth: 2.4, insetLeft: 0.6, insetRight: 0.6 }),
        ...[1, 2, 3].map((nth) =>
          ruleY(open, { x1, x2, y: (row: PairRow) => row.ever.value + nth * 45 - 20, stroke: ink, strokeWidth: 1.2 }),
        ),
        ...labels(rows, first, last, frame),
      ],
    });
  },
  describe: (rows, words) => {
    const [first] = rows;
    const last = rows.at(-1);
    if (!first || !last) throw new RangeError('no counts to describe');
    const said = (count: Count): string => words.number(count.value, count.qualifier);
    const sorted = [...rows].sort((a, b) => a.held.value - b.held.value);
    const lowest = sorted[0] ?? first;
    const highest = sorted.at(-1) ?? first;
    const day = (row: PairRow): string => words.date(row.date, row.precision);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        'first-date': day(first),
        'first-ever': said(first.ever),
        'first-held': said(first.held),
        'last-date': day(last),
        'last-ever': said(last.ever),
        'last-held': said(last.held),
        'last-former': said(last.former),
      }),
      words.sentence('extremes', {
        'highest-held': said(highest.held),
        'highest-date': day(highest),
        'lowest-held': said(lowest.held),
        'lowest-date': day(lowest),
      }),
      words.sentence('computed', {
        'stated-count': words.number(rows.filter(({ computed }) => computed === 'none').length),
        'former-count': words.number(rows.filter(({ computed }) => computed === 'former').length),
        'ever-count': words.number(rows.filter(({ computed }) => computed === 'ever').length),
      }),
      words.sentence('gaps'),
    ];
  },
});

/** Days for which counts of one counter belong together: of one report, or of one day. A day without a partner is left out. */
function pairs(data: DataPackage): Pair[] {
  const viasna = data.rows(politicalPrisoners).filter((row) => row.counted_by === 'Viasna' && row.reported_in === 'report');
  const preferred = viasna.filter((row) => row.status === 'preferred');
  const heldOn = (iso: string, source: string) =>
    viasna.find((row) => row.metric === 'currently_held' && row.date === iso && row.source_id === source) ??
    preferred.find((row) => row.metric === 'currently_held' && row.date === iso && row.qualifier === 'exact');
  const of = (metric: string) => preferred.filter((row) => row.metric === metric);
  const made = of('recognised_since_2020').flatMap((ever): Pair[] => {
    const held = heldOn(ever.date, ever.source_id);
    if (!held) return [];
    const former = of('former_political_prisoners').find((row) => row.date === ever.date);
    const sources = [ever, held, ...(former ? [former] : [])].map((row) => row.source_id);
    return [
      {
        date: ever.date,
        precision: ever.date_precision,
        ever,
        held,
        former: former ?? { value: ever.value - held.value, qualifier: ever.qualifier },
        computed: former ? 'none' : 'former',
        sources: [...new Set(sources)],
        until: { iso: ever.date, precision: ever.date_precision },
      },
    ];
  });
  const summed = of('former_political_prisoners').flatMap((former): Pair[] => {
    const held = heldOn(former.date, former.source_id);
    if (!held || former.qualifier !== 'exact' || made.some((pair) => pair.date === former.date)) return [];
    return [
      {
        date: former.date,
        precision: former.date_precision,
        ever: { value: held.value + former.value, qualifier: 'exact' },
        held,
        former,
        computed: 'ever',
        sources: [...new Set([held.source_id, former.source_id])],
        until: { iso: former.date, precision: former.date_precision },
      },
    ];
  });
  return [...made, ...summed];
}

function voteMarks(days: readonly string[], frame: Frame): Markish[] {
  return [
    ruleX(days, { x: utc, stroke: muted, strokeDasharray: '2 3', insetTop: -12 }),
    text(days, { x: utc, text: () => frame.words.label('election'), frameAnchor: 'top', dy: -24, fill: muted }),
  ];
}

/** Totals above the first, the year's last and the last column; what its parts are, beside the last. */
function labels(rows: readonly PairRow[], first: PairRow, last: PairRow, frame: Frame): Markish[] {
  const endOfYear = rows.find((row) => row.date === '2025-12-31');
  const x = (row: PairRow): Date => utc(row.date);
  const halo = { stroke: paper, strokeWidth: 4 };
  const totals = [first, ...(endOfYear && endOfYear !== last ? [endOfYear] : []), last];
  const beside = (key: string, of: keyof Pick<PairRow, 'held' | 'former'>, at: number, fill: string): Markish =>
    text([last], {
      x,
      y: at,
      text: (row: PairRow) => frame.words.label(key, { value: frame.words.number(row[of].value, row[of].qualifier) }),
      textAnchor: 'start',
      dx: 12,
      fill,
      fontWeight: 600,
      lineHeight: 1.2,
    });
  return [
    text(totals, {
      x,
      y: (row) => row.ever.value,
      text: (row) => frame.words.number(row.ever.value),
      dy: -10,
      fontWeight: 600,
      fill: ink,
      ...halo,
    }),
    text([first], {
      x,
      y: (row) => row.ever.value,
      text: () => frame.words.label('ever'),
      textAnchor: 'start',
      dx: -16,
      dy: -27,
      fill: ink,
      ...halo,
    }),
    beside('former-at', 'former', last.held.value + last.former.value / 2, ink),
    beside('held-at', 'held', last.held.value / 2, red),
  ];
}
