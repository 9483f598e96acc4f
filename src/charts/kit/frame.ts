/** The sheet that a chart draws on: its size, its words, its document, names that nothing else on the page has. */
import { parseHTML } from 'linkedom';
import { margins, type Size, widths } from './sizes.ts';
import type { Words } from './words.ts';

export interface Frame {
  readonly size: Size;
  readonly narrow: boolean;
  /** Units across, without the blank ones at the sides. */
  readonly width: number;
  readonly height: number;
  /** Size of labels, in units of the drawing. */
  readonly fontSize: number;
  readonly words: Words;
  readonly document: Document;
  /** The rows of the chart: marks whose data are rows are tied to them. */
  readonly rows: readonly unknown[];
}

/** A new sheet. Drawing happens in a document of its own, at build time, without a browser. */
export function makeFrame(size: Size, height: number, words: Words, rows: readonly unknown[]): Frame {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const narrow = size === 'narrow';
  return { size, narrow, width: widths[size] - 2 * margins[size], height, fontSize: narrow ? 13 : 14, words, document, rows };
}
