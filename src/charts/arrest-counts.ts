import { dot, type Markish, ruleX, ruleY, text } from '@observablehq/plot';
import type { CounterGroup } from '../data/counters.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { votes } from './kit/annotations.ts';
import { yearAxis } from './kit/axes.ts';
import { date, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, counterSymbol, ink, paper, rule } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { groupLookup, onDay } from './kit/tables.ts';
import { daysBetween, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

/** A count of a year or so stands beside the running totals; shorter spans are another question. */
const SPAN_FROM_DAYS = 300;
const FIRST_START = '2020-04-01';
const LAST_START = '2020-08-31';
/** Where the axis ends. */
const LAST_DAY = '2025-02-28';
/** The lane of one count, and of the heading over a group of them, in units of the drawing. */
const LANE = 19;
const HEADING = 27;

type Section = 'viasna' | CounterGroup;
const sections: readonly Section[] = ['viasna', 'rights_groups', 'intergovernmental', 'media_and_pollsters'];

interface CountRow extends DatedRow {
  readonly section: Section;
  readonly group: CounterGroup;
  readonly counter: string;
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly qualifier: string;
  readonly votes: readonly string[];
}

/** Totals of people detained since 2020, each with its own counter and period, side by side and never joined. */
export const arrestCounts = defineChart<CountRow>({
  id: 'arrest-counts',
  tables: ['detention-totals', 'presidential-results'],
  height: { narrow: 596, wide: 596 },
  rows: ({ data }) => {
    const groupOf = groupLookup(data);
    return data
      .rows(detentionTotals)
      .filter(
        (row) =>
          row.status === 'preferred' &&
          row.metric === 'detained' &&
          row.place === 'Belarus' &&
          row.period_start >= FIRST_START &&
          row.period_start <= LAST_START &&
          (row.period === 'cumulative' || (row.period === 'span' && daysBetween(row.period_start, row.period_end) >= SPAN_FROM_DAYS)),
      )
      .map((row): CountRow => {
        const group = groupOf(row.counted_by);
        return {
          section: row.counted_by === 'Viasna' ? 'viasna' : group,
          group,
          counter: row.counted_by,
          start: row.period_start,
          end: row.period_end,
          value: row.value,
          qualifier: row.qualifier,
          votes: votes(data),
          sources: [row.source_id],
          until: onDay(row.period_end),
        };
      })
      .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section) || (a.end < b.end ? -1 : 1));
  },
  columns: [
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-start', cell: (row) => date(row.start) },
    { key: 'column-end', cell: (row) => date(row.end) },
  ],
  draw: (rows, frame) => {
    const { lanes, headings, bottom } = layOut(rows);
    const y = (row: CountRow): number => lanes.get(row) ?? 0;
    const top = 24;
    const years = [2021, 2022, 2023, 2024, 2025];
    const colour = (row: CountRow): string => counterColour[row.group];
    return drawPlot(frame, {
      marginLeft: 4,
      marginRight: 12,
      marginTop: top,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(FIRST_START), utc(LAST_DAY)], label: null },
      y: { domain: [0, bottom], reverse: true, axis: null },
      r: { type: 'sqrt', domain: [0, 65_000], range: [0, 7] },
      marks: [
        ruleX(years, { x: (year: number) => utc(`${year}-01-01`), stroke: rule }),
        yearAxis(frame, 2021, 2025),
        ...voteMarks(rows[0]?.votes ?? [], frame, { from: FIRST_START, to: LAST_DAY, rise: 4, dy: -18 }),
        ruleY(rows, { y, x1: (row: CountRow) => utc(row.start), x2: (row: CountRow) => utc(row.end), stroke: colour, strokeWidth: 1.6 }),
        ...symbols(rows, y, colour),
        ...labels(rows, y, frame),
        text(headings, {
          frameAnchor: 'left',
          y: ([, position]: [Section, number]) => position,
          text: ([section]: [Section, number]) => frame.words.label(`section-${section}`),
          fill: ([section]: [Section, number]) => counterColour[section === 'viasna' ? 'rights_groups' : section],
          fontWeight: 600,
          stroke: paper,
          strokeWidth: 5,
        }),
      ],
    });
  },
  describe: (rows, words) => {
    const last = rows.reduce((latest, row) => (row.end > latest ? row.end : latest), '');
    const first = rows.reduce((earliest, row) => (row.end < earliest ? row.end : earliest), last);
    return [
      words.sentence('range', { count: words.number(rows.length), 'first-date': words.date(first), 'last-date': words.date(last) }),
      ...sections.flatMap((section) => {
        const own = rows.filter((row) => row.section === section);
        if (own.length === 0) return [];
        const counts = own.map((row) => {
          const value = words.number(row.value, row.qualifier);
          const gaps = { value, date: words.date(row.end), counter: row.counter };
          return words.sentence(section === 'viasna' ? 'count' : 'count-by', gaps);
        });
        return [words.sentence('series', { section: words.label(`section-${section}`), list: words.locale.list(counts) })];
      }),
      words.sentence('why'),
    ];
  },
});

/** One lane a count under the heading of its counters. */
function layOut(rows: readonly CountRow[]): { lanes: Map<CountRow, number>; headings: [Section, number][]; bottom: number } {
  const lanes = new Map<CountRow, number>();
  const headings: [Section, number][] = [];
  let position = 0;
  for (const section of sections) {
    const own = rows.filter((row) => row.section === section);
    if (own.length === 0) continue;
    headings.push([section, position + HEADING / 2]);
    position += HEADING;
    for (const row of own) {
      lanes.set(row, position + LANE / 2);
      position += LANE;
    }
  }
  return { lanes, headings, bottom: position + 4 };
}

/** The end of each period bears the counter's shape, its area by the count; a bound is an open mark. */
function symbols(rows: readonly CountRow[], y: (row: CountRow) => number, colour: (row: CountRow) => string): Markish[] {
  return [...new Set(rows.map(({ group }) => group))].map((group) => {
    const own = rows.filter((row) => row.group === group);
    return dot(own, {
      x: (row: CountRow) => utc(row.end),
      y,
      r: 'value',
      symbol: counterSymbol[group],
      stroke: colour,
      strokeWidth: 1.5,
      fill: colour,
      ...forRows(own, rows),
    });
  });
}

/** The count stands right of its mark; where the period is long, within its line. */
function labels(rows: readonly CountRow[], y: (row: CountRow) => number, frame: Frame): Markish[] {
  const long = (row: CountRow): boolean => row.end > '2022';
  const label = (row: CountRow): string => {
    const value = frame.words.number(row.value, row.qualifier);
    const who = row.section === 'viasna' ? '' : frame.words.label(`by-${row.counter.replaceAll(/[^A-Za-z0-9]+/g, '-')}`, { value });
    const named = who === '' ? value : who;
    return frame.narrow ? named : frame.words.label('dated', { count: named, date: frame.words.date(row.end, 'month') });
  };
  const shared = { x: (row: CountRow) => utc(row.end), y, text: label, fill: ink, stroke: paper, strokeWidth: 5 };
  return [
    text(
      rows.filter((row) => !long(row)),
      { ...shared, dx: 12, textAnchor: 'start' },
    ),
    text(rows.filter(long), { ...shared, dx: -16, textAnchor: 'end', strokeWidth: 10 }),
  ];
}
