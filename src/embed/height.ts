/** The height that an embed will need, reckoned from its drawing and the length of its texts, for frames that no script fits. */
import { wrap } from '../charts/image/wrap.ts';
import { type Size, widths } from '../charts/kit/frame.ts';

/** Narrowest frame that is reckoned with, in CSS pixels. */
export const LEAST_WIDTH = 280;
/** Width that most articles give a picture, in CSS pixels. */
export const ARTICLE_WIDTH = 680;
/** From this width of the frame on the wide drawing shows: 36rem in embed.css, and the space at both sides. */
const WIDE_FROM = 600;
/** A host may give more space at the sides, which puts the change off. */
const WIDE_FOR_SURE = 620;
const SIDES = 24;
/** Widest that the narrow drawing is shown: 30rem in embed.css. */
const NARROW_MOST = 480;
/** Letters of common system families are up to this much wider than those that `wrap` reckons with. */
const WIDER = 1.03;

/** What a height is reckoned from. `heights` are those of the drawings, in units of the drawing. */
export interface Measured {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly source: string;
  readonly heights: Readonly<Record<Size, number>>;
}

/** Height in CSS pixels in a frame of this width, with texts of the usual size. */
export function heightAt(chart: Measured, width: number): number {
  return Math.ceil(textHeight(chart, width) + drawingHeight(chart, width));
}

function drawingHeight({ heights }: Measured, width: number): number {
  const inner = width - SIDES;
  return width < WIDE_FROM ? (Math.min(inner, NARROW_MOST) * heights.narrow) / widths.narrow : (inner * heights.wide) / widths.wide;
}

function textHeight({ title, subtitle, note, source }: Measured, width: number): number {
  const lines = (text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number =>
    text === '' ? 0 : wrap(text, (width - SIDES) / WIDER, size, weight).length;
  const small = 13 * 1.45;
  const frame = 3 + SIDES;
  const head = lines(title, 18, 'bold') * 18 * 1.3 + 5.6 + lines(subtitle, 14) * 14 * 1.45 + 12;
  const foot = (note === '' ? 0 : 8 + lines(note, 13) * small) + 8 + lines(source, 13) * small;
  const disclosure = 5.6 + 9.6 + small;
  return frame + head + foot + disclosure;
}

/** The starting height for an attribute: what fits at the width of most articles. */
export const startingHeight = (chart: Measured): number => heightAt(chart, ARTICLE_WIDTH);

/**
 * The same as a CSS value that fits every width from `LEAST_WIDTH` up. Inside an element with `container-type: inline-size`
 * `100cqw` is the width of the frame; elsewhere it is the window's, which on a phone is nearly the same.
 */
export function startingHeightCss(chart: Measured): string {
  const ratio = Math.ceil((chart.heights.wide / widths.wide) * 1000) / 10;
  const same = (width: number): number => width;
  // In articles, where fewer lines of text make up for a taller drawing, the line that is lowest there; above, the drawing's own slope.
  const lines = Array.from({ length: 40 }, (_, step) => bound(chart, Math.round(ratio - step * 2), WIDE_FROM, 760, same));
  const article = lines.reduce((best, line) => (at(line, ARTICLE_WIDTH) < at(best, ARTICLE_WIDTH) ? line : best));
  const above = bound(chart, ratio, 760, 1600, same);
  const narrow = bound(chart, Math.ceil((chart.heights.narrow / widths.narrow) * 1000) / 10, LEAST_WIDTH, WIDE_FOR_SURE, (width) =>
    Math.min(width, NARROW_MOST + SIDES),
  );
  const wideCss = `max(${css(article, '100cqw')},${css(above, '100cqw')})`;
  // A step without a media query: nothing when wide, the height of the narrow drawing when narrow.
  return `max(${wideCss},min(${css(narrow, `min(100cqw,${NARROW_MOST + SIDES}px)`)},(${WIDE_FOR_SURE}px - 100cqw)*999))`;
}

/** `constant` in pixels; `slope` in percent of the width. */
interface Line {
  readonly constant: number;
  readonly slope: number;
}

const at = ({ constant, slope }: Line, width: number): number => constant + (slope / 100) * width;
const css = ({ constant, slope }: Line, width: string): string => `${constant}px + ${Math.round(slope * 10) / 1000}*${width}`;

/** The lowest line of this slope that lies above the heights of all frames from `from` to `to`. */
function bound(chart: Measured, slope: number, from: number, to: number, shown: (width: number) => number): Line {
  let constant = Number.NEGATIVE_INFINITY;
  for (let width = from; width <= to; width += 10) constant = Math.max(constant, heightAt(chart, width) - (slope / 100) * shown(width));
  return { constant: Math.ceil(constant), slope };
}
