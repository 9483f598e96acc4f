import { dot, line, type Markish, text } from '@observablehq/plot';
import { opinionSurveys } from '../data/tables/opinion-surveys.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { type Cell, date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, counterSymbol, halo, ink } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import { daysBetween, segments, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

const FROM = '2010-01-01';
const TO = '2016-12-31';
/** The institute asked every quarter: surveys further apart than this are not joined. */
const JOIN_WITHIN_DAYS = 100;

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
    const joined = segments(rows, JOIN_WITHIN_DAYS).flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
    const colour = counterColour.media_and_pollsters;
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '60%'),
      marginRight: frame.narrow ? 16 : 24,
      marginTop: 34,
      marginBottom: 28,
      x: { type: 'utc', domain: [utc(FROM), utc(TO)], label: null },
      y: { domain: [0, 60], label: null },
      marks: [
        ...countAxis(frame, [20, 40, 60], { percent: true }),
        yearAxis(frame, 2010, 2016, { every: frame.narrow ? 2 : 1 }),
        ...voteMarks(rows[0]?.votes ?? [], frame, { from: FROM, to: TO, label: 'vote', rise: 4, dy: -17 }),
        line(joined, { x, y: 'share', z: 'part', stroke: colour, strokeWidth: 1.6 }),
        dot(rows, { x, y: 'share', r: 4.5, symbol: counterSymbol.media_and_pollsters, fill: colour, ...forRows(rows, rows) }),
        ...labels(rows, frame),
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

/** Shares are written where the series turns: elsewhere they would crowd one another. */
function labels(rows: readonly RatingRow[], frame: Frame): Markish[] {
  const turns = rows.filter((row, index) => {
    const before = rows[index - 1]?.share ?? row.share;
    const after = rows[index + 1]?.share ?? row.share;
    return (
      (row.share >= before && row.share >= after) || (row.share <= before && row.share <= after) || index === 0 || index === rows.length - 1
    );
  });
  const [lowest] = [...rows].sort((a, b) => a.share - b.share);
  const low = (row: RatingRow): boolean => row === rows[0] || row.share < (rows[rows.indexOf(row) - 1]?.share ?? 0) || row === lowest;
  return [turns.filter(low), turns.filter((row) => !low(row))].map((some, index) =>
    text(some, {
      x: (row: RatingRow) => utc(row.date),
      y: 'share',
      text: (row: RatingRow) => frame.words.number(row.share, 'exact', 1),
      dy: index === 0 ? 16 : -15,
      fill: ink,
      ...halo,
      fontSize: frame.narrow ? 12 : 13,
    }),
  );
}
