/** Things under one another, each with a few values on one axis across the sheet: what several sides say, or two moments. */
import { isCeiling, isFloor } from './bounds.ts';
import { type Attributes, element } from './elements.ts';
import { findingSize } from './finding.ts';
import type { Frame } from './frame.ts';
import { ink, muted, paper, rule } from './palette.ts';
import { type Sign, sign, tenth } from './signs.ts';

export interface RowMark {
  /** The value, or the ends of the interval that the source gives instead of one. */
  readonly low: number;
  readonly high: number;
  readonly qualifier: string;
  readonly shape: Sign;
  readonly fill: string;
  readonly hollow?: boolean;
  /** The value in words. It stands on the outer side of the row's marks. */
  readonly text: string;
  /** True of the number that the title names. */
  readonly finding?: boolean;
}

export interface ValueRow {
  /** The row of the chart's table. */
  readonly row: unknown;
  readonly name: string;
  readonly detail?: string;
  readonly nameFill?: string;
  readonly marks: readonly RowMark[];
  /** Room above it, in units of the drawing. */
  readonly gap?: number;
}

export interface ValueRowsOptions {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  /** Where the axis begins and how far from the right edge it ends. */
  readonly left: number;
  readonly right: number;
  /** Where the first row begins. The numbers of the axis stand under the last one. */
  readonly top: number;
  readonly step: number;
  /** Names stand beside their line on a phone too: they are short. */
  readonly beside?: boolean;
}

const above = (frame: Frame, { beside }: ValueRowsOptions): boolean => frame.narrow && !beside;

/** Around words that cross lines of the axis. */
const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' } as const;
/** A letter is at least so much of its size wide. */
const LETTER = 0.5;
/** Half the size of a mark. */
const R = 5;

/** Where rows stand, and where values do. */
export function valueScale(frame: Frame, rows: readonly ValueRow[], options: ValueRowsOptions) {
  const { domain, left, right, top, step } = options;
  const x = (value: number): number => left + ((value - domain[0]) / (domain[1] - domain[0])) * (frame.width - right - left);
  let y = top;
  const ys = rows.map(({ gap = 0 }) => {
    y += gap;
    const own = y + (above(frame, options) ? step - 14 : step / 2);
    y += step;
    return own;
  });
  return { x, ys, bottom: y };
}

/** Where a sheet with such rows ends: below the numbers of the axis. */
export function valueFoot(frame: Frame, rows: readonly ValueRow[], options: ValueRowsOptions): number {
  return valueScale(frame, rows, options).bottom + 22;
}

/** The axis, then each row: its name, the line between its marks, the marks and their values. Every part is tied to the row. */
export function valueRows(frame: Frame, rows: readonly ValueRow[], all: readonly unknown[], options: ValueRowsOptions): Element[] {
  const { x, ys, bottom } = valueScale(frame, rows, options);
  return [
    ...options.ticks.flatMap((tick) => [
      element(frame, 'line', { x1: tenth(x(tick)), x2: tenth(x(tick)), y1: options.top, y2: bottom, stroke: rule }),
      element(
        frame,
        'text',
        { x: tenth(x(tick)), y: bottom + 15, 'text-anchor': 'middle', 'font-size': 12, fill: muted },
        options.tickText(tick),
      ),
    ]),
    ...rows.flatMap((row, index) => drawRow(frame, row, ys[index] ?? 0, x, options, { 'data-row': all.indexOf(row.row) })),
  ];
}

function drawRow(
  frame: Frame,
  row: ValueRow,
  y: number,
  x: (value: number) => number,
  options: ValueRowsOptions,
  tie: Attributes,
): Element[] {
  const over = above(frame, options);
  const ordered = [...row.marks].sort((a, b) => a.low + a.high - b.low - b.high);
  const [first] = ordered;
  const last = ordered.at(-1);
  // On a phone the name stands over its line, else beside it.
  const nameY = over ? y - options.step + 28 : row.detail ? y - 3 : y + 4.5;
  const name = element(
    frame,
    'text',
    { x: 0, y: nameY, fill: row.nameFill ?? ink, 'font-weight': 600, 'font-size': 13, ...around, ...tie },
    row.name,
    ...(over && row.detail ? [element(frame, 'tspan', { fill: muted, 'font-weight': 400, 'font-size': 12, dx: 6 }, row.detail)] : []),
  );
  return [
    name,
    ...(!over && row.detail ? [element(frame, 'text', { x: 0, y: y + 12, fill: muted, 'font-size': 12, ...tie }, row.detail)] : []),
    ...(first && last && first !== last
      ? [
          element(frame, 'line', {
            x1: tenth(x(first.high)),
            x2: tenth(x(last.low)),
            y1: y,
            y2: y,
            stroke: muted,
            'stroke-width': 1.2,
            ...tie,
          }),
        ]
      : []),
    ...ordered.flatMap((mark, nth) => [
      ...drawMark(frame, mark, y, x, tie),
      valueText(frame, mark, y, x, nth === 0 && ordered.length > 1, tie),
    ]),
  ];
}

/** A mark at its value; an interval as a bar that reaches from end to end. */
function drawMark(frame: Frame, mark: RowMark, y: number, x: (value: number) => number, tie: Attributes): Element[] {
  if (mark.low !== mark.high) {
    const paint = mark.hollow ? { fill: paper, stroke: mark.fill, 'stroke-width': 1.8 } : { fill: mark.fill };
    const inset = mark.hollow ? 0.9 : 0;
    const from = x(mark.low) + inset;
    const box = { x: tenth(from), y: y - R + inset, width: tenth(x(mark.high) - from - inset), height: 2 * (R - inset) };
    return [element(frame, 'rect', { ...box, ...paint, ...tie })];
  }
  return [sign(frame, mark.shape, { x: x(mark.low), y, r: R }, mark, tie), ...bound(frame, mark, y, x, tie)];
}

function bound(frame: Frame, mark: RowMark, y: number, x: (value: number) => number, tie: Attributes): Element[] {
  const at = tenth(x(mark.low));
  const way = isFloor(mark) ? 1 : isCeiling(mark) ? -1 : 0;
  if (way === 0 && mark.qualifier !== 'about') return [];
  const tip = at + way * (R + 5);
  const d =
    way === 0
      ? `M${at + R + 2.5},${y - 3.5}v7M${at + R + 5.5},${y - 3.5}v7`
      : `M${tip - way * 3},${y - 3.5}L${tip},${y}L${tip - way * 3},${y + 3.5}`;
  return [element(frame, 'path', { d, class: 'bound', fill: 'none', stroke: mark.fill, 'stroke-width': 1.5, ...tie })];
}

function valueText(frame: Frame, mark: RowMark, y: number, x: (value: number) => number, leftward: boolean, tie: Attributes): Element {
  const bounded = mark.qualifier !== 'exact' && mark.low === mark.high;
  const away = R + (bounded ? 9 : 5);
  const size = mark.finding ? findingSize(frame) : frame.narrow ? 12 : 13;
  const wished = leftward ? x(mark.low) - away : x(mark.high) + away;
  // At the end of the axis there is no room beside the mark: the number stands over it, and ends where the sheet does.
  const over = !leftward && wished + mark.text.length * size * LETTER > frame.width;
  const at = over ? frame.width : wished;
  return element(
    frame,
    'text',
    {
      x: tenth(at),
      y: over ? y - R - 3 : y + size * 0.35,
      'text-anchor': leftward || over ? 'end' : 'start',
      'font-size': size,
      fill: ink,
      ...around,
      ...(mark.finding ? { class: 'finding', 'font-weight': 600 } : {}),
      ...tie,
    },
    mark.text,
  );
}
