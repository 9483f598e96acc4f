/** Longer than 200 lines: its rows are pairs of counts that the table keeps apart, and pairing them takes as much as drawing them. */
import { type Markish, rect, text } from '@observablehq/plot';
import type { DataPackage } from '../data/package.ts';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { boundedRows } from './kit/bounds.ts';
import { labelsAt } from './kit/captions.ts';
import { date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted, paper, held as red, secondHand } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, datedOf } from './kit/tables.ts';
import { gaps, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

const DAY = 86_400_000;
const FROM = '2023-07-01';
/** The description names stretches without a pair of counts that are longer than this. */
const LONG_GAP_DAYS = 150;

interface Count {
  readonly value: number;
  readonly qualifier: string;
}

/** Two or three counts that Viasna gave for one day; the third follows from the other two where it was not stated. */
interface Pair extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly ever: Count;
  readonly held: Count;
  readonly former: Count;
  readonly computed: 'none' | 'ever' | 'former';
  /** Known from a digest, whose originals were not seen: paler, as in the other charts. */
  readonly digest: boolean;
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
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-ever', cell: (row) => number(row.ever.value, row.ever.qualifier) },
    { key: 'column-held', cell: (row) => number(row.held.value, row.held.qualifier) },
    { key: 'column-former', cell: (row) => number(row.former.value, row.former.qualifier) },
    { key: 'column-computed', cell: (row) => label(`computed-${row.computed}`) },
    { key: 'column-reported-in', cell: (row) => label(row.digest ? 'in-digest' : 'in-report') },
  ],
  draw: (rows, frame) => {
    const { first, last } = ends(rows, 'counts');
    const half = (frame.narrow ? 10.5 : 10) * DAY;
    const x1 = (row: PairRow): Date => new Date(utc(row.date).getTime() - half);
    const x2 = (row: PairRow): Date => new Date(utc(row.date).getTime() + half);
    const held = (row: PairRow): number => row.held.value;
    const ever = (row: PairRow): number => row.ever.value;
    const reports = rows.filter(({ digest }) => !digest);
    const digests = rows.filter(({ digest }) => digest);
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '5,000'),
      marginRight: frame.narrow ? 82 : 110,
      marginTop: 34,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(FROM), utc(last.date)], label: null },
      y: { domain: [0, 5000], label: null },
      marks: [
        ...countAxis(frame, [1000, 2000, 3000, 4000, 5000]),
        yearAxis(frame, 2024, 2026),
        ...voteMarks(first.votes, frame, { from: FROM }),
        rect(reports, {
          x1,
          x2,
          y1: held,
          y2: ever,
          fill: paper,
          stroke: ink,
          strokeWidth: 1,
          ...boundedRows(
            reports.map((row) => ({ ...row.ever, row })),
            rows,
            { towards: 'up', sign: ink, rowOf: ({ row }) => row },
          ),
        }),
        rect(reports, { x1, x2, y1: 0, y2: held, fill: red, ...forRows(reports, rows) }),
        rect(digests, { x1, x2, y1: held, y2: ever, fill: paper, stroke: ink, ...secondHand, ...forRows(digests, rows) }),
        rect(digests, { x1, x2, y1: 0, y2: held, fill: red, ...secondHand, ...forRows(digests, rows) }),
        ...labels(rows, first, last, frame),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = extremes(rows, (row) => row.held.value, 'counts');
    const said = (count: Count): string => words.number(count.value, count.qualifier);
    const held = (row: PairRow): string => said(row.held);
    const day = (row: PairRow): string => words.date(row.date, row.precision);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { date: day, ever: (row) => said(row.ever), held }),
        'last-former': said(last.former),
      }),
      words.sentence('extremes', gapsOf({ highest, lowest }, { held, date: day })),
      words.sentence('computed', {
        'stated-count': words.number(rows.filter(({ computed }) => computed === 'none').length),
        'former-count': words.number(rows.filter(({ computed }) => computed === 'former').length),
        'ever-count': words.number(rows.filter(({ computed }) => computed === 'ever').length),
      }),
      words.sentence('gaps', {
        days: words.number(LONG_GAP_DAYS),
        list: words.locale.list(
          gaps(rows, LONG_GAP_DAYS).map(({ before, after }) => words.label('gap', { from: day(before), to: day(after) })),
        ),
      }),
    ];
  },
});

/** What a pair takes from the count that it is made of. */
const dayOf = (row: { date: string; date_precision: string; reported_in: string }) => ({
  date: row.date,
  precision: row.date_precision,
  digest: row.reported_in === 'digest',
  until: datedOf(row),
});

/** Days for which counts of one counter belong together: of one report, or of one day. A day without a partner is left out. */
function pairs(data: DataPackage): Pair[] {
  const viasna = data.rows(politicalPrisoners).filter((row) => row.counted_by === 'Viasna');
  const preferred = viasna.filter((row) => row.status === 'preferred');
  const heldOn = (iso: string, source: string) =>
    viasna.find((row) => row.metric === 'currently_held' && row.date === iso && row.source_id === source) ??
    preferred.find((row) => row.metric === 'currently_held' && row.date === iso && row.qualifier === 'exact');
  const of = (metric: string) => preferred.filter((row) => row.metric === metric);
  const made = of('recognised_since_2020').flatMap((ever): Pair[] => {
    const held = heldOn(ever.date, ever.source_id);
    if (!held) return [];
    const former = of('former_political_prisoners').find(
      (row) => row.date === ever.date && (row.source_id === ever.source_id || row.date_precision === ever.date_precision),
    );
    const belongs = former && (former.source_id === ever.source_id || held.status === 'preferred') ? former : null;
    const sources = [ever, held, ...(belongs ? [belongs] : [])].map((row) => row.source_id);
    return [
      {
        ...dayOf(ever),
        ever,
        held,
        former: belongs ?? remainder(ever, held),
        computed: belongs ? 'none' : 'former',
        sources: [...new Set(sources)],
      },
    ];
  });
  const summed = of('former_political_prisoners').flatMap((former): Pair[] => {
    const held = heldOn(former.date, former.source_id);
    if (!held || former.qualifier !== 'exact' || made.some((pair) => pair.date === former.date)) return [];
    return [
      {
        ...dayOf(former),
        ever: { value: held.value + former.value, qualifier: 'exact' },
        held,
        former,
        computed: 'ever',
        sources: [...new Set([held.source_id, former.source_id])],
      },
    ];
  });
  return [...made, ...summed];
}

/** What is left of a rounded count is no more exact than the count. */
function remainder(ever: Count, held: Count): Count {
  const value = ever.value - held.value;
  return { value: ever.qualifier === 'about' ? Math.round(value / 100) * 100 : value, qualifier: ever.qualifier };
}

/** Totals above the first, the last reported and the last column; what its parts are, beside the last. */
function labels(rows: readonly PairRow[], first: PairRow, last: PairRow, frame: Frame): Markish[] {
  const reported = rows.findLast(({ digest }) => !digest) ?? last;
  const x = (row: PairRow): Date => utc(row.date);
  const { words } = frame;
  const beside = (key: string, at: number, value: Count, fill: string, weight = 600): Markish =>
    text([last], {
      x,
      y: at,
      text: () => words.label(key, { value: words.number(value.value, value.qualifier) }),
      textAnchor: 'start',
      dx: frame.narrow ? 8 : 12,
      fill,
      fontWeight: weight,
      lineHeight: 1.2,
    });
  return [
    ...[...new Set([first, reported])].map((row) =>
      text([row], {
        x,
        y: row.ever.value,
        text: () => words.number(row.ever.value),
        // On the narrow sheet the second column stands too close for a number in the middle.
        textAnchor: frame.narrow && row === first ? 'end' : 'middle',
        dx: frame.narrow && row === first ? 5 : 0,
        dy: -10,
        fontWeight: 600,
        fill: ink,
      }),
    ),
    ...(reported === last
      ? []
      : [
          labelsAt([reported], (row) => words.number(row.held.value), {
            x,
            y: (row) => row.held.value,
            dx: frame.narrow ? 4 : 9,
            dy: 8,
            textAnchor: 'start',
            fontWeight: 600,
            fill: red,
          }),
        ]),
    beside('ever-at', last.ever.value, last.ever, ink),
    beside('former-at', last.held.value + last.former.value / 2, last.former, ink),
    beside('held-at', last.held.value / 2, last.held, red),
    ...(last.digest
      ? [
          text([last], {
            x,
            frameAnchor: 'bottom',
            text: () => words.label('digest-at'),
            dx: frame.narrow ? 8 : 12,
            dy: 15,
            textAnchor: 'start',
            fill: muted,
            lineHeight: 1.2,
          }),
        ]
      : []),
  ];
}
