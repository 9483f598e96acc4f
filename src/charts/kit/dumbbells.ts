/** Two shares of one thing on a line: what two sides say of it. */
import { dot, link, type Markish, text } from '@observablehq/plot';
import type { CounterGroup } from '../../data/counters.ts';
import { counterColour, counterSymbol, halo, ink, muted } from './palette.ts';
import { forRows } from './rows.ts';

export interface Dumbbell {
  readonly row: unknown;
  /** Where it stands on a sheet whose axes are the sheet itself: its line, and its two values, the smaller one first. */
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** The values as they are written beside the marks. */
  readonly leftText: string;
  readonly rightText: string;
}

const outward = { left: { dx: -9, textAnchor: 'end' }, right: { dx: 9, textAnchor: 'start' } } as const;

export interface DumbbellSide {
  readonly group: CounterGroup;
  /** Its name, above the first line. */
  readonly name: string;
}

/** Lines between two marks, each side in the shape and colour of who counts, with its name above the first one at `headY`. */
export function dumbbells(
  lines: readonly Dumbbell[],
  rows: readonly unknown[],
  sides: { readonly left: DumbbellSide; readonly right: DumbbellSide },
  headY: number,
): Markish[] {
  const marks = (['left', 'right'] as const).map((x) => {
    const { group, name } = sides[x];
    const fill = counterColour[group];
    const { textAnchor } = outward[x];
    return {
      name: text(lines.slice(0, 1), { y: headY, fontSize: 12, x, dx: x === 'left' ? 4 : -4, text: () => name, textAnchor, fill }),
      mark: dot(lines, { x, y: 'y', r: 4.5, symbol: counterSymbol[group], fill, ...forRows(lines, rows, ({ row }) => row) }),
    };
  });
  return [
    link(lines, { x1: 'left', x2: 'right', y1: 'y', y2: 'y', stroke: muted, strokeWidth: 1, ...forRows(lines, rows, ({ row }) => row) }),
    ...marks.map(({ name }) => name),
    ...marks.map(({ mark }) => mark),
  ];
}

/** The values of the lines, outside of their marks. */
export function dumbbellValues(lines: readonly Dumbbell[]): Markish[] {
  return (['left', 'right'] as const).map((x) =>
    text(lines, { x, y: 'y', text: `${x}Text`, fill: ink, fontWeight: 600, ...halo, ...outward[x] }),
  );
}
