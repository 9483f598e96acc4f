import { turnoutByRegion } from '../data/tables/turnout-by-region.ts';
import { label, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { onDay, preferred } from './kit/tables.ts';

const ELECTION_DAY = '2025-01-26';
const ELECTION_BEFORE = '2020-08-09';

/** A map of tiles: where each region lies to the others, in columns and rows. The country stands in the corner. */
const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  belarus: [0, 0],
  vitsebsk: [2, 0],
  hrodna: [0, 1],
  'minsk-region': [1, 1],
  'minsk-city': [2, 1],
  mahiliou: [3, 1],
  brest: [0.5, 2],
  homel: [2.5, 2],
};

/** Turnouts between which a tile goes from pale to dark. */
const PALE = 60;
const DARK = 95;

interface TurnoutRow extends DatedRow {
  readonly region: string;
  readonly turnout: number;
  readonly before: number | null;
  readonly counter: string;
}

/** Official turnout of 26 January 2025 by region, with that of 2020. */
export const turnout2025 = defineChart<TurnoutRow>({
  id: 'turnout-2025',
  tables: ['turnout-by-region'],
  height: { narrow: 262, wide: 276 },
  rows: ({ data }) => {
    const turnouts = preferred(data, turnoutByRegion).filter((row) => row.measure === 'turnout');
    const country = (row: TurnoutRow): number => Number(row.region === 'belarus');
    return turnouts
      .filter((row) => row.election_date === ELECTION_DAY && row.region in tiles)
      .map((row) => {
        const before = turnouts.find((other) => other.election_date === ELECTION_BEFORE && other.region === row.region);
        return {
          region: row.region,
          turnout: row.value,
          before: before?.value ?? null,
          counter: row.counted_by,
          sources: [row.source_id, ...(before ? [before.source_id] : [])],
          until: onDay(ELECTION_DAY),
        };
      })
      .sort((a, b) => country(a) - country(b) || b.turnout - a.turnout);
  },
  columns: [
    { key: 'column-region', cell: (row) => label(row.region) },
    { key: 'column-turnout', cell: (row) => percent(row.turnout, 2) },
    { key: 'column-before', cell: (row) => (row.before === null ? label('not-found') : percent(row.before, 2)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    for (const [index, row] of rows.entries()) svg.append(...tile(row, index, frame));
    return svg;
  },
  describe: (rows, words) => {
    const regions = rows.filter(({ region }) => region !== 'belarus');
    const [highest] = regions;
    const lowest = regions.at(-1);
    const country = rows.find(({ region }) => region === 'belarus');
    if (!highest || !lowest || !country) throw new RangeError('no turnout to describe');
    const share = (value: number): string => words.percent(value, 2);
    return [
      words.sentence('range', {
        count: words.number(regions.length),
        highest: words.label(highest.region),
        'highest-value': share(highest.turnout),
        lowest: words.label(lowest.region),
        'lowest-value': share(lowest.turnout),
        country: share(country.turnout),
      }),
      words.sentence('compare', {
        'higher-count': words.number(regions.filter(({ turnout, before }) => before !== null && turnout > before).length),
        'lower-list': words.locale.list(
          regions.filter(({ turnout, before }) => before !== null && turnout < before).map(({ region }) => words.label(region)),
        ),
      }),
    ];
  },
});

/** A tile with the region's name and both turnouts; the country's tile is an outline. */
function tile(row: TurnoutRow, index: number, frame: Frame): Element[] {
  const { words } = frame;
  const [column, line] = tiles[row.region] ?? [0, 0];
  const gap = 4;
  const width = (frame.width - 2 + gap) / 4 - gap;
  const high = (frame.height - 2 + gap) / 3 - gap;
  const x = 1 + column * (width + gap);
  const y = 1 + line * (high + gap);
  const opacity = row.region === 'belarus' ? 0 : 0.06 + 0.34 * ((row.turnout - PALE) / (DARK - PALE));
  const share = (value: number): string => words.percent(value, 1);
  const write = (text: string, attributes: Attributes): Element =>
    element(frame, 'text', { x: x + width / 2, 'text-anchor': 'middle', fill: ink, ...attributes }, text);
  const fill = counterColour.official;
  const box = { x, y, width, height: high, fill, 'fill-opacity': Math.round(opacity * 100) / 100, 'data-row': index };
  const size = frame.narrow ? 12 : frame.fontSize;
  return [
    element(frame, 'rect', { ...box, stroke: row.region === 'belarus' ? muted : fill }),
    write(words.label(row.region), { y: y + 22, 'font-size': size }),
    write(share(row.turnout), { y: y + 47, 'font-size': 20, 'font-weight': 600 }),
    ...(row.before === null ? [] : [write(words.label('before', { share: share(row.before) }), { y: y + 68, 'font-size': 12 })]),
  ];
}
