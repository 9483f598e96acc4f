/** A person is a dot: the marks of what became of someone who was held, the same wherever a drawing shows single people. */
import { element } from './elements.ts';
import type { Frame } from './frame.ts';
import { ink, paper, held as red } from './palette.ts';

/** `abroad`: freed and taken out of the country, or gone abroad. `open`: no end is known. */
export type Fate = 'released' | 'abroad' | 'died' | 'open';

/** Held: a filled dot in the one red. */
export function heldMark(frame: Frame, x: number): Element {
  return element(frame, 'circle', { cx: x, cy: 0, r: 4, fill: red });
}

/** The mark that ends a line at `x`, on the base line 0. Who left is a ring whose line runs out to `edge`; an open end is dots up to it. */
export function fateMark(frame: Frame, fate: Fate, x: number, edge: number): Element[] {
  const ring = element(frame, 'circle', { cx: x, cy: 0, r: 4, fill: paper, stroke: ink, 'stroke-width': 1.6 });
  switch (fate) {
    case 'released':
      return [ring];
    case 'abroad':
      return [element(frame, 'line', { x1: x + 4, x2: edge, y1: 0, y2: 0, stroke: ink, 'stroke-width': 1 }), ring];
    case 'died':
      return [element(frame, 'circle', { cx: x, cy: 0, r: 4.5, fill: ink })];
    case 'open':
      return [element(frame, 'line', { x1: x, x2: edge, y1: 0, y2: 0, stroke: red, 'stroke-width': 2.5, 'stroke-dasharray': '1.5 5' })];
  }
}
