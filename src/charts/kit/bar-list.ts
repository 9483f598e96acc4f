/** Bars under one another in groups, each with its name and its value written out: for few numbers of many kinds. */
import { wrap } from '../image/wrap.ts';
import { boundTick } from './bounds.ts';
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
      list.append(element(frame, 'text', { x: 0, y: y - 3, fill: muted, 'font-size': 12 }, line));
    }
    y += 4;
    for (const bar of group.bars) {
      const left = group.stacked ? 0 : options.labelWidth;
      if (group.stacked) y += size + 2;
      const name = group.stacked
        ? { x: 0, y: y - 2, fill: ink, 'font-size': 12 }
        : { x: left - 10, y: y + 14, fill: ink, 'text-anchor': 'end' };
      list.append(
        element(frame, 'text', { ...name, 'data-row': rows.indexOf(bar.row) }, bar.label),
        ...drawBar(frame, bar, rows.indexOf(bar.row), left, options.unit, y + 4),
      );
      y += group.stacked ? 21 : 20;
    }
  }
  if (y + 4 > frame.height || y + 24 < frame.height)
    throw new RangeError(`expected a sheet of ${Math.ceil(y) + 4} units for these bars (${frame.size}), found ${frame.height}`);
  return svg;
}

/** A bar from its lower to its upper end, with the sign of its bound inside it, and its value in words. */
function drawBar(frame: Frame, bar: ListedBar, row: number, left: number, unit: number, top: number): Element[] {
  const { fill } = bar;
  const from = left + (bar.low ?? 0) * unit;
  const to = left + bar.value * unit;
  const box = { x: from, y: top, width: Math.max(1.5, to - from), height: THICK };
  return [
    element(frame, 'rect', { ...box, fill, 'fill-opacity': bar.opacity ?? 1, 'data-row': row }),
    ...boundTick(frame, box, bar, 'right', { 'data-row': row }),
    element(frame, 'text', { x: to + 7, y: top + 10, fill: ink, 'data-row': row }, bar.text),
  ];
}
