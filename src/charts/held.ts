import { dot, line, type Markish, text } from '@observablehq/plot';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { votes, type Wave, waves } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { labelAt } from './kit/captions.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dateAndValue, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { halo, ink, muted, held as red, secondHand } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import { daysBetween, segments, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

/** Counts further apart than this are not joined: what happened between them is not known. */
const JOIN_WITHIN_DAYS = 75;

interface HeldRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
  readonly digest: boolean;
  /** The events that the chart marks, the same for each row. */
  readonly marks: { readonly votes: readonly string[]; readonly waves: readonly Wave[] };
}

/** People held as political prisoners: Viasna's counts as a line, counts known from digests as marks of their own. */
export const held = defineChart<HeldRow>({
  id: 'held',
  tables: ['political-prisoners', 'releases', 'presidential-results'],
  height: { narrow: 340, wide: 400 },
  rows: ({ data }) => {
    const marks = { votes: votes(data), waves: waves(data) };
    return preferred(data, politicalPrisoners)
      .filter((row) => row.metric === 'currently_held' && (row.counted_by === 'Viasna' || row.reported_in === 'digest'))
      .map((row) => ({
        date: row.date,
        precision: row.date_precision,
        value: row.value,
        qualifier: row.qualifier,
        counter: row.counted_by,
        digest: row.reported_in === 'digest',
        sources: [row.source_id],
        until: datedOf(row),
        marks,
      }))
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
    { key: 'column-reported-in', cell: (row) => label(row.digest ? 'in-digest' : 'in-report') },
  ],
  draw: (rows, frame) => {
    const [row] = rows;
    if (!row) throw new RangeError('no counts to draw');
    const counts = onLine(rows);
    const apart = rows.filter((candidate) => !counts.includes(candidate));
    const joined = segments(counts, JOIN_WITHIN_DAYS).flatMap((part, index) => part.map((count) => ({ ...count, part: index })));
    const first = row.date;
    const shownWaves = row.marks.waves.filter((wave) => wave.date >= first);
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '1,500'),
      marginRight: frame.narrow ? 14 : 22,
      marginTop: 30,
      marginBottom: 56,
      x: { type: 'utc', domain: [utc('2020-07-01'), utc('2026-12-31')], label: null },
      y: { domain: [0, 1600], label: null },
      marks: [
        ...countAxis(frame, [500, 1000, 1500]),
        yearAxis(frame, 2021, 2026, { dy: 30 }),
        ...voteMarks(row.marks.votes, frame, { from: first, rise: 14, dy: -22 }),
        line(joined, { x: (d: HeldRow) => utc(d.date), y: 'value', z: 'part', stroke: red, strokeWidth: 2 }),
        dot(counts, { x: (d: HeldRow) => utc(d.date), y: 'value', r: 2.2, fill: red, ...forRows(counts, rows) }),
        ...apartMarks(apart, rows),
        dot(shownWaves, {
          x: (d: Wave) => utc(d.date),
          y: 0,
          dy: 17,
          r: (d: Wave) => 1.2 + Math.sqrt(d.released) * 0.62,
          stroke: ink,
          fill: 'none',
          strokeWidth: 1.2,
        }),
        text([frame.words.label('waves')], { x: () => utc('2024-05-20'), y: 0, dy: 17, textAnchor: 'end', fill: muted }),
        ...countLabels(counts, apart, frame),
      ],
      r: { type: 'identity' },
    });
  },
  describe: (rows, words) => {
    const counts = onLine(rows);
    const digests = rows.filter(({ digest }) => digest);
    const { first, last, highest } = extremes(counts, ({ value }) => value, 'counts');
    const said = dateAndValue(words);
    const gap = counts.slice(1).reduce(
      (widest, row, index) => {
        const before = counts[index] ?? row;
        return daysBetween(before.date, row.date) > daysBetween(widest.from, widest.to) ? { from: before.date, to: row.date } : widest;
      },
      { from: first.date, to: first.date },
    );
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, said),
      }),
      words.sentence('extremes', gapsOf({ highest }, said)),
      words.sentence('gaps', {
        'gap-start': words.date(gap.from),
        'gap-end': words.date(gap.to),
        breaks: words.number(segments(counts, JOIN_WITHIN_DAYS).length - 1),
        'join-days': words.number(JOIN_WITHIN_DAYS),
      }),
      ...(digests.length > 0
        ? [
            words.sentence('digest', {
              'digest-list': words.locale.list(
                digests.map((row) => `${words.number(row.value, row.qualifier)}, ${words.date(row.date, row.precision)}`),
              ),
            }),
          ]
        : []),
    ];
  },
});

/** What one line may join: exact counts of one counter, from its own reports. */
function onLine(rows: readonly HeldRow[]): HeldRow[] {
  return rows.filter((row) => !row.digest && row.counter === 'Viasna' && row.qualifier === 'exact');
}

/** Bounded counts bear the sign of their bound; what digests report is paler. */
function apartMarks(apart: readonly HeldRow[], rows: readonly HeldRow[]): Markish[] {
  const x = (row: HeldRow) => utc(row.date);
  const reports = apart.filter(({ digest }) => !digest);
  const digests = apart.filter(({ digest }) => digest);
  return [
    dot(reports, { x, y: 'value', r: 2.2, fill: red, ...forRows(reports, rows) }),
    dot(digests, { x, y: 'value', r: 3, fill: red, ...secondHand, ...forRows(digests, rows) }),
    ...boundTicks(apart, rows, { x, y: ({ value }) => value, r: 2.2, upright: true, stroke: red }),
  ];
}

/** The first, the highest and the last count, and the digests, are written at their marks. */
function countLabels(counts: readonly HeldRow[], apart: readonly HeldRow[], frame: Frame) {
  const { first, last, highest } = extremes(counts, ({ value }) => value, 'counts');
  const at = (row: HeldRow, dx: number, dy: number, textAnchor: 'start' | 'middle' | 'end') =>
    labelAt(row, (d) => frame.words.number(d.value, d.qualifier), {
      x: (d) => utc(d.date),
      y: (d) => d.value,
      dx,
      dy,
      textAnchor,
      fontWeight: 600,
    });
  const digests = apart.filter(({ digest }) => digest);
  return [
    ...at(first, 9, -6, 'start'),
    ...at(highest, 0, -14, 'middle'),
    ...at(last, -8, 14, 'end'),
    ...(digests.length > 0
      ? [
          text([frame.words.label('digests')], {
            x: () => utc('2026-12-31'),
            y: () => Math.min(...digests.map(({ value }) => value)),
            dy: 14,
            textAnchor: 'end',
            lineAnchor: 'top',
            fill: muted,
            ...halo,
          }),
        ]
      : []),
  ];
}
