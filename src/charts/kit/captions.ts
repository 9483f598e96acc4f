/** What is written on a drawing besides its axes. */
import { dot, type Markish, text } from '@observablehq/plot';
import type { CounterGroup } from '../../data/counters.ts';
import { counterColour, counterSymbol, halo, ink } from './palette.ts';

/** A line at the upper left of a drawing, bold: the name of a panel, or of a series in its colour. */
export function headAt(words: string, place: { readonly dx?: number; readonly dy: number; readonly fill?: string }): Markish {
  return text([words], { frameAnchor: 'top-left', textAnchor: 'start', fill: ink, fontWeight: 600, ...place });
}

/** What names a series at the upper left of a drawing: the shape and the colour of who counts, and words. */
export function seriesKey(words: string, group: CounterGroup, dx: number, dy: number): Markish[] {
  const fill = counterColour[group];
  return [
    dot([0], { frameAnchor: 'top-left', dx: dx + 5, dy: dy + 7, r: 4, symbol: counterSymbol[group], fill }),
    headAt(words, { dx: dx + 14, dy, fill }),
  ];
}

interface Place<T> {
  readonly x: (datum: T) => Date | number | string;
  readonly y: (datum: T) => number;
  readonly dx?: number;
  readonly dy?: number;
  readonly textAnchor?: 'start' | 'middle' | 'end';
  readonly fontWeight?: number;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly fill?: string;
}

/** Words at the marks of data, each with a halo where it crosses lines. */
export function labelsAt<T>(data: readonly T[], words: (datum: T) => string, place: Place<T>): Markish {
  return text(data, { fill: ink, ...place, text: words, ...halo });
}

/** Words at a datum's mark, with a halo where they cross lines. None where there is no datum. */
export function labelAt<T>(datum: T | undefined, words: (datum: T) => string, place: Place<T>): Markish[] {
  return datum === undefined ? [] : [labelsAt([datum], words, place)];
}
