import type { CounterGroup } from '../data/counters.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { detentions } from '../data/tables/detentions.ts';
import { boundTick } from './kit/bounds.ts';
import { label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel, findingSize } from './kit/finding.ts';
import { ends, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { roomOf } from './kit/labels.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { by, groupLookup, onDay, preferred } from './kit/tables.ts';

const FIRST_DAY = '2020-08-09';
const LAST_MINISTRY_DAY = '2020-08-12';
const COUNTERS_OF_THE_SPAN = ['Interior Ministry', 'OHCHR'];

interface DayRow extends DatedRow {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly total: boolean;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
  readonly group: CounterGroup;
}

/** People detained in the first days after the vote of 2020: the ministry's days and total, and the UN's total. */
export const firstDays = defineChart<DayRow>({
  id: 'first-days',
  tables: ['detentions', 'detention-totals'],
  height: { narrow: 226, wide: 226 },
  rows: ({ data }) => {
    const groupOf = groupLookup(data);
    const days = preferred(data, detentions)
      .filter(
        (row) =>
          row.counted_by === 'Interior Ministry' && row.place === 'Belarus' && row.date >= FIRST_DAY && row.date <= LAST_MINISTRY_DAY,
      )
      .map((row) => ({ ...row, start: row.date, end: row.date, total: false }));
    const totals = preferred(data, detentionTotals)
      .filter(
        (row) => row.metric === 'detained' && row.place === 'Belarus' && row.period_start === FIRST_DAY && row.period_end <= '2020-08-14',
      )
      .filter(
        (row) =>
          COUNTERS_OF_THE_SPAN.includes(row.counted_by) && (row.counted_by !== 'Interior Ministry' || row.period_end === LAST_MINISTRY_DAY),
      )
      .map((row) => ({ ...row, start: row.period_start, end: row.period_end, total: true }));
    return [...days.sort(by((row) => row.start)), ...totals.sort(by((row) => row.end))].map((row) => ({
      key: `${row.counted_by} ${row.start} ${row.end}`,
      start: row.start,
      end: row.end,
      total: row.total,
      value: row.value,
      qualifier: row.qualifier,
      counter: row.counted_by,
      group: groupOf(row.counted_by),
      sources: [row.source_id],
      until: onDay(row.end),
    }));
  },
  columns: [
    { key: 'column-period', cell: (row) => label(row.total ? labelKey(row) : `name-${Number(row.start.slice(8))}`) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => drawDays(rows, frame),
  describe: (rows, words) => {
    const days = rows.filter(({ total }) => !total);
    const totals = rows.filter(({ total }) => total);
    const { first, last } = ends(days, 'days');
    return [
      words.sentence(
        'range',
        gapsOf({ first, last }, { date: (row) => words.date(row.start), value: (row) => words.number(row.value, row.qualifier) }),
      ),
      ...totals.map((row) =>
        words.sentence('total', {
          counter: row.counter,
          start: words.date(row.start),
          end: words.date(row.end),
          value: words.number(row.value, row.qualifier),
        }),
      ),
    ];
  },
});

/** A total as a thick bar, and under the ministry's the days that it is made of, each beginning where the one before ends. */
function drawDays(rows: readonly DayRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const days = rows.filter(({ total }) => !total);
  const totals = rows.filter(({ total }) => total);
  const findings = totals.map(({ value, qualifier }) => roomOf(frame.words.number(value, qualifier), findingSize(frame)));
  const room = Math.max(frame.narrow ? 128 : 142, ...findings.map((width) => width + 10));
  const unit = (frame.width - room) / Math.max(...totals.map(({ value }) => value));
  const bar = (row: DayRow, x: number, y: number, height: number, opacity: number): void => {
    const fill = counterColour[row.group];
    const box = { x, y, width: row.value * unit, height };
    const own = { 'data-row': rows.indexOf(row) };
    svg.append(
      element(frame, 'rect', { ...box, fill, 'fill-opacity': opacity, ...own }),
      ...boundTick(frame, box, { ...row, fill }, 'right', own),
    );
  };
  let y = 10;
  for (const row of totals) {
    const own = { 'data-row': rows.indexOf(row) };
    svg.append(write(frame, frame.words.label(labelKey(row)), 0, y, { fill: counterColour[row.group], 'font-weight': 600, ...own }));
    bar(row, 0, y + 14, 30, 1);
    svg.append(findingLabel(frame, { x: row.value * unit + 10, y: y + 29 }, frame.words.number(row.value, row.qualifier), own));
    y += 52;
    let x = 0;
    for (const day of row.group === 'official' ? days : []) {
      const end = x + day.value * unit;
      const own = { 'data-row': rows.indexOf(day) };
      bar(day, x, y, 14, 0.6);
      svg.append(
        element(frame, 'line', {
          x1: end,
          x2: end,
          y1: y - (day === days[0] ? 6 : 8),
          y2: y + 14,
          stroke: muted,
          'stroke-width': 0.8,
          ...own,
        }),
        write(frame, frame.words.label(labelKey(day), { value: frame.words.number(day.value, day.qualifier) }), end + 10, y + 7, {
          fill: ink,
          ...own,
        }),
      );
      x = end;
      y += 22;
    }
    y += 24;
  }
  return svg;
}

/** The chart names each bar in words of its own: `day-9`, `total-official`. */
function labelKey(row: DayRow): string {
  return row.total ? `total-${row.group}` : `day-${Number(row.start.slice(8))}`;
}
