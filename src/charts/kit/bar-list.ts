/** Bars under one another in groups, each with its name and its value written out: for few numbers of many kinds. */
import { wrap } from '../image/wrap.ts';
import { isCeiling, isFloor } from './bounds.ts';
import { element, sheet } from './elements.ts';
import type { Frame } from './frame.ts';
import { ink, muted } from './palette.ts';

export interface ListedBar {
  /** The row that the bar stands for. */
  readonly row: unknown;
  readonly label: string;
  /** End of the bar; `low` is its beginning where the source gives a range. */
  readonly value: number;
  readonly low?: number;
  readonly qualifier: string;
  /** The value as it is written at the bar. */
  readonly text: string;
  readonly fill: string;
  readonly opacity?: number;
}

export interface BarGroup {
  /** Empty where the group goes on under the heading before it. */
  readonly heading: string;
  /** What is measured and how: under the heading, in as many lines as it needs. */
  readonly about?: string;
  readonly bars: readonly ListedBar[];
  /** Names above the bars instead of at their left, where names are long and the sheet is narrow. */
  readonly stacked?: boolean;
}

export interface BarListOptions {
  /** Units of the drawing that one of the value takes: one scale for all groups. */
  readonly unit: number;
  readonly labelWidth: number;
}

const THICK = 11;

/** Draws the groups from the top of the sheet. Throws where the sheet is too low or much too high for them. */
export function barList(frame: Frame, groups: readonly BarGroup[], rows: readonly unknown[], options: BarListOptions): SVGSVGElement {
  const svg = sheet(frame);
  // Drawings on one sheet may share an anchor: this one names its own.
  const list = element(frame, 'g', { 'text-anchor': 'start' });
  svg.append(list);
  const size = frame.fontSize;
  let y = 0;
  for (const [nth, group] of groups.entries()) {
    if (nth > 0) y += group.heading === '' ? 6 : 16;
    for (const line of group.heading === '' ? [] : wrap(group.heading, frame.width, size, 'bold')) {
      y += size + 4;
      list.append(element(frame, 'text', { x: 0, y: y - 3, fill: ink, 'font-weight': 600 }, line));
    }
    for (const line of group.about === undefined ? [] : wrap(group.about, frame.width, size - 1)) {
      y += size + 3;
      list.append(element(frame, 'text', { x: 0, y: y - 3, fill: muted, 'font-size': size - 1 }, line));
    }
    y += 4;
    for (const bar of group.bars) {
      const left = group.stacked ? 0 : options.labelWidth;
      if (group.stacked) y += size + 2;
      const name = group.stacked
        ? { x: 0, y: y - 2, fill: ink, 'font-size': size - 1 }
        : { x: left - 10, y: y + 14, fill: ink, 'text-anchor': 'end' };
      list.append(element(frame, 'text', name, bar.label), ...drawBar(frame, bar, rows.indexOf(bar.row), left, options.unit, y + 4));
      y += group.stacked ? 21 : 20;
    }
  }
  if (y + 4 > frame.height || y + 24 < frame.height)
    throw new RangeError(`expected a sheet of ${Math.ceil(y) + 4} units for these bars (${frame.size}), found ${frame.height}`);
  return svg;
}

/** A bar, closed where its end is known, run out in strokes where it is a lower bound, pale where it is an upper one. */
function drawBar(frame: Frame, bar: ListedBar, row: number, left: number, unit: number, top: number): Element[] {
  const { fill } = bar;
  const from = left + (bar.low ?? 0) * unit;
  const to = left + bar.value * unit;
  const open = isFloor(bar);
  const below = isCeiling(bar);
  const opacity = below ? 0.3 : (bar.opacity ?? 1);
  const strokes = open ? [4, 8, 12].map((dx) => to + dx) : below ? [to] : [];
  return [
    element(frame, 'rect', {
      x: from,
      y: top,
      width: Math.max(1.5, to - from),
      height: THICK,
      fill,
      'fill-opacity': opacity,
      'data-row': row,
    }),
    ...strokes.map((x) => element(frame, 'line', { x1: x, x2: x, y1: top, y2: top + THICK, stroke: fill, 'stroke-width': 2 })),
    element(frame, 'text', { x: to + (open ? 20 : 7), y: top + 10, fill: ink }, bar.text),
  ];
}
