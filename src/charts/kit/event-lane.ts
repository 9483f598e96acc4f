/** A lane of dated texts beside a calendar that runs down the sheet. */
import { element } from './elements.ts';
import type { Frame } from './frame.ts';
import { spread, wrap } from './labels.ts';
import { ink, muted } from './palette.ts';

export interface LaneEntry {
  /** Where its day stands on the calendar, in units of the drawing. */
  readonly at: number;
  /** Its day in words, set bold before the title. */
  readonly day: string;
  readonly title: string;
  /** Number of the row that it stands for. */
  readonly row: number;
}

interface Lane {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

const GAP = 5;

/** Texts spread so that they don't touch, each with a leader from its day on the edge of the lane. */
export function eventLane(frame: Frame, entries: readonly LaneEntry[], { x, width, from, to }: Lane): Element[] {
  const fontSize = frame.narrow ? 12 : 14;
  const leading = frame.narrow ? 14 : 17;
  const shown = entries.map((entry) => ({ ...entry, lines: wrap(`${entry.day} ${entry.title}`, width, fontSize) }));
  const places = spread(
    shown.map(({ at }) => at - leading / 2),
    shown.map(({ lines }) => lines.length * leading + GAP),
    from,
    to + GAP,
  );
  return shown.flatMap(({ at, day, lines, row }, index) => {
    const first = (places[index] ?? 0) + leading / 2;
    const begin = x - 14;
    return [
      element(frame, 'path', { d: `M${begin},${at}L${x - 3},${first}`, stroke: muted, fill: 'none', 'stroke-width': 0.8, 'data-row': row }),
      element(frame, 'path', { d: `M${begin},${at - 3}v6`, stroke: muted, 'stroke-width': 2, 'data-row': row }),
      ...lines.map((line, nth) => {
        const words = nth === 0 ? [element(frame, 'tspan', { 'font-weight': 600 }, day), line.slice(day.length)] : [line];
        return element(
          frame,
          'text',
          { x, y: first + nth * leading, dy: '0.35em', fill: ink, 'font-size': fontSize, 'data-row': row },
          ...words,
        );
      }),
    ];
  });
}
