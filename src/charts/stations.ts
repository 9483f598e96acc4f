/** Longer than 200 lines: a grid of cells in two sizes with axes of its own, which Plot can't draw. */
import { presidentialResults } from '../data/tables/presidential-results.ts';
import { stations2020 } from '../data/tables/stations-2020.ts';
import { label, number, percentRange, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted, paper, rule } from './kit/palette.ts';
import { onDay } from './kit/tables.ts';

const ELECTION_DAY = '2020-08-09';
/** Width of a step of turnout and of share, in points. */
const STEP = 5;
const FIRST_TURNOUT = 45;
const TURNOUT_STEPS = (100 - FIRST_TURNOUT) / STEP;
const SHARE_STEPS = 100 / STEP;

const regions = ['minsk-city', 'minsk-region', 'brest', 'vitsebsk', 'homel', 'hrodna', 'mahiliou', 'abroad'] as const;
type Region = (typeof regions)[number];

/** From few stations to many: one hue, and ink or paper for the number in it. */
const shades = [
  { from: 1, opacity: 0.12, text: ink },
  { from: 3, opacity: 0.24, text: ink },
  { from: 6, opacity: 0.38, text: ink },
  { from: 11, opacity: 0.82, text: paper },
  { from: 21, opacity: 1, text: paper },
] as const;
const shadeOf = (stations: number) => [...shades].reverse().find(({ from }) => stations >= from) ?? shades[0];

interface CellRow extends DatedRow {
  /** Lower edge of the step of turnout; `null` where turnout is not known. */
  readonly turnout: number | null;
  readonly share: number;
  readonly stations: number;
  readonly byRegion: Readonly<Partial<Record<Region, number>>>;
  /** His official share in the country, the same for each row. */
  readonly official: number;
}

/** Polling stations with a copied protocol, counted by official turnout and by the official share of the incumbent. */
export const stations = defineChart<CellRow>({
  id: 'stations',
  tables: ['stations-2020', 'presidential-results'],
  height: { narrow: 436, wide: 396 },
  rows: ({ data }) => {
    const result = data
      .rows(presidentialResults)
      .find(
        (row) =>
          row.election_date === ELECTION_DAY &&
          row.candidate === 'Alexander Lukashenko' &&
          row.official === 'yes' &&
          row.status === 'preferred',
      );
    if (!result?.share_percent) throw new RangeError('no official share to compare with');
    const { share_percent: official, source_id: source } = result;
    const cells = Map.groupBy(data.rows(stations2020), (row) => `${row.turnout_from_percent} ${row.lukashenko_share_from_percent}`);
    return [...cells.values()]
      .flatMap((rows): CellRow[] => {
        const [first] = rows;
        if (!first) return [];
        return [
          {
            turnout: first.turnout_from_percent,
            share: first.lukashenko_share_from_percent,
            stations: rows.reduce((sum, row) => sum + row.stations, 0),
            byRegion: Object.fromEntries(rows.map((row) => [row.region, row.stations])),
            official,
            sources: [first.source_id, source],
            until: onDay(ELECTION_DAY),
          },
        ];
      })
      .sort((a, b) => (a.turnout ?? 0) - (b.turnout ?? 0) || a.share - b.share);
  },
  columns: [
    { key: 'column-turnout', cell: (row) => (row.turnout === null ? label('not-known') : percentRange(row.turnout, row.turnout + STEP)) },
    { key: 'column-share', cell: (row) => percentRange(row.share, row.share + STEP) },
    { key: 'column-stations', cell: (row) => number(row.stations) },
    ...regions.map((region) => ({
      key: region,
      cell: (row: CellRow) => (row.byRegion[region] === undefined ? plain('') : number(row.byRegion[region])),
    })),
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const main: Grid = frame.narrow ? { x: 42, y: 34, cell: 24, high: 18, gap: 8 } : { x: 44, y: 34, cell: 25, high: 16, gap: 8 };
    svg.append(...axes(rows, main, frame), ...country(rows, main, frame), officialLine(rows, main, frame));
    if (!frame.narrow) {
      for (const [index, region] of regions.entries()) {
        const grid: Grid = { x: 380 + (index % 4) * 87, y: 70 + Math.floor(index / 4) * 182, cell: 6, high: 6, gap: 3 };
        svg.append(...regional(rows, region, grid, frame), officialLine(rows, grid, frame));
      }
    }
    return svg;
  },
  describe: (rows, words) => {
    const most = [...rows].sort((a, b) => b.stations - a.stations)[0];
    const [first] = rows;
    if (!first || !most) throw new RangeError('no stations to describe');
    const total = (list: readonly CellRow[]): string => words.number(list.reduce((sum, row) => sum + row.stations, 0));
    const steps = (from: number): string => `${words.number(from)}–${words.number(from + STEP)}%`;
    const shares = rows.map(({ share }) => share);
    return [
      words.sentence('range', {
        count: total(rows),
        lowest: `${words.number(Math.min(...shares))}%`,
        highest: `${words.number(Math.max(...shares) + STEP)}%`,
        below: total(rows.filter(({ share, official }) => share + STEP <= official)),
        official: words.percent(first.official, 1),
      }),
      words.sentence('most', {
        count: words.number(most.stations),
        turnout: steps(most.turnout ?? 0),
        share: steps(most.share),
      }),
      words.sentence('regions', {
        list: words.locale.list(
          regions.map(
            (region) => `${words.label(region)} ${words.number(rows.reduce((sum, row) => sum + (row.byRegion[region] ?? 0), 0))}`,
          ),
        ),
      }),
      words.sentence('gaps', { unknown: total(rows.filter(({ turnout }) => turnout === null)) }),
    ];
  },
});

/** Where a grid of cells stands: first the column of unknown turnout, a gap, then the steps of turnout. */
interface Grid {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly high: number;
  readonly gap: number;
}

const left = (grid: Grid, turnout: number | null): number =>
  turnout === null ? grid.x : grid.x + grid.cell + grid.gap + ((turnout - FIRST_TURNOUT) / STEP) * grid.cell;
const top = (grid: Grid, share: number): number => grid.y + (SHARE_STEPS - share / STEP) * grid.high;
const right = (grid: Grid): number => left(grid, 100);

function country(rows: readonly CellRow[], grid: Grid, frame: Frame): Element[] {
  return rows.flatMap((row, index) => {
    const shade = shadeOf(row.stations);
    const x = left(grid, row.turnout);
    const y = top(grid, row.share + STEP);
    const box = { x: x + 0.5, y: y + 0.5, width: grid.cell - 1, height: grid.high - 1 };
    const fill = counterColour.rights_groups;
    return [
      element(frame, 'rect', { ...box, fill, 'fill-opacity': shade.opacity, stroke: fill, 'stroke-width': 0.6, 'data-row': index }),
      element(
        frame,
        'text',
        { x: x + grid.cell / 2, y: y + grid.high / 2 + 4, 'text-anchor': 'middle', 'font-size': 11, fill: shade.text },
        frame.words.number(row.stations),
      ),
    ];
  });
}

/** A region's cells, one path a shade. */
function regional(rows: readonly CellRow[], region: Region, grid: Grid, frame: Frame): Element[] {
  const fill = counterColour.rights_groups;
  const counts = rows.flatMap(({ turnout, share, byRegion }) => (byRegion[region] ? [{ turnout, share, count: byRegion[region] }] : []));
  const paths = shades.flatMap((shade) => {
    const cells = counts.filter(({ count }) => shadeOf(count) === shade);
    const d = cells.map(
      ({ turnout, share }) => `M${left(grid, turnout)} ${top(grid, share + STEP)}h${grid.cell}v${grid.high}h-${grid.cell}z`,
    );
    return cells.length > 0
      ? [element(frame, 'path', { d: d.join(''), fill, 'fill-opacity': shade.opacity, stroke: fill, 'stroke-width': 0.5 })]
      : [];
  });
  const total = frame.words.number(counts.reduce((sum, { count }) => sum + count, 0));
  return [
    element(frame, 'text', { x: grid.x, y: grid.y - 22, fill: ink, 'font-size': 12, 'font-weight': 600 }, frame.words.label(region)),
    element(frame, 'text', { x: grid.x, y: grid.y - 7, fill: muted, 'font-size': 12 }, frame.words.label('stations', { count: total })),
    element(frame, 'path', { d: `M${left(grid, FIRST_TURNOUT)} ${grid.y}V${top(grid, 0)}H${right(grid)}`, fill: 'none', stroke: rule }),
    ...paths,
  ];
}

function officialLine(rows: readonly CellRow[], grid: Grid, frame: Frame): Element {
  const y = top(grid, rows[0]?.official ?? 0);
  return element(frame, 'path', {
    d: `M${grid.x} ${y}H${right(grid)}`,
    stroke: counterColour.official,
    'stroke-width': 1.5,
    'stroke-dasharray': '4 3',
  });
}

/** Shares at the left, among them the official one; turnout below, its unknown step apart. */
function axes(rows: readonly CellRow[], grid: Grid, frame: Frame): Element[] {
  const { words } = frame;
  const official = rows[0]?.official ?? 0;
  const write = (text: string, attributes: Attributes): Element =>
    element(frame, 'text', { fill: muted, 'font-size': 12, ...attributes }, text);
  const atShare = (share: number): Attributes => ({ x: grid.x - 6, y: top(grid, share) + 4, 'text-anchor': 'end' });
  const bottom = top(grid, 0);
  const base = { y: bottom + 17, 'text-anchor': 'middle' };
  return [
    ...[0, 20, 40, 60, 100].map((share) => write(`${words.number(share)}%`, atShare(share))),
    write(words.percent(official, 1), {
      ...atShare(official),
      fill: counterColour.official,
      'font-weight': 600,
      x: grid.x - 3,
    }),
    ...[50, 60, 70, 80, 90, 100].map((turnout) => write(`${words.number(turnout)}%`, { ...base, x: left(grid, turnout) })),
    ...Array.from({ length: TURNOUT_STEPS + 1 }, (_, step) => left(grid, FIRST_TURNOUT + step * STEP)).map((x) =>
      element(frame, 'path', { d: `M${x} ${bottom}v4`, stroke: muted }),
    ),
    element(frame, 'path', { d: `M${grid.x} ${bottom}h${grid.cell}M${left(grid, FIRST_TURNOUT)} ${bottom}H${right(grid)}`, stroke: muted }),
    write('?', { ...base, x: grid.x + grid.cell / 2 }),
    write(words.label('axis-share'), { x: 2, y: 12, fill: ink, 'font-weight': 600 }),
    write(words.label('axis-turnout'), { x: right(grid), y: bottom + 35, fill: ink, 'text-anchor': 'end', 'font-weight': 600 }),
  ];
}
