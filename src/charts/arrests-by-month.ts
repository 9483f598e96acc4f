/** Longer than 200 lines: months upright on a wide sheet, lying on a narrow one, with the years that contain them. */
import type { CounterGroup } from '../data/counters.ts';
import type { DataPackage } from '../data/package.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { boundTick } from './kit/bounds.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type Dated, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { shortMonth } from './kit/months.ts';
import { noFigure } from './kit/no-figure.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { attested, groupLookup, preferred } from './kit/tables.ts';
import { lastDayOf, monthsBetween } from './kit/time.ts';

const FIRST_MONTH = '2020-08-01';
const LAST_MONTH = '2022-12-01';
const MONTHS = monthsBetween(FIRST_MONTH, LAST_MONTH);

interface SpanRow {
  readonly kind: 'month' | 'year' | 'days';
  readonly start: string;
  readonly end: string;
  /** `null`: no figure of that month was found. */
  readonly value: number | null;
  readonly qualifier: string;
  readonly counter: string;
  readonly group: CounterGroup;
  readonly sources: readonly string[];
  readonly until: Dated | null;
}

/** People detained by month and by year, as Viasna counted them, and the UN's number of the first days. */
export const arrestsByMonth = defineChart<SpanRow>({
  id: 'arrests-by-month',
  tables: ['detention-totals'],
  height: { narrow: 658, wide: 400 },
  rows: ({ data }) => spans(data),
  columns: [
    { key: 'column-period', cell: (row) => (row.kind === 'days' ? label('days-un') : date(row.end, row.kind)) },
    { key: 'column-value', cell: (row): Cell => (row.value === null ? label('missing') : number(row.value, row.qualifier)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => (frame.narrow ? drawLying(rows, frame) : drawUpright(rows, frame)),
  describe: (rows, words) => {
    const months = rows.flatMap((row) => (row.kind === 'month' && row.value !== null ? [{ ...row, value: row.value }] : []));
    const { first, last, lowest, highest } = extremes(months, (row) => row.value, 'months');
    const month = (row: SpanRow): string => words.date(row.end, 'month');
    const value = (row: SpanRow): string => words.number(row.value ?? 0, row.qualifier);
    return [
      words.sentence('years', {
        list: words.locale.list(
          rows.filter(({ kind }) => kind === 'year').map((row) => words.label('of-year', { value: value(row), year: row.end.slice(0, 4) })),
        ),
      }),
      words.sentence('range', { count: words.number(months.length), ...gapsOf({ first, last }, { month }) }),
      words.sentence('extremes', gapsOf({ highest, lowest }, { value, month })),
      ...rows.filter(({ kind }) => kind === 'days').map((row) => words.sentence('un', { value: value(row), counter: row.counter })),
      words.sentence('gaps', { list: words.locale.list(rows.filter((row) => row.value === null).map(month)) }),
    ];
  },
});

function spans(data: DataPackage): SpanRow[] {
  const groupOf = groupLookup(data);
  const found = preferred(data, detentionTotals).filter((row) => row.metric === 'detained' && row.place === 'Belarus');
  const of = (kind: SpanRow['kind'], precision: string, counter: string, period: string, start: string, end: string): SpanRow => {
    const row = found.find(
      (row) => row.counted_by === counter && row.period === period && row.period_start === start && row.period_end === end,
    );
    const group = groupOf(counter);
    return row
      ? { kind, start, end, value: row.value, group, ...attested(row), until: { iso: end, precision } }
      : { kind, start, end, value: null, group, qualifier: 'exact', counter: '', sources: [], until: null };
  };
  const years = [...new Set(MONTHS.map((month) => month.slice(0, 4)))];
  return [
    ...MONTHS.map((month) => of('month', 'month', 'Viasna', 'month', month, lastDayOf(month))),
    ...years.map((year) => of('year', 'year', 'Viasna', 'year', `${year}-01-01`, `${year}-12-31`)).filter(({ value }) => value !== null),
    of('days', 'day', 'OHCHR', 'span', '2020-08-09', '2020-08-14'),
  ].filter((row) => row.kind !== 'days' || row.value !== null);
}

const said = (row: SpanRow, frame: Frame): string => frame.words.number(row.value ?? 0, row.qualifier);

function drawUpright(rows: readonly SpanRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { words } = frame;
  const top = 74;
  const base = frame.height - 46;
  const step = frame.width / MONTHS.length;
  const scale = (base - top) / Math.max(...rows.flatMap((row) => (row.kind !== 'year' && row.value !== null ? [row.value] : [])));
  const x = (month: string): number => MONTHS.indexOf(`${month.slice(0, 7)}-01`) * step;
  svg.append(element(frame, 'line', { x1: 0, x2: frame.width, y1: base, y2: base, stroke: muted }));
  for (const [index, row] of rows.entries()) {
    const own = { 'data-row': index };
    const middle = x(row.start) + step / 2;
    if (row.kind === 'year') {
      const [from, to] = [x(row.start) + 3, x(row.end) + step - 3];
      svg.append(
        element(frame, 'path', { d: `M${from},52v-8H${to}v8`, fill: 'none', stroke: muted, 'stroke-width': 1.2, ...own }),
        findingLabel(frame, { x: (from + to) / 2, y: 26, anchor: 'middle' }, said(row, frame), own),
        write(frame, words.label('whole-year', { year: row.end.slice(0, 4) }), (from + to) / 2, 6, {
          fill: muted,
          'text-anchor': 'middle',
          ...own,
        }),
      );
    } else if (row.value === null) svg.append(noFigure(frame, middle, base, own));
    else {
      const fill = counterColour[row.group];
      const outlined = rows.some((other) => other.kind === 'days' && other.start.slice(0, 7) === row.start.slice(0, 7));
      // Over a bar between two higher ones its number has the room of a month and two gaps.
      const inset = row.kind === 'days' ? 1.5 : 6;
      const box = { x: x(row.start) + inset, y: base - row.value * scale, width: step - 2 * inset, height: row.value * scale };
      if (row.kind === 'days')
        svg.append(
          element(frame, 'rect', { ...box, fill: 'none', stroke: fill, 'stroke-width': 1.2, 'stroke-dasharray': '3 3', ...own }),
          ...boundTick(frame, box, { ...row, fill, sign: fill }, 'up', own),
          write(frame, words.label('days-un'), x(row.start) + step + 6, box.y + 8, { fill, ...own }),
          write(frame, said(row, frame), x(row.start) + step + 6, box.y + 26, { fill, 'font-weight': 600, ...own }),
        );
      else
        svg.append(
          element(frame, 'rect', { ...box, fill, ...own }),
          ...boundTick(frame, box, { ...row, fill }, 'up', own),
          // The number of the month that the outline of the days surrounds stands beside the outline, not across it.
          write(
            frame,
            words.number(row.value),
            outlined ? x(row.start) + step + 6 : Math.max(middle, step + 21),
            outlined ? box.y + 5 : box.y - (crowded(rows, index, scale) ? 17 : 9),
            {
              'text-anchor': outlined ? 'start' : 'middle',
              fill: ink,
              'font-size': 12,
              'font-weight': 600,
              ...own,
            },
          ),
        );
    }
  }
  for (const [index, month] of MONTHS.entries()) {
    svg.append(
      write(frame, shortMonth(month, words.locale).slice(0, 1), x(month) + step / 2, base + 14, {
        fill: muted,
        'text-anchor': 'middle',
        'font-size': 12,
      }),
    );
    if (index === 0 || month.endsWith('-01-01')) svg.append(write(frame, month.slice(0, 4), x(month) + 2, base + 34, { fill: muted }));
  }
  return svg;
}

/** A number is as wide as two months: over a bar that is a little higher than the next one it stands a little higher too. */
function crowded(rows: readonly SpanRow[], index: number, scale: number): boolean {
  const higher = ((rows[index]?.value ?? 0) - (rows[index + 1]?.value ?? Number.POSITIVE_INFINITY)) * scale;
  return higher >= 0 && higher < 16;
}

function drawLying(rows: readonly SpanRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { words } = frame;
  const left = 38;
  const scale =
    (frame.width - left - 4) / Math.max(...rows.flatMap((row) => (row.kind !== 'year' && row.value !== null ? [row.value] : [])));
  let y = 0;
  for (const month of MONTHS) {
    if (month === FIRST_MONTH || month.endsWith('-01-01')) {
      const year = rows.find((row) => row.kind === 'year' && row.start.slice(0, 4) === month.slice(0, 4));
      y += month === FIRST_MONTH ? 10 : 22;
      svg.append(
        write(frame, month.slice(0, 4), 0, y, { fill: ink, 'font-weight': 600, ...(year ? { 'data-row': rows.indexOf(year) } : {}) }),
      );
      if (year) {
        const own = { 'data-row': rows.indexOf(year) };
        svg.append(
          findingLabel(frame, { x: left, y }, said(year, frame), own),
          write(frame, words.label('in-the-year'), frame.width - 2, y, { fill: muted, 'text-anchor': 'end', ...own }),
        );
      }
      y += 22;
    }
    for (const row of rows.filter(({ kind, start }) => kind !== 'year' && start.slice(0, 7) === month.slice(0, 7))) {
      const own = { 'data-row': rows.indexOf(row) };
      const fill = counterColour[row.group];
      if (row.kind === 'month') svg.append(write(frame, shortMonth(month, words.locale), 0, y, { fill: muted, ...own }));
      if (row.kind === 'days') y += 20;
      if (row.value === null) {
        svg.append(noFigure(frame, left, y, own));
        continue;
      }
      const width = row.value * scale;
      if (row.kind === 'days') {
        const box = { x: left, y: y - 9, width, height: 18 };
        svg.append(
          element(frame, 'rect', { ...box, fill: 'none', stroke: fill, 'stroke-width': 1.2, 'stroke-dasharray': '3 3', ...own }),
          ...boundTick(frame, box, { ...row, fill, sign: fill }, 'right', own),
          write(frame, words.label('un-value', { value: said(row, frame) }), left + width - 14, y, { fill, 'text-anchor': 'end', ...own }),
        );
      } else {
        const box = { x: left, y: y - 5, width, height: 10 };
        svg.append(
          element(frame, 'rect', { ...box, fill, ...own }),
          ...boundTick(frame, box, { ...row, fill }, 'right', own),
          write(frame, words.number(row.value), left + width + 7, y, { fill: ink, 'font-weight': 600, ...own }),
        );
      }
    }
    y += 18;
  }
  return svg;
}
