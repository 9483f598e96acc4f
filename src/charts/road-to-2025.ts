/** Longer than 200 lines: rows of four kinds out of four tables, in lanes of three kinds. */
import type { DataPackage } from '../data/package.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { events } from '../data/tables/events.ts';
import { newlyRecognised } from '../data/tables/newly-recognised.ts';
import { waves } from './kit/annotations.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotBlock, dotPattern, dots } from './kit/dots.ts';
import { type Attributes, element, sheet, write } from './kit/elements.ts';
import { eventLane, type LaneEntry } from './kit/event-lane.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { spread, wrap } from './kit/labels.ts';
import { shortDay, shortMonth } from './kit/months.ts';
import { ink, muted, paper, held as red, rule } from './kit/palette.ts';
import { attested, by, preferred } from './kit/tables.ts';
import { daysBetween, monthsBetween } from './kit/time.ts';

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
  height: { narrow: 782, wide: 682 },
  rows: ({ data }) => roadRows(data),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.kind === 'recognised' ? 'month' : row.precision) },
    { key: 'column-kind', cell: (row) => label(`kind-${row.kind}`) },
    { key: 'column-title', cell: (row) => plain(row.title) },
    { key: 'column-value', cell: (row): Cell => (row.kind === 'event' ? plain('') : number(row.value, row.qualifier)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const top = frame.narrow ? 66 : 52;
    const bottom = frame.height - 8;
    const y = (day: string): number => top + (daysBetween(FIRST_DAY, day) / (daysBetween(FIRST_DAY, LAST_DAY) + 1)) * (bottom - top);
    const lanes = frame.narrow ? { events: 48, recognised: 182, freed: 262 } : { events: 58, recognised: 400, freed: 552 };
    const say = (content: string, x: number, at: number, attributes: Attributes = {}): void =>
      svg.append(write(frame, content, x, at, { fill: ink, ...attributes }));
    for (const [key, x] of Object.entries(lanes)) {
      const lines = wrap(frame.words.label(`lane-${key}`), frame.narrow ? 84 : 180, frame.fontSize);
      const fill = key === 'recognised' ? red : ink;
      const people = rows.filter(({ kind }) => kind === key).reduce((sum, { value }) => sum + value, 0);
      if (people > 0) svg.append(findingLabel(frame, { x, y: 12 }, frame.words.number(people), { fill }));
      lines.forEach((line, index) => {
        say(line, x, 32 + index * 15, { 'font-weight': 600, fill });
      });
    }
    for (const month of monthsBetween(FIRST_DAY, LAST_DAY)) {
      const path = `M0,${y(month)}H${lanes.events - 14}M${lanes.recognised - 8},${y(month)}H${frame.width}`;
      svg.append(element(frame, 'path', { d: path, stroke: rule }));
      say(shortMonth(month, frame.words.locale), 0, y(month) + 12, { fill: muted });
      if (month === FIRST_DAY || month.endsWith('-01-01')) say(month.slice(0, 4), 0, y(month) + 28, { fill: muted });
    }
    const room = { x: lanes.events, width: lanes.recognised - 8 - lanes.events, from: top + 2, to: bottom };
    svg.append(...eventLane(frame, laneEntries(rows, frame, y), room));
    drawPeople(svg, rows, frame, y, lanes, [top, bottom]);
    return svg;
  },
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

interface Lanes {
  readonly recognised: number;
  readonly freed: number;
}

/** Events and rounds of arrests, each led to from its day. */
function laneEntries(rows: readonly RoadRow[], frame: Frame, y: (day: string) => number): LaneEntry[] {
  return rows
    .filter(({ kind }) => kind === 'event' || kind === 'arrests')
    .map((row) => ({
      at: y(row.date),
      day: shortDay(row.date, row.precision, frame.words.locale),
      title:
        row.kind === 'event'
          ? frame.words.named(row.title)
          : frame.words.label('arrests', { value: frame.words.number(row.value, row.qualifier) }),
      row: rows.indexOf(row),
    }));
}

/** A red dot for each person recognised in a month, an open ring for each one freed on a day. */
function drawPeople(
  svg: SVGSVGElement,
  rows: readonly RoadRow[],
  frame: Frame,
  y: (day: string) => number,
  lanes: Lanes,
  [from, to]: readonly [number, number],
): void {
  const cell = frame.narrow ? 5 : 8;
  const held = dotPattern(frame, 'held', cell, { fill: red });
  const free = dotPattern(frame, 'freed', cell, { stroke: ink });
  svg.append(element(frame, 'defs', {}, held.definition, free.definition));
  const say = (row: RoadRow, x: number, at: number, fill: string): void =>
    svg.append(
      write(frame, frame.words.number(row.value, row.qualifier), x, at, {
        fill,
        'font-weight': 600,
        'data-row': rows.indexOf(row),
        stroke: paper,
        'stroke-width': 4,
        'paint-order': 'stroke',
      }),
    );
  for (const row of rows.filter(({ kind }) => kind === 'recognised')) {
    const widest = frame.narrow ? 10 : 14;
    const block = dotBlock(row.value, widest);
    const middle = (y(row.start) + y(row.date)) / 2;
    const place = { x: lanes.recognised, y: middle - (block.rows * cell) / 2, widest };
    svg.append(dots(frame, held, row.value, place, { 'data-row': rows.indexOf(row) }));
    say(row, lanes.recognised + block.columns * cell + 6, middle, red);
  }
  const freed = rows.filter(({ kind }) => kind === 'freed');
  // A wave of which only the month is known stands in the middle of it, beside a line as long as the month.
  const day = (row: RoadRow): string => (row.precision === 'day' ? row.date : `${row.date.slice(0, 7)}-16`);
  const widest = frame.narrow ? 14 : 16;
  const lengths = freed.map((row) => Math.max(15, dotBlock(row.value, widest).rows * cell + 2));
  const places = spread(
    freed.map((row, index) => y(day(row)) - (lengths[index] ?? 0) / 2),
    lengths,
    from,
    to,
  );
  freed.forEach((row, index) => {
    const block = dotBlock(row.value, widest);
    const width = block.columns * cell;
    const middle = (places[index] ?? 0) + (lengths[index] ?? 0) / 2;
    const top = middle - (block.rows * cell) / 2;
    const place = row.abroad
      ? ({ x: frame.width - width + cell / 2, y: top, widest, flush: 'right', cut: cell / 2 } as const)
      : { x: lanes.freed, y: top, widest };
    svg.append(dots(frame, free, row.value, place, { 'data-row': rows.indexOf(row) }));
    if (row.precision === 'month')
      svg.append(
        element(frame, 'path', {
          d: `M${lanes.freed - 5},${y(`${row.date.slice(0, 7)}-01`) + 2}V${y(row.date)}`,
          stroke: ink,
          'stroke-width': 0.8,
        }),
      );
    const at = row.abroad ? frame.width - width - 14 : lanes.freed + widest * cell + 6;
    say(row, at, middle, ink);
  });
}
