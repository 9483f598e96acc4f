/** Longer than 200 lines: a line a Sunday with two scales, and rows from two tables whose counters are never merged. */
import type { DataPackage } from '../data/package.ts';
import { detentions } from '../data/tables/detentions.ts';
import { protestSizes } from '../data/tables/protest-sizes.ts';
import { roundTicks } from './kit/axes.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { wrap } from './kit/labels.ts';
import { shortMonth } from './kit/months.ts';
import { counterColour, ink, muted, paper, rule } from './kit/palette.ts';
import { onDay, preferred } from './kit/tables.ts';
import { weeksBetween } from './kit/time.ts';
import type { Words } from './kit/words.ts';

const FIRST_SUNDAY = '2020-08-16';
const LAST_SUNDAY = '2020-12-20';
/** What a note says of a count that was taken before its day was over, or of a part of the people: it carries no comparison. */
const INTERIM = /interim|evening|noon|growing|early in the day|as of \d|detention centres only/i;
/** From one Sunday to the next, and from the top of the sheet to the first of them, in units of the drawing. */
const STEP = 21;
const TOP = 58;

interface Count {
  readonly value: number;
  readonly qualifier: string;
  readonly counted_by: string;
  readonly place: string;
  readonly source_id: string;
  readonly interim: boolean;
}

interface SundayRow extends DatedRow {
  readonly date: string;
  readonly lowest: Count | null;
  readonly highest: Count | null;
  readonly ministry: Count | null;
  readonly viasna: Count | null;
}

/** Each Sunday of autumn 2020: the range of crowd estimates for Minsk, and the detained by two counters, never merged. */
export const sundays = defineChart<SundayRow>({
  id: 'sundays',
  tables: ['protest-sizes', 'detentions'],
  height: { narrow: 470 + STEP, wide: 470 + STEP },
  rows: ({ data }) =>
    weeksBetween(FIRST_SUNDAY, LAST_SUNDAY).map((sunday) => {
      const estimates = crowds(data, sunday);
      const lowest = estimates[0] ?? null;
      const highest = estimates.at(-1) ?? null;
      const ministry = detained(data, sunday, 'Interior Ministry');
      const viasna = detained(data, sunday, 'Viasna');
      const sources = [lowest, highest, ministry, viasna].flatMap((count) => (count ? [count.source_id] : []));
      return { date: sunday, lowest, highest, ministry, viasna, sources: [...new Set(sources)], until: onDay(sunday) };
    }),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date) },
    { key: 'column-crowd-low', cell: (row) => countCell(row.lowest) },
    { key: 'column-crowd-low-by', cell: (row) => counterCell(row.lowest) },
    { key: 'column-crowd-high', cell: (row) => countCell(row.highest) },
    { key: 'column-crowd-high-by', cell: (row) => counterCell(row.highest) },
    { key: 'column-ministry', cell: (row) => countCell(row.ministry) },
    { key: 'column-ministry-place', cell: (row) => placeCell(row.ministry) },
    { key: 'column-ministry-state', cell: (row) => stateCell(row.ministry) },
    { key: 'column-viasna', cell: (row) => countCell(row.viasna) },
    { key: 'column-viasna-place', cell: (row) => placeCell(row.viasna) },
    { key: 'column-viasna-state', cell: (row) => stateCell(row.viasna) },
  ],
  draw: (rows, frame) => drawSundays(rows, frame),
  describe: (rows, words) => {
    const counts = rows.flatMap((row) => [row.ministry, row.viasna].flatMap((count) => (count ? [{ ...count, date: row.date }] : [])));
    const crowds = rows.flatMap((row) => (row.highest ? [{ ...row.highest, date: row.date }] : []));
    const { highest } = extremes(counts, ({ value }) => value, 'Sundays');
    const { highest: crowd } = extremes(crowds, ({ value }) => value, 'Sundays');
    const said = {
      value: (row: Count): string => words.number(row.value, row.qualifier),
      'counted-by': (row: Count): string => row.counted_by,
      date: (row: { readonly date: string }): string => words.date(row.date),
    };
    const lacking = (of: 'ministry' | 'viasna'): string =>
      words.locale.list(rows.filter((row) => row[of] === null).map((row) => words.date(row.date)));
    const known = (of: 'ministry' | 'viasna' | 'highest'): string => words.number(rows.filter((row) => row[of] !== null).length);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        'first-date': words.date(FIRST_SUNDAY),
        'last-date': words.date(LAST_SUNDAY),
        'ministry-count': known('ministry'),
        'viasna-count': known('viasna'),
        'crowd-count': known('highest'),
      }),
      words.sentence('extremes', gapsOf({ highest, 'highest-crowd': crowd }, said)),
      words.sentence('compare', { list: words.locale.list(rows.flatMap((row) => pairInWords(row, words))) }),
      words.sentence('gaps', { 'ministry-missing-list': lacking('ministry'), 'viasna-missing-list': lacking('viasna') }),
    ];
  },
});

/** Estimates of the protest crowd in Minsk on a day, smallest first. Both ends of a range that one source gives are estimates. */
function crowds(data: DataPackage, day: string): Count[] {
  return data
    .rows(protestSizes)
    .filter(
      (row) =>
        row.date === day &&
        row.place === 'Minsk' &&
        !/^Pro-government/.test(row.event) &&
        row.confidence !== 'low' &&
        (row.status === 'preferred' || row.status === 'conflicting'),
    )
    .map((row) => ({ ...row, interim: false }))
    .toSorted((a, b) => a.value - b.value);
}

/** A counter's figure for the country, else the one for Minsk, which is told apart wherever it is shown. */
function detained(data: DataPackage, day: string, counter: string): Count | null {
  const rows = preferred(data, detentions)
    .filter((row) => row.date === day && row.counted_by === counter)
    .map((row) => ({ ...row, interim: INTERIM.test(row.note ?? '') }));
  return rows.find(({ place }) => place === 'Belarus') ?? rows.find(({ place }) => place.startsWith('Minsk')) ?? null;
}

/** Two counts of one Sunday that may be compared: both of the whole country, both taken when the day was over. */
function comparable({ ministry, viasna }: SundayRow): boolean {
  return [ministry, viasna].every((count) => count !== null && count.place === 'Belarus' && !count.interim);
}

function pairInWords(row: SundayRow, words: Words): string[] {
  const { ministry, viasna } = row;
  if (!ministry || !viasna || !comparable(row)) return [];
  const value = (count: Count): string => words.number(count.value, count.qualifier);
  return [words.label('pair', { date: words.date(row.date), ministry: value(ministry), viasna: value(viasna) })];
}

const countCell = (count: Count | null): Cell => (count ? number(count.value, count.qualifier) : label('no-figure'));
const counterCell = (count: Count | null): Cell => plain(count?.counted_by ?? '');
const placeCell = (count: Count | null): Cell => plain(count?.place ?? '');
const stateCell = (count: Count | null): Cell => (count ? label(count.interim ? 'interim' : 'final') : plain(''));

/** Where the two scales lie: the crowd's and that of the detained. */
interface Lay {
  readonly crowd: (value: number) => number;
  readonly detained: (value: number) => number;
  readonly right: number;
  /** The highest number of detained. */
  readonly most: number;
}

function drawSundays(rows: readonly SundayRow[], frame: Frame): SVGSVGElement {
  const { words, narrow } = frame;
  const svg = sheet(frame);
  const most = Math.max(...rows.flatMap(({ ministry, viasna }) => [ministry?.value ?? 0, viasna?.value ?? 0]));
  const crowd = Math.max(...rows.map(({ highest }) => highest?.value ?? 0));
  const [left, end, from, to] = narrow ? [56, 122, 138, 336] : [76, 266, 316, 690];
  const lay: Lay = {
    crowd: (value) => left + ((end - left) * value) / crowd,
    detained: (value) => from + ((to - from) * value) / most,
    right: frame.width - 2,
    most,
  };
  const bottom = TOP + rows.length * STEP + 10;
  const head = (text: string, x: number, y: number, look: Attributes): Element => write(frame, text, x, y, look);
  svg.append(
    ...wrap(words.label('panel-crowd'), from - left - 6, frame.fontSize).map((line, nth) =>
      head(line, left, 8 + nth * 16, { fill: ink, 'font-weight': 600 }),
    ),
    head(words.label('panel-detained'), from, 8, { fill: ink, 'font-weight': 600 }),
    ...key(frame, from),
  );
  for (const [at, values] of [
    [lay.crowd, [0, ...roundTicks(crowd, narrow ? 1 : 2)]],
    [lay.detained, [0, ...roundTicks(most, 2)]],
  ] as const)
    for (const value of values) {
      const x = at(value);
      const crowded = narrow && at === lay.crowd && value > 0;
      const said = value >= 100_000 && narrow ? words.label('thousands', { count: words.number(value / 1000) }) : words.number(value);
      svg.append(
        element(frame, 'line', { x1: x, x2: x, y1: TOP - 12, y2: bottom, stroke: value === 0 ? muted : rule }),
        // On a phone the end of one scale lies close to the beginning of the other.
        write(frame, said, crowded ? x + 8 : x, bottom + 12, { fill: muted, 'font-size': 12, 'text-anchor': crowded ? 'end' : 'middle' }),
      );
    }
  // Under the longest list a line is left free for its number, which would else stand beside the marks of another Sunday.
  const longest = rows.findIndex(({ ministry, viasna }) => ministry?.value === most || viasna?.value === most);
  for (const [index, row] of rows.entries()) svg.append(...drawSunday(row, index, index > longest ? index + 1 : index, lay, frame));
  return svg;
}

/** The counters' names with their marks, over the scale of the detained. */
function key(frame: Frame, x: number): Element[] {
  const y = 28;
  const second = x + (frame.narrow ? 82 : 150);
  return [
    mark(frame, 'official', x + 5, y, {}),
    write(frame, frame.words.label('series-ministry'), x + 14, y, { fill: counterColour.official }),
    mark(frame, 'rights_groups', second + 5, y, {}),
    write(frame, frame.words.label('series-viasna'), second + 14, y, { fill: counterColour.rights_groups }),
  ];
}

/** A square for the ministry, a diamond for Viasna. */
function mark(frame: Frame, group: 'official' | 'rights_groups', x: number, y: number, look: Attributes): Element {
  const d = group === 'official' ? `M${x - 4},${y - 4}h8v8h-8Z` : `M${x},${y - 5.5}L${x + 5},${y}L${x},${y + 5.5}L${x - 5},${y}Z`;
  return element(frame, 'path', { d, fill: counterColour[group], stroke: counterColour[group], 'stroke-width': 1.4, ...look });
}

function drawSunday(row: SundayRow, index: number, line: number, lay: Lay, frame: Frame): Element[] {
  const { words, narrow } = frame;
  const own = { 'data-row': index };
  const y = TOP + line * STEP;
  const name = `${Number(row.date.slice(8))} ${shortMonth(row.date, words.locale)}`;
  const made: Element[] = [write(frame, name, narrow ? 50 : 62, y, { fill: muted, 'text-anchor': 'end', ...own })];
  if (row.lowest && row.highest) {
    const [low, high] = [lay.crowd(row.lowest.value), lay.crowd(row.highest.value)];
    const look = { fill: 'none', stroke: counterColour.media_and_pollsters, 'stroke-width': 2.4, ...own };
    made.push(element(frame, 'path', { d: `M${low},${y - 5}v10M${low},${y}H${high}M${high},${y - 5}v10`, ...look }));
  }
  const { ministry, viasna } = row;
  if (ministry && viasna && comparable(row)) {
    const ends = { x1: lay.detained(ministry.value), x2: lay.detained(viasna.value), y1: y, y2: y };
    made.push(element(frame, 'line', { ...ends, stroke: muted, 'stroke-width': 1.6, ...own }));
  }
  const [higher] = [ministry, viasna].flatMap((count) => (count ? [count] : [])).toSorted((a, b) => b.value - a.value);
  for (const [count, group] of [
    [ministry, 'official'],
    [viasna, 'rights_groups'],
  ] as const) {
    if (!count) continue;
    const x = lay.detained(count.value);
    const partial = count.interim ? { opacity: 0.45 } : {};
    const minsk = count.place === 'Belarus' ? {} : { fill: paper };
    made.push(mark(frame, group, x, y, { ...own, ...partial, ...minsk }));
    const said = words.number(count.value, count.qualifier);
    // The longest list is the finding; it stands under its line, at the edge.
    if (count.value === lay.most)
      made.push(
        element(frame, 'path', { d: `M${x},${y + 7}V${y + STEP - 8}`, stroke: muted, ...own }),
        findingLabel(frame, { x: lay.right, y: y + STEP + 1, anchor: 'end' }, said, own),
      );
    else if (count.value > 1000 || !narrow) {
      const outward = count === higher && count.value < 900 ? { dx: 10, 'text-anchor': 'start' } : { dx: -10, 'text-anchor': 'end' };
      const { dx, ...look } = outward;
      if (x + dx > lay.detained(0) + 40 || dx > 0)
        made.push(write(frame, narrow ? said : words.number(count.value), x + dx, y, { ...look, 'font-size': 12, fill: ink, ...own }));
    }
  }
  return made;
}
