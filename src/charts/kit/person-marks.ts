/** A person is a dot: the marks of what became of someone who was held, the same wherever a drawing shows people. */
import { type DotOptions, dot, type Markish } from '@observablehq/plot';
import { element } from './elements.ts';
import type { Frame } from './frame.ts';
import { died, freed, paper, held as red } from './palette.ts';
import { forRows } from './rows.ts';

/**
 * What a circle stands for: a person held, freed, or dead. The class says so on every circle of a drawing, or on what holds it;
 * a circle that bears none of them stands for something else, which a test refuses.
 */
export type PersonState = 'held' | 'freed' | 'died';

/** `person-held`: the class of what shows people in a state. */
export function personClass(state: PersonState): string {
  return `person-${state}`;
}

/** How a person is drawn, by hand, in each state: a filled red dot, a ring, a dark dot. */
export const personLook = {
  held: { class: personClass('held'), fill: red },
  freed: { class: personClass('freed'), fill: paper, stroke: freed, 'stroke-width': 1.6 },
  died: { class: personClass('died'), fill: died.fill, stroke: died.stroke, 'stroke-width': 1.6 },
} as const;

const plotLook = {
  held: { fill: red },
  freed: { fill: paper, stroke: freed, strokeWidth: 1.6 },
  died: { fill: died.fill, stroke: died.stroke, strokeWidth: 1.6 },
} as const;

/** People as dots of Plot, one a datum, each tied to its row. */
export function personDots<T>(
  data: readonly T[],
  rows: readonly unknown[],
  state: PersonState,
  place: Pick<DotOptions, 'x' | 'y' | 'r' | 'dx' | 'dy' | 'fx' | 'fy' | 'opacity'>,
  rowOf?: (datum: T) => unknown,
): Markish {
  return dot(data, { r: 4, ...plotLook[state], ...place, className: personClass(state), ...forRows(data, rows, rowOf) });
}

/** `abroad`: freed and taken out of the country, or gone abroad. `open`: no end is known. */
export type Fate = 'released' | 'abroad' | 'died' | 'open';

/** Held: a filled dot in the one red. */
export function heldMark(frame: Frame, x: number): Element {
  return element(frame, 'circle', { cx: x, cy: 0, r: 4, ...personLook.held });
}

/** The mark that ends a line at `x`, on the base line 0. Who left is a ring whose line runs out to `edge`; an open end is dots up to it. */
export function fateMark(frame: Frame, fate: Fate, x: number, edge: number): Element[] {
  const ring = element(frame, 'circle', { cx: x, cy: 0, r: 4, ...personLook.freed });
  switch (fate) {
    case 'released':
      return [ring];
    case 'abroad':
      return [element(frame, 'line', { x1: x + 4, x2: edge, y1: 0, y2: 0, stroke: freed, 'stroke-width': 1 }), ring];
    case 'died':
      return [element(frame, 'circle', { cx: x, cy: 0, r: 4.5, ...personLook.died })];
    case 'open':
      return [element(frame, 'line', { x1: x, x2: edge, y1: 0, y2: 0, stroke: red, 'stroke-width': 2.5, 'stroke-dasharray': '1.5 5' })];
  }
}
