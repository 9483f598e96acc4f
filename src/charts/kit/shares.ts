/** Shares of a vote or a survey that may be intervals: their words, their cells, their marks. */
import { dot, type Markish, ruleX, ruleY, text } from '@observablehq/plot';
import type { CounterGroup } from '../../data/counters.ts';
import { boundTicks } from './bounds.ts';
import { type Cell, label, percent, percentRange } from './cells.ts';
import { counterColour, counterSymbol, halo, ink } from './palette.ts';
import { forRows } from './rows.ts';
import type { Words } from './words.ts';

/** A share, or the interval that the source gives instead of one. */
export interface Share {
  readonly low: number;
  readonly high: number;
  readonly qualifier: string;
}

/** A share at its place on a sheet whose axis of y is the sheet itself. */
export interface PlacedShare {
  readonly row: unknown;
  readonly y: number;
  readonly group: CounterGroup;
  readonly share: Share;
}

/** As many decimals as the source printed. */
const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** `52.2%`, with its bound, or `3–5%`. */
export function shareText({ low, high, qualifier }: Share, words: Words): string {
  return low === high ? `${words.number(low, qualifier, decimals(low))}%` : `${words.number(low)}–${words.number(high)}%`;
}

/** The cell of a share; `null` is the chart's label `no-figure`. */
export function shareCell(share: Share | null): Cell {
  if (share === null) return label('no-figure');
  return share.low === share.high ? percent(share.low, decimals(share.low), share.qualifier) : percentRange(share.low, share.high);
}

/** A mark at each share of a facet, with the sign of its bound; a bar with ends where the source gives an interval. */
export function shareMarks(placed: readonly PlacedShare[], rows: readonly unknown[], facet: string, words: Words): Markish[] {
  const fx = () => facet;
  const said = placed.map(({ share, ...place }) => ({ ...place, ...share }));
  type Said = (typeof said)[number];
  const points = said.filter(({ low, high }) => low === high);
  const spans = said.filter(({ low, high }) => low !== high);
  const colour = (d: Said): string => counterColour[d.group];
  // Words stand on the side where there is more room.
  const toRight = (d: Said): boolean => d.high < (d.qualifier === 'exact' ? 62 : 50);
  const value = { fx, y: 'y', text: (d: Said) => shareText(d, words), fill: ink, fontWeight: 600, ...halo };
  return [
    ruleY(spans, { fx, x1: 'low', x2: 'high', y: 'y', stroke: colour, strokeWidth: 4, ...forRows(spans, rows, ({ row }) => row) }),
    ...(['low', 'high'] as const).map((x) =>
      ruleX(spans, { fx, x, y1: (d: Said) => d.y - 5, y2: (d: Said) => d.y + 5, stroke: colour, strokeWidth: 2 }),
    ),
    text(said.filter(toRight), { ...value, x: 'high', dx: 9, textAnchor: 'start' }),
    text(
      said.filter((d) => !toRight(d)),
      { ...value, x: 'low', dx: -9, textAnchor: 'end' },
    ),
    dot(points, {
      fx,
      x: 'low',
      y: 'y',
      r: 4.5,
      symbol: (d: Said) => counterSymbol[d.group],
      fill: colour,
      ...forRows(points, rows, ({ row }) => row),
    }),
    ...boundTicks(points, rows, {
      x: ({ low }) => low,
      y: ({ y }) => y,
      r: 4.5,
      upright: false,
      stroke: colour,
      rowOf: ({ row }) => row,
      fx,
    }),
  ];
}
