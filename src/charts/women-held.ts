import { dot, line, type Markish } from '@observablehq/plot';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { labelsAt } from './kit/captions.ts';
import { date, number, percent } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import { gaps, segments, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

/** Counts further apart than this are not joined: what happened between them is not known. */
const JOIN_WITHIN_DAYS = 75;
const FROM = '2022-10-01';

interface WomenRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
  /** Everyone held by Viasna's count of the same day. */
  readonly all: number;
  /** Days of the elections that the chart marks, the same for each row. */
  readonly votes: readonly string[];
}

/** The share of women among the people held as political prisoners, on the days for which Viasna counted both. */
export const womenHeld = defineChart<WomenRow>({
  id: 'women-held',
  tables: ['political-prisoners', 'presidential-results'],
  height: { narrow: 300, wide: 320 },
  rows: ({ data }) => {
    const marked = votes(data);
    const counts = preferred(data, politicalPrisoners).filter((row) => row.counted_by === 'Viasna');
    const held = counts.filter((row) => row.metric === 'currently_held' && row.qualifier === 'exact');
    return counts
      .filter((row) => row.metric === 'women_held')
      .flatMap((row): WomenRow[] => {
        const all = held.find((other) => other.date === row.date);
        if (!all) return [];
        return [
          {
            date: row.date,
            precision: row.date_precision,
            value: row.value,
            qualifier: row.qualifier,
            all: all.value,
            sources: [...new Set([row.source_id, all.source_id])],
            until: datedOf(row),
            votes: marked,
          },
        ];
      })
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-all', cell: (row) => number(row.all) },
    { key: 'column-share', cell: (row) => percent(share(row)) },
  ],
  draw: (rows, frame) => {
    const { last } = ends(rows, 'counts');
    const joined = segments(rows, JOIN_WITHIN_DAYS).flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
    const x = (row: WomenRow): Date => utc(row.date);
    const top = Math.ceil(Math.max(...rows.map(share)) / 5 + 0.5) * 5;
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.percent(20, 0)),
      marginRight: frame.narrow ? 40 : 60,
      marginTop: 34,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(FROM), utc(last.date)], label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...countAxis(
          frame,
          Array.from({ length: top / 5 }, (_, index) => (index + 1) * 5),
          { percent: true },
        ),
        yearAxis(frame, Number(FROM.slice(0, 4)) + 1, Number(last.date.slice(0, 4))),
        ...voteMarks(rows[0]?.votes ?? [], frame, { from: FROM }),
        line(joined, { x, y: share, z: 'part', stroke: ink, strokeWidth: 2 }),
        dot(rows, { x, y: share, r: 2.6, symbol: 'square', fill: ink, ...forRows(rows, rows) }),
        ...labels(rows, frame),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last } = ends(rows, 'counts');
    const { lowest, highest } = extremes(rows, share, 'counts');
    const day = (row: WomenRow): string => words.date(row.date, row.precision);
    const value = (row: WomenRow): string => words.number(row.value, row.qualifier);
    const all = (row: WomenRow): string => words.number(row.all);
    const said = (percentage: number): string => words.percent(percentage, 0);
    const apart = gaps(rows, JOIN_WITHIN_DAYS).map(({ before, after }) => words.label('gap', { from: day(before), to: day(after) }));
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { date: day, value, all, share: (row) => said(share(row)) }),
      }),
      words.sentence('extremes', gapsOf({ lowest, highest }, { date: day, share: (row) => said(share(row)) })),
      ...(apart.length > 0
        ? [words.sentence('gaps', { 'join-days': words.number(JOIN_WITHIN_DAYS), 'gap-list': words.locale.list(apart) })]
        : []),
    ];
  },
});

function share(row: WomenRow): number {
  return (row.value / row.all) * 100;
}

/** The first and the last share stand at their marks, with the counts that they come from. */
function labels(rows: readonly WomenRow[], frame: Frame): Markish[] {
  const { first, last } = ends(rows, 'counts');
  const x = (row: WomenRow): Date => utc(row.date);
  const both = [first, last];
  const said = (row: WomenRow): string =>
    frame.words.label('of', { women: frame.words.number(row.value, row.qualifier), all: frame.words.number(row.all) });
  const place = (row: WomenRow) => ({
    x,
    y: share,
    textAnchor: row === first ? ('start' as const) : ('end' as const),
    dx: row === first ? 0 : frame.narrow ? 34 : 50,
  });
  return both.flatMap((row) => [
    // Under the first mark and over the last, where the marks before it are not.
    findingText(frame, [row], () => frame.words.percent(share(row), 0, 'about'), { ...place(row), dy: row === first ? 20 : -36 }),
    labelsAt([row], said, { ...place(row), dy: row === first ? 38 : -17, fill: muted }),
  ]);
}
