/** Longer than 200 lines: rows of four kinds out of four tables, in columns of three kinds. */
import type { DataPackage } from '../data/package.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { events } from '../data/tables/events.ts';
import { newlyRecognised } from '../data/tables/newly-recognised.ts';
import { waves } from './kit/annotations.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type DotPattern, dotBlock, dotPattern, dots } from './kit/dots.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { wrap } from './kit/labels.ts';
import { shortDay, shortMonth } from './kit/months.ts';
import { freed, ink, muted, held as red, rule } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { attested, by, preferred } from './kit/tables.ts';
import { monthsBetween } from './kit/time.ts';

const FIRST_DAY = '2024-07-01';
const LAST_DAY = '2025-01-31';

/** Events of the road to the vote, chosen from the timeline. Waves of release have a lane of their own. */
const EVENTS: readonly string[] = [
  '2024-07-02-lukashenko-promises-free-some',
  '2024-10-23-presidential-election-called-26',
  '2024-11-12-kalesnikava-father-allowed-visit',
  '2024-12-23-five-candidates-2025-registered',
  '2025-01-09-osce-regrets-that-it',
  '2025-01-17-odihr-invited-ten-days',
  '2025-01-21-early-voting-opens',
  '2025-01-26-presidential-election',
];

interface RoadRow extends DatedRow {
  readonly kind: 'event' | 'arrests' | 'recognised' | 'freed';
  /** First and last day; the same for what happened on one. */
  readonly start: string;
  readonly date: string;
  readonly precision: string;
  readonly title: string;
  readonly value: number;
  readonly qualifier: string;
  readonly abroad: boolean;
  readonly counter: string;
}

/** From the first releases to the vote of 2025: what happened, who was newly recognised, who was freed, on one calendar. */
export const roadTo2025 = defineChart<RoadRow>({
  id: 'road-to-2025',
  tables: ['events', 'detention-totals', 'newly-recognised', 'releases'],
  rows: ({ data }) => roadRows(data),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.kind === 'recognised' ? 'month' : row.precision) },
    { key: 'column-kind', cell: (row) => label(`kind-${row.kind}`) },
    { key: 'column-title', cell: (row) => plain(row.title) },
    { key: 'column-value', cell: (row): Cell => (row.kind === 'event' ? plain('') : number(row.value, row.qualifier)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: drawMonths,
  describe: (rows, words) => {
    const of = (kind: RoadRow['kind']): RoadRow[] => rows.filter((row) => row.kind === kind);
    const sum = (list: readonly RoadRow[]): string => words.number(list.reduce((total, row) => total + row.value, 0));
    const [freed, recognised, happened] = [of('freed'), of('recognised'), of('event')];
    const { highest: most } = extremes(recognised, ({ value }) => value, 'months');
    const { first, last, highest: largest } = extremes(freed, ({ value }) => value, 'waves');
    const date = (row: RoadRow): string => words.date(row.date, row.precision);
    return [
      words.sentence('range', {
        'wave-count': words.number(freed.length),
        'freed-sum': sum(freed),
        ...gapsOf({ first, last }, { date }),
        'recognised-sum': sum(recognised),
        'month-count': words.number(recognised.length),
      }),
      words.sentence('extremes', {
        'most-value': words.number(most.value),
        'most-month': words.date(most.date, 'month'),
        'largest-value': words.number(largest.value),
        'largest-date': words.date(largest.date, largest.precision),
      }),
      words.sentence('events', {
        list: words.locale.list(happened.map((row) => `${words.date(row.date, row.precision)}: ${words.named(row.title)}`)),
      }),
    ];
  },
});

/** Where each side of a month stands, and how large its dots are. On a phone what happened stands under the people, else before them. */
const layout = {
  narrow: { recognised: 0, freed: 174, events: 0, cell: 7, widest: 19, size: 12, leading: 16, room: 340 },
  wide: { recognised: 372, freed: 546, events: 58, cell: 8, widest: 14, size: 14, leading: 18, room: 296 },
} as const;
/** Room of the number before its dots. */
const NUMBER = 30;

/** Month by month: who was added, who was freed, and what happened. */
function drawMonths(rows: readonly RoadRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { words, narrow } = frame;
  const place = layout[frame.size];
  const held = dotPattern(frame, 'held', place.cell, { fill: red });
  const free = dotPattern(frame, 'freed', place.cell, { stroke: freed });
  svg.append(element(frame, 'defs', {}, held.definition, free.definition));
  for (const kind of people) {
    const fill = kind === 'recognised' ? red : ink;
    const sum = rows.filter((row) => row.kind === kind).reduce((all, { value }) => all + value, 0);
    svg.append(
      findingLabel(frame, { x: place[kind], y: 12 }, words.number(sum), { fill }),
      write(frame, words.label(`lane-${kind}`), place[kind], 33, { 'font-weight': 600, fill }),
    );
  }
  let y = 50;
  for (const month of monthsBetween(FIRST_DAY, LAST_DAY)) {
    const own = rows.filter((row) => row.date.slice(0, 7) === month.slice(0, 7));
    const year = month === FIRST_DAY || month.endsWith('-01-01');
    const name = `${shortMonth(month, words.locale)}${year ? ` ${month.slice(0, 4)}` : ''}`;
    svg.append(
      element(frame, 'path', { d: `M0,${y}H${frame.width}`, stroke: rule }),
      ...(narrow ? [name] : name.split(' ')).map((line, nth) => write(frame, line, 0, y + 13 + nth * 17, { fill: muted })),
    );
    const top = y + (narrow ? 25 : 9);
    const floor = Math.max(top, ...people.map((kind) => drawSide(svg, rows, own, kind, kind === 'recognised' ? held : free, top, frame)));
    const under = drawEvents(svg, rows, own, narrow ? floor : top - 3, frame);
    y = Math.max(floor, under) + 4;
  }
  return endSheet(svg, y);
}

const people = ['recognised', 'freed'] as const;

/** The people of a month on one side, a block of dots a row. Returns where it ends. */
function drawSide(
  svg: SVGSVGElement,
  rows: readonly RoadRow[],
  own: readonly RoadRow[],
  kind: (typeof people)[number],
  pattern: DotPattern,
  top: number,
  frame: Frame,
): number {
  const { cell, widest, [kind]: x } = layout[frame.size];
  let y = top;
  for (const row of own.filter((one) => one.kind === kind)) {
    const tie = { 'data-row': rows.indexOf(row) };
    const block = dotBlock(row.value, widest);
    const width = block.columns * cell;
    // Who was taken abroad leaves the frame.
    const at = row.abroad
      ? ({ x: frame.width - width + cell / 2, y, widest, flush: 'right', cut: cell / 2 } as const)
      : { x: x + NUMBER, y, widest };
    const said = { 'font-weight': 600, 'text-anchor': 'end', fill: kind === 'recognised' ? red : ink, ...tie };
    svg.append(
      write(frame, frame.words.number(row.value, row.qualifier), x + NUMBER - 7, y + cell / 2, said),
      dots(frame, pattern, row.value, at, tie),
    );
    y += Math.max(15, block.rows * cell) + 4;
  }
  return y;
}

/** What happened in a month, each with its day. Returns where it ends. */
function drawEvents(svg: SVGSVGElement, rows: readonly RoadRow[], own: readonly RoadRow[], top: number, frame: Frame): number {
  const { events: x, size, leading, room } = layout[frame.size];
  let y = top;
  for (const row of own.filter(({ kind }) => kind === 'event' || kind === 'arrests')) {
    const day = shortDay(row.date, row.precision, frame.words.locale);
    const title =
      row.kind === 'event'
        ? frame.words.named(row.title)
        : frame.words.label('arrests', { value: frame.words.number(row.value, row.qualifier) });
    for (const [nth, line] of wrap(`${day} ${title}`, room, size).entries()) {
      const parts = nth === 0 ? [element(frame, 'tspan', { 'font-weight': 600 }, day), line.slice(day.length)] : [line];
      const look = { x, y: y + leading / 2, dy: '0.35em', fill: ink, 'font-size': size, 'data-row': rows.indexOf(row) };
      svg.append(element(frame, 'text', look, ...parts));
      y += leading;
    }
  }
  return y;
}

function roadRows(data: DataPackage): RoadRow[] {
  const inside = (day: string): boolean => day >= FIRST_DAY && day <= LAST_DAY;
  const freed = waves(data).filter((wave) => inside(wave.date));
  const nothing = { title: '', value: 0, qualifier: 'exact', abroad: false, counter: '' };
  const chosen = data.rows(events).filter((event) => EVENTS.includes(event.event_id));
  if (chosen.length !== EVENTS.length) throw new RangeError('an event of the road to 2025 is missing from the timeline');
  const rows: Omit<RoadRow, 'until'>[] = [
    ...chosen.map((event) => ({
      ...nothing,
      kind: 'event' as const,
      start: event.date,
      date: event.date,
      precision: event.date_precision,
      title: event.title,
      sources: [event.source_id, ...(event.second_source_id === null ? [] : [event.second_source_id])],
    })),
    ...preferred(data, detentionTotals)
      .filter((row) => row.metric === 'detained' && row.period === 'span' && inside(row.period_start) && inside(row.period_end))
      .map((row) => ({ ...nothing, kind: 'arrests' as const, ...counted(row) })),
    ...preferred(data, newlyRecognised)
      .filter((row) => row.period === 'month' && row.counted_by === 'Viasna' && inside(row.period_end))
      .map((row) => ({ ...nothing, kind: 'recognised' as const, ...counted(row) })),
    ...freed.map((wave) => ({
      ...nothing,
      kind: 'freed' as const,
      start: wave.date,
      date: wave.date,
      precision: wave.precision,
      value: wave.released,
      qualifier: wave.qualifier,
      abroad: wave.form === 'expulsion' || wave.form === 'exchange',
      counter: wave.counter,
      sources: [wave.source],
    })),
  ];
  return rows.map((row) => ({ ...row, until: { iso: row.date, precision: row.precision } })).sort(by((row) => row.date));
}

function counted(row: {
  period_start: string;
  period_end: string;
  value: number;
  qualifier: string;
  counted_by: string;
  source_id: string;
}) {
  return {
    start: row.period_start,
    date: row.period_end,
    precision: 'day',
    value: row.value,
    ...attested(row),
  };
}
