import { link, ruleX, ruleY, text } from '@observablehq/plot';
import { deathsInCustody } from '../data/tables/deaths-in-custody.ts';
import { votes } from './kit/annotations.ts';
import { yearAxis } from './kit/axes.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { ends, gapsOf } from './kit/findings.ts';
import { ink, muted, paper, rule } from './kit/palette.ts';
import { personDots } from './kit/person-marks.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot, endSheet } from './kit/svg.ts';
import { by, datedOf } from './kit/tables.ts';
import { utc } from './kit/time.ts';
import type { Words } from './kit/words.ts';

/** The first year whose beginning is on the axis. */
const FIRST_YEAR = 2021;

interface DeathRow extends DatedRow {
  readonly name: string;
  readonly age: number | null;
  readonly date: string;
  readonly precision: string;
  /** Between which days it was, where the day is not known. */
  readonly between: readonly [string, string] | null;
  /** Another day that a source gives. */
  readonly otherDate: string | null;
  readonly place: string;
  readonly sentence: string | null;
  readonly votes: readonly string[];
}

/** Political prisoners who died in custody: a black dot a person, named as in public reporting. */
export const deaths = defineChart<DeathRow>({
  id: 'deaths',
  tables: ['deaths-in-custody', 'presidential-results'],
  rows: ({ data }) => {
    const reported = data.rows(deathsInCustody);
    return reported
      .filter((row) => row.status === 'preferred')
      .map((row) => {
        const others = reported.filter((other) => other.status === 'conflicting' && other.name === row.name && other.date !== row.date);
        return {
          name: row.name,
          age: row.age,
          date: row.date,
          precision: row.date_precision,
          between: row.date_from !== null && row.date_to !== null ? ([row.date_from, row.date_to] as const) : null,
          otherDate: others[0]?.date ?? null,
          place: row.place,
          sentence: row.sentence,
          votes: votes(data),
          sources: [row.source_id, ...others.map(({ source_id }) => source_id)],
          until: datedOf(row),
        };
      })
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-name', cell: (row) => plain(row.name) },
    { key: 'column-age', cell: (row) => (row.age === null ? label('not-known') : number(row.age)) },
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-other-date', cell: (row) => (row.otherDate === null ? plain('') : date(row.otherDate)) },
    { key: 'column-place', cell: (row) => plain(row.place) },
    { key: 'column-sentence', cell: (row) => plain(row.sentence ?? '') },
  ],
  draw: (rows, frame) => {
    // Half a year of room after the year of the last dot.
    const after = Math.max(...rows.map((row) => Number(row.date.slice(0, 4)))) + 1;
    const [from, to] = ['2020-03-01', `${after}-06-30`];
    // Names stand on the side where there is room: right of the early dots, left of the late ones.
    const late = (row: DeathRow): boolean => row.date > '2022';
    const years = Array.from({ length: after - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    const height = 56 + 42 * rows.length;
    const x = (row: DeathRow): Date => centre(row);
    const y = (row: DeathRow): number => rows.indexOf(row) + 0.5;
    const marked = (rows[0]?.votes ?? []).filter((vote) => vote >= from);
    const below = (vote: string): number => {
      const crossing = rows.findIndex(
        (row) => late(row) && row.date > vote && Number(row.date.slice(0, 4)) <= Number(vote.slice(0, 4)) + 1,
      );
      return crossing < 0 ? rows.length : crossing;
    };
    const spans = rows.flatMap((row) => (row.between ? [{ between: row.between, row }] : []));
    const names = (side: DeathRow[], textAnchor: 'start' | 'end') => {
      const dx = textAnchor === 'start' ? 12 : -12;
      return [
        text(side, { x, y, text: (row) => nameOf(row, frame.words), dx, dy: -8, textAnchor, fill: ink, fontWeight: 600, ...halo }),
        text(side, { x, y, text: (row) => frame.words.date(row.date, row.precision), dx, dy: 9, textAnchor, fill: muted, ...halo }),
      ];
    };
    const drawn = drawPlot(frame, {
      height,
      marginLeft: 6,
      marginRight: 16,
      marginTop: 26,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(from), utc(to)], label: null },
      y: { domain: [0, rows.length], reverse: true, axis: null },
      marks: [
        ruleX(years, { x: (year: number) => utc(`${year}-01-01`), stroke: rule }),
        yearAxis(frame, FIRST_YEAR, after),
        ruleY([rows.length], { stroke: muted }),
        // A line ends above the names that would cross it: those left of the dots of the next years.
        ruleX(marked, { x: utc, y1: 0, y2: below, stroke: muted, strokeDasharray: '2 3', insetTop: -4, className: 'vote-line' }),
        ...marked.map((vote, index) =>
          text([vote], {
            x: utc,
            text: () => frame.words.label('election', { year: vote.slice(0, 4) }),
            frameAnchor: 'top',
            // On a phone the first line stands near the edge: its name has more of its room at the right.
            dx: frame.narrow && index === 0 ? 6 : 0,
            dy: -19,
            fill: muted,
            className: 'vote-name',
          }),
        ),
        link(spans, {
          x1: (span) => utc(span.between[0]),
          x2: (span) => utc(span.between[1]),
          y: (span) => y(span.row),
          stroke: ink,
          strokeWidth: 1.6,
          ...forRows(spans, rows, ({ row }) => row),
        }),
        personDots(rows, rows, 'died', { x, y, r: 5 }),
        ...names(
          rows.filter((row) => !late(row)),
          'start',
        ),
        ...names(rows.filter(late), 'end'),
        // Few died in the first years: their corner is free.
        findingText(frame, [rows.length], () => frame.words.label('count'), {
          frameAnchor: 'bottom-left',
          dx: frame.narrow ? 26 : 60,
          dy: -14,
          textAnchor: 'start',
        }),
      ],
    });
    return endSheet(drawn, height);
  },
  describe: (rows, words) => {
    const { first, last } = ends(rows, 'deaths');
    const perYear = [...Map.groupBy(rows, (row) => row.date.slice(0, 4))].map(([year, own]) =>
      words.sentence('in-year', { count: words.number(own.length), year }),
    );
    const unsure = rows.filter(({ precision }) => precision !== 'day').map(({ name }) => name);
    const doubted = rows.filter(({ otherDate }) => otherDate !== null).map(({ name }) => name);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { name: ({ name }) => name, date: (row) => words.date(row.date, row.precision) }),
      }),
      words.sentence('years', { list: words.locale.list(perYear) }),
      ...(unsure.length > 0 ? [words.sentence('gaps', { 'no-day-list': words.locale.list(unsure) })] : []),
      ...(doubted.length > 0 ? [words.sentence('conflicts', { 'two-days-list': words.locale.list(doubted) })] : []),
    ];
  },
});

const halo = { stroke: paper, strokeWidth: 9 };

/** A day that is not known stands in the middle of the days among which it was. */
function centre(row: DeathRow): Date {
  if (row.between) return new Date((utc(row.between[0]).getTime() + utc(row.between[1]).getTime()) / 2);
  return utc(row.precision === 'day' ? row.date : `${row.date.slice(0, 7)}-15`);
}

function nameOf(row: DeathRow, words: Words): string {
  return row.age === null ? row.name : words.label('name-age', { name: row.name, age: words.number(row.age) });
}
