import { dot, line, type Markish } from '@observablehq/plot';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { labelAt } from './kit/captions.ts';
import { date, label, number, percent } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { held as red } from './kit/palette.ts';
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
  /** Everyone held by Viasna's count of the same report or day; `null` where there is none. */
  readonly all: number | null;
  /** Days of the elections that the chart marks, the same for each row. */
  readonly votes: readonly string[];
}

/** Women among the people held as political prisoners, by Viasna's counts. */
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
      .map((row) => {
        const all = held.find((other) => other.date === row.date);
        return {
          date: row.date,
          precision: row.date_precision,
          value: row.value,
          qualifier: row.qualifier,
          all: all?.value ?? null,
          sources: [...new Set([row.source_id, ...(all ? [all.source_id] : [])])],
          until: datedOf(row),
          votes: marked,
        };
      })
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-all', cell: (row) => (row.all === null ? label('no-count') : number(row.all)) },
    { key: 'column-share', cell: (row) => (row.all === null ? label('no-count') : percent(share(row, row.all))) },
  ],
  draw: (rows, frame) => {
    const joined = segments(rows, JOIN_WITHIN_DAYS).flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
    const x = (row: WomenRow): Date => utc(row.date);
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '200'),
      marginRight: frame.narrow ? 14 : 22,
      marginTop: 34,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(FROM), utc('2026-06-30')], label: null },
      y: { domain: [0, 200], label: null },
      marks: [
        ...countAxis(frame, [50, 100, 150, 200]),
        yearAxis(frame, 2023, 2026),
        ...voteMarks(rows[0]?.votes ?? [], frame, { from: FROM }),
        line(joined, { x, y: 'value', z: 'part', stroke: red, strokeWidth: 2 }),
        dot(rows, { x, y: 'value', r: 3, fill: red, ...forRows(rows, rows) }),
        ...labels(rows, frame),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = marked(rows);
    const day = (row: WomenRow): string => words.date(row.date, row.precision);
    const value = (row: WomenRow): string => words.number(row.value, row.qualifier);
    const shares = rows.flatMap((row) => (row.all === null ? [] : [share(row, row.all)]));
    const said = (percentage: number): string => words.percent(percentage, 0);
    const apart = gaps(rows, JOIN_WITHIN_DAYS).map(({ before, after }) => words.label('gap', { from: day(before), to: day(after) }));
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { date: day, value }),
      }),
      words.sentence('extremes', gapsOf({ lowest, highest }, { date: day, value })),
      words.sentence('share', { 'lowest-share': said(Math.min(...shares)), 'highest-share': said(Math.max(...shares)) }),
      ...(apart.length > 0
        ? [words.sentence('gaps', { 'join-days': words.number(JOIN_WITHIN_DAYS), 'gap-list': words.locale.list(apart) })]
        : []),
    ];
  },
});

function share(row: WomenRow, all: number): number {
  return (row.value / all) * 100;
}

const marked = (rows: readonly WomenRow[]) => extremes(rows, ({ value }) => value, 'counts of women');

/** The first and the last count, the lowest and the highest are written at their marks. */
function labels(rows: readonly WomenRow[], frame: Frame): Markish[] {
  const { first, last, lowest, highest } = marked(rows);
  const at = (row: WomenRow, dy: number): Markish[] =>
    labelAt(row, (d) => frame.words.number(d.value, d.qualifier), { x: (d) => utc(d.date), y: (d) => d.value, dy, fontWeight: 600 });
  return [...at(first, -14), ...at(lowest, 16), ...at(highest, -14), ...at(last, -14)];
}
