import { dot, line, type Markish, text } from '@observablehq/plot';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { votes, type Wave, waves } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { labelAt, labelsAt } from './kit/captions.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { dateAndValue, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { halo, muted, held as red, secondHand } from './kit/palette.ts';
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
  height: { narrow: 330, wide: 360 },
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
    const last = rows.at(-1)?.date ?? first;
    const top = Math.max(...rows.map(({ value }) => value)) * 1.14;
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.number(1_500)),
      marginRight: frame.narrow ? 14 : 46,
      marginTop: 34,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(`${first.slice(0, 7)}-01`), utc(`${last.slice(0, 4)}-12-31`)], label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...countAxis(
          frame,
          Array.from({ length: Math.floor(top / 500) }, (_, index) => (index + 1) * 500),
        ),
        yearAxis(frame, Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))),
        ...voteMarks(row.marks.votes, frame, { from: first }),
        line(joined, { x: (d: HeldRow) => utc(d.date), y: 'value', z: 'part', stroke: red, strokeWidth: 2 }),
        dot(counts, { x: (d: HeldRow) => utc(d.date), y: 'value', r: 1.7, symbol: 'square', fill: red, ...forRows(counts, rows) }),
        ...apartMarks(apart, rows),
        ...countLabels(counts, apart, row.marks.waves, frame),
      ],
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
                digests.map((row) => `${words.number(row.value, row.qualifier)} (${words.date(row.date, row.precision)})`),
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
    dot(reports, { x, y: 'value', r: 2.2, symbol: 'square', fill: red, ...forRows(reports, rows) }),
    dot(digests, { x, y: 'value', r: 3, symbol: 'square', fill: red, ...secondHand, ...forRows(digests, rows) }),
    ...boundTicks(apart, rows, { x, y: ({ value }) => value, r: 2.2, upright: true, stroke: red }),
  ];
}

/** The first and the highest count are the finding; the last one has the wave that bent the line, and the digests are named. */
function countLabels(counts: readonly HeldRow[], apart: readonly HeldRow[], waves: readonly Wave[], frame: Frame): Markish[] {
  const { first, last, highest } = extremes(counts, ({ value }) => value, 'counts');
  const { words } = frame;
  const at = { x: (row: HeldRow): Date => utc(row.date), y: (row: HeldRow): number => row.value };
  const said = (row: HeldRow): string => words.number(row.value, row.qualifier);
  const largest = waves.filter(({ date }) => date <= last.date).toSorted((a, b) => b.released - a.released)[0];
  const digests = apart.filter(({ digest }) => digest);
  const wave = largest && {
    value: words.number(largest.released, largest.qualifier),
    date: words.date(largest.date, largest.precision),
  };
  return [
    // On the side to which no line leads.
    findingText(frame, [first], said, { ...at, dx: -6, dy: -4, textAnchor: 'end' }),
    findingText(frame, [highest], said, { ...at, dy: -22 }),
    ...labelAt(last, said, { ...at, dx: -8, dy: 16, textAnchor: 'end', fontWeight: 600 }),
    ...(wave
      ? [
          labelsAt([last], () => words.label('wave', wave), {
            ...at,
            // On a phone it stands right of the line of the vote, under the name of the digests.
            dx: frame.narrow ? 44 : -8,
            dy: frame.narrow ? 74 : 38,
            textAnchor: 'end',
            fill: muted,
            lineHeight: 1.2,
          }),
        ]
      : []),
    ...(digests.length > 0
      ? [
          // Over the marks on a desk. On a phone the line that falls leaves no room there: under them, below the last count.
          text([words.label('digests')], {
            x: () => utc(`${digests[0]?.date.slice(0, 4)}-12-31`),
            y: () => Math.max(...digests.map(({ value }) => value)),
            dx: frame.narrow ? 11 : 40,
            dy: frame.narrow ? 27 : -14,
            textAnchor: 'end',
            lineAnchor: frame.narrow ? 'top' : 'bottom',
            fill: muted,
            ...halo,
          }),
        ]
      : []),
  ];
}
