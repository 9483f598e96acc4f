import type { DataPackage } from '../data/package.ts';
import { sentences as table } from '../data/tables/sentences.ts';
import { type Cell, date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet, write } from './kit/elements.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { shortMonth } from './kit/months.ts';
import { counterColour, ink, muted, paper } from './kit/palette.ts';
import { preferred } from './kit/tables.ts';

const FIRST_MONTH = '2022-07-31';
const LAST_MONTH = '2023-01-31';
/** From one bar to the next, and how thick one is, in units of the drawing. */
const STEP = 33;
const BAR = 22;
const colour = counterColour.rights_groups;

/** Kinds of sentence in the order of their segments. `short`: arrest, fine, suspended. `rest`: known only as not prison. */
const kinds = ['prison', 'home', 'open', 'short', 'rest'] as const;
type Kind = (typeof kinds)[number];

interface MonthRow extends DatedRow {
  readonly month: string;
  readonly total: number;
  readonly qualifier: string;
  readonly people: Readonly<Record<Kind, number>>;
  readonly years: number;
}

/** What courts handed down in the months whose parts add up: people by kind of sentence, and years of prison. */
export const sentences = defineChart<MonthRow>({
  id: 'sentences',
  tables: ['sentences'],
  height: { narrow: 628, wide: 322 },
  rows: ({ data }) => months(data),
  columns: [
    { key: 'column-month', cell: (row) => date(row.month, 'month') },
    { key: 'column-total', cell: (row) => number(row.total, row.qualifier) },
    ...kinds.map((kind) => ({ key: `column-${kind}`, cell: (row: MonthRow) => peopleCell(row, kind) })),
    { key: 'column-years', cell: (row) => number(row.years, 'exact', 1) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const names = frame.narrow ? 40 : 78;
    const most = Math.max(...rows.map(({ total }) => total));
    const longest = Math.max(...rows.map(({ years }) => years));
    const people: Panel = { left: names, top: 80, scale: (frame.narrow ? 216 : 290) / most };
    const years: Panel = frame.narrow ? { left: names, top: 390, scale: 260 / longest } : { left: 500, top: 80, scale: 170 / longest };
    svg.append(...drawPeople(rows, people, frame), ...drawYears(rows, years, frame));
    return svg;
  },
  describe: (rows, words) => {
    const { first, last, lowest: fewest, highest: most } = extremes(rows, (row) => row.years, 'months');
    const month = (row: MonthRow): string => words.date(row.month, 'month');
    const years = (row: MonthRow): string => words.number(row.years, 'exact', 0);
    return [
      words.sentence('range', { count: words.number(rows.length), ...gapsOf({ first, last }, { month }) }),
      words.sentence('months', {
        list: words.locale.list(
          rows.map((row) =>
            words.label('of-month', {
              month: month(row),
              prison: words.number(row.people.prison),
              total: words.number(row.total, row.qualifier),
            }),
          ),
        ),
      }),
      words.sentence('years', gapsOf({ most, fewest }, { years, month })),
      words.sentence('gaps', { rest: words.locale.list(rows.filter(({ people }) => people.rest > 0).map(month)) }),
    ];
  },
});

/** The months of the unbroken stretch. What a month's kinds leave of its total is drawn as not told apart. */
function months(data: DataPackage): MonthRow[] {
  const known = preferred(data, table)
    .filter((row) => row.series === 'known' && row.period === 'month' && row.counted_by === 'Viasna')
    .filter((row) => row.period_end >= FIRST_MONTH && row.period_end <= LAST_MONTH);
  return [...new Set(known.map((row) => row.period_end))].sort().map((month) => {
    const rows = known.filter((row) => row.period_end === month);
    const value = (...metrics: readonly string[]): number =>
      rows.reduce((sum, row) => sum + (metrics.includes(row.metric) ? row.value : 0), 0);
    const total = rows.find((row) => row.metric === 'convicted');
    if (!total) throw new RangeError(`expected a total of the month that ends on ${month}, found none`);
    const told = {
      prison: value('prison'),
      home: value('home_confinement'),
      open: value('open_facility'),
      short: value('arrest', 'fine', 'suspended'),
    };
    const rest = total.value - told.prison - told.home - told.open - told.short;
    if (rest < 0) throw new RangeError(`the kinds of sentence of the month that ends on ${month} come to more than its total`);
    return {
      month,
      total: total.value,
      qualifier: total.qualifier,
      people: { ...told, rest },
      years: value('prison_years'),
      sources: [...new Set(rows.map((row) => row.source_id))],
      until: { iso: month, precision: 'month' },
    };
  });
}

/** A month whose other kinds are not told apart has no number for each of them. */
function peopleCell(row: MonthRow, kind: Kind): Cell {
  if (row.people.rest > 0 && kind !== 'prison' && kind !== 'rest') return label('not-told');
  return number(row.people[kind]);
}

interface Panel {
  readonly left: number;
  readonly top: number;
  /** Units of the drawing a person, or a year. */
  readonly scale: number;
}

const looks: Readonly<Record<Kind, Attributes>> = {
  prison: { fill: colour, stroke: colour },
  home: { fill: paper, stroke: colour },
  open: { fill: colour, 'fill-opacity': 0.45, stroke: colour },
  short: { fill: muted, stroke: muted },
  rest: { fill: paper, stroke: muted, 'stroke-dasharray': '3 3' },
};

function drawPeople(rows: readonly MonthRow[], part: Panel, frame: Frame): Element[] {
  const { words } = frame;
  const [first] = rows;
  const made: Element[] = [write(frame, words.label('panel-people'), 0, part.top - 66, { fill: ink, 'font-weight': 600 })];
  for (const [index, row] of rows.entries()) {
    const y = part.top + index * STEP;
    made.push(monthName(row, y, part, frame));
    let x = part.left;
    for (const kind of kinds) {
      const people = row.people[kind];
      if (people === 0) continue;
      const width = people * part.scale;
      made.push(element(frame, 'rect', { x, y, width, height: BAR, ...looks[kind], 'data-row': index }));
      const fits = kind === 'rest' ? words.label('rest-at', { value: words.number(people) }) : words.number(people);
      if (width > fits.length * frame.fontSize * 0.56 + 4 && kind !== 'short')
        made.push(write(frame, fits, x + width / 2, y + BAR / 2, { fill: kind === 'prison' ? paper : ink, 'text-anchor': 'middle' }));
      x += width;
    }
    const said = words.number(row.total, row.qualifier);
    made.push(write(frame, said, x + 7, y + BAR / 2, { fill: ink, 'font-weight': 600 }));
  }
  return first ? [...made, ...kindNames(first, part, frame)] : made;
}

/** The kinds are named above the first month's segments, with leaders from the upper line; the last kind below the bars. */
function kindNames(row: MonthRow, part: Panel, frame: Frame): Element[] {
  const home = part.left + row.people.prison * part.scale;
  const open = home + row.people.home * part.scale;
  const low = part.top - 12;
  const high = low - 20;
  const leader = (x: number): Element =>
    element(frame, 'line', { x1: x, x2: x, y1: high + 9, y2: part.top - 1, stroke: muted, 'stroke-width': 1 });
  const bottom = part.top + 7 * STEP + 4;
  return [
    write(frame, frame.words.label('prison'), part.left, low, { fill: colour, 'font-weight': 600 }),
    leader(home + 5),
    write(frame, frame.words.label('home'), home + 2, high, { fill: ink }),
    write(frame, frame.words.label('open'), open + 1, low, { fill: ink }),
    element(frame, 'rect', { x: part.left, y: bottom - 5, width: 5, height: 10, ...looks.short }),
    write(frame, frame.words.label('short'), part.left + 11, bottom, { fill: muted }),
  ];
}

function drawYears(rows: readonly MonthRow[], part: Panel, frame: Frame): Element[] {
  return [
    write(frame, frame.words.label('panel-years'), frame.narrow ? 0 : part.left, part.top - (frame.narrow ? 16 : 66), {
      fill: ink,
      'font-weight': 600,
    }),
    ...rows.flatMap((row, index) => {
      const y = part.top + index * STEP;
      const width = row.years * part.scale;
      return [
        ...(frame.narrow ? [monthName(row, y, part, frame)] : []),
        element(frame, 'rect', { x: part.left, y, width, height: BAR, ...looks.prison, 'data-row': index }),
        write(frame, frame.words.number(row.years), part.left + width + 7, y + BAR / 2, { fill: ink, 'font-weight': 600 }),
      ];
    }),
  ];
}

/** `Jul 2022` where there is room for the year; else the year stands under its first month. */
function monthName(row: MonthRow, y: number, part: Panel, frame: Frame): Element {
  const name = shortMonth(row.month, frame.words.locale);
  const shown = frame.narrow ? name : `${name} ${row.month.slice(0, 4)}`;
  return write(frame, shown, part.left - 8, y + BAR / 2, { fill: muted, 'text-anchor': 'end' });
}
