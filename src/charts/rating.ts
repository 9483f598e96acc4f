import { dot, line, text } from '@observablehq/plot';
import { opinionSurveys } from '../data/tables/opinion-surveys.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { type Cell, date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { counterColour, counterSymbol, halo, muted } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import { daysBetween, gaps, segments, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

/** The institute asked every quarter: surveys further apart than this are not joined. */
const JOIN_WITHIN_DAYS = 100;
const LONG_GAP_DAYS = 400;

interface RatingRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly share: number;
  readonly sample: number | null;
  readonly population: string;
  readonly mode: string;
  readonly counter: string;
  readonly votes: readonly string[];
}

/** The share that would have voted for the president, in the surveys of one institute. */
export const rating = defineChart<RatingRow>({
  id: 'rating',
  tables: ['opinion-surveys', 'presidential-results'],
  height: { narrow: 320, wide: 340 },
  rows: ({ data }) => {
    const marked = votes(data);
    return preferred(data, opinionSurveys)
      .filter(
        (row) =>
          row.counted_by === 'IISEPS' &&
          row.question === 'For whom respondents would vote if the election were tomorrow' &&
          row.asked_of === 'all',
      )
      .map((row) => ({
        date: row.date,
        precision: row.date_precision,
        share: row.share_percent,
        sample: row.sample_size,
        population: row.population,
        mode: row.mode,
        counter: row.counted_by,
        sources: [row.source_id],
        until: datedOf(row),
        votes: marked,
      }))
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-share', cell: (row) => percent(row.share, 1) },
    { key: 'column-population', cell: (row) => label(row.population) },
    { key: 'column-sample', cell: (row): Cell => (row.sample === null ? label('not-seen') : number(row.sample)) },
    { key: 'column-mode', cell: (row) => label(row.mode) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const x = (row: RatingRow): Date => utc(row.date);
    const parts = segments(rows, JOIN_WITHIN_DAYS);
    const joined = parts.flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
    const colour = counterColour.media_and_pollsters;
    const years = rows.map(({ date }) => Number(date.slice(0, 4)));
    const [from, to] = [Math.min(...years), Math.max(...years)];
    const { lowest, highest } = extremes(rows, ({ share }) => share, 'surveys');
    const top = Math.ceil(highest.share / 20) * 20;
    const ticks = Array.from({ length: top / 20 }, (_, index) => (index + 1) * 20);
    // The stretches without a survey that are wide enough to be named.
    const empty = gaps(rows, LONG_GAP_DAYS);
    type Gap = (typeof empty)[number];
    const middle = ({ before, after }: Gap): Date => new Date((x(before).getTime() + x(after).getTime()) / 2);
    const voteIn = ({ before, after }: Gap): string | undefined =>
      rows[0]?.votes.find((day) => day > before.date && day < after.date && daysBetween(day, after.date) > 90);
    const none = { y: 0, dy: -26, text: () => frame.words.label('no-survey'), fill: muted, fontSize: 12, lineHeight: 1.1, ...halo };
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.percent(60, 0)),
      marginRight: frame.narrow ? 16 : 24,
      marginTop: 34,
      marginBottom: 28,
      x: { type: 'utc', domain: [utc(`${from}-01-01`), utc(`${to}-12-31`)], label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...countAxis(frame, ticks, { percent: true }),
        yearAxis(frame, from, to, { every: frame.narrow ? 2 : 1 }),
        ...voteMarks(rows[0]?.votes ?? [], frame, { from: `${from}-01-01`, to: `${to}-12-31`, label: 'vote', rise: 4, dy: -17 }),
        line(joined, { x, y: 'share', z: 'part', stroke: colour, strokeWidth: 1.8 }),
        dot(rows, { x, y: 'share', r: 4.5, symbol: counterSymbol.media_and_pollsters, fill: colour, ...forRows(rows, rows) }),
        text(
          empty.filter((gap) => !voteIn(gap)),
          { ...none, x: middle },
        ),
        // Beside the line of a vote that lies in the stretch.
        text(empty.filter(voteIn), { ...none, x: (gap: Gap) => utc(voteIn(gap) ?? gap.before.date), dx: 6, textAnchor: 'start' }),
        findingText(frame, [lowest], (row) => frame.words.percent(row.share, 1), { x, y: (row) => row.share, dy: 20 }),
        // Left of its mark, off the line of the vote that followed.
        findingText(frame, [highest], (row) => frame.words.percent(row.share, 1), {
          x,
          y: (row) => row.share,
          dx: -8,
          dy: -6,
          textAnchor: 'end',
        }),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = extremes(rows, ({ share }) => share, 'surveys');
    const widest = rows.slice(1).reduce(
      (gap, row, index) => {
        const before = rows[index] ?? row;
        return daysBetween(before.date, row.date) > daysBetween(gap.from.date, gap.to.date) ? { from: before, to: row } : gap;
      },
      { from: first, to: first },
    );
    const said = {
      date: (row: RatingRow): string => words.date(row.date, row.precision),
      value: (row: RatingRow): string => words.percent(row.share, 1),
    };
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, said),
      }),
      words.sentence('extremes', gapsOf({ lowest, highest }, said)),
      words.sentence('gaps', {
        'gap-start': words.date(widest.from.date, widest.from.precision),
        'gap-end': words.date(widest.to.date, widest.to.precision),
      }),
    ];
  },
});
