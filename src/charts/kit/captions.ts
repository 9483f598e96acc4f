/** What is written on a drawing besides its axes. */
import { type Markish, text } from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { halo, ink, muted } from './palette.ts';

/** Name of a panel and a line about it, above its drawing. `left` is the margin of the drawing, `top` its upper one. */
export function panelHead(frame: Frame, heading: string, about: string, left: number, top: number): Markish[] {
  const place = { frameAnchor: 'top-left', dx: -left } as const;
  return [
    text([heading], { ...place, dy: 2 - top, fill: ink, fontWeight: 600 }),
    text([about], { ...place, dy: 19 - top, fill: muted, fontSize: frame.fontSize - 1 }),
  ];
}

interface Place<T> {
  readonly x: (datum: T) => Date | number;
  readonly y: (datum: T) => number;
  readonly dx?: number;
  readonly dy?: number;
  readonly textAnchor?: 'start' | 'middle' | 'end';
  readonly fontWeight?: number;
}

/** Words at a datum's mark, with a halo where they cross lines. None where there is no datum. */
export function labelAt<T>(datum: T | undefined, words: (datum: T) => string, place: Place<T>): Markish[] {
  return datum === undefined ? [] : [text([datum], { ...place, text: words, fill: ink, ...halo })];
}
