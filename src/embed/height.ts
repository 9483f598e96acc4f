/** The height that an embed will need, reckoned from its drawing and the length of its texts, for frames that no script fits. */
import { lineCounter } from '../charts/image/wrap.ts';
import { type Size, widths } from '../charts/kit/sizes.ts';
import { densities } from './tokens.ts';

/** Narrowest frame that is reckoned with, in CSS pixels. */
export const LEAST_WIDTH = 280;
/** Width that most articles give a picture, in CSS pixels. */
export const ARTICLE_WIDTH = 680;
/** Articles are as often a little wider, where the drawing is a little higher: the first height stands between, so that little moves. */
const WIDER_ARTICLES = 10;
/** From this width inside the frame on the wide drawing shows: 36rem in drawing-sizes.css. */
const WIDE_FROM = 576;
/** A host's page may give its letters another size, which puts the change off. */
const WIDE_FOR_SURE = WIDE_FROM + 20;
/** Widths at which the narrow drawing is mostly seen: a phone, and a column beside another. */
const NARROW_WIDTHS = [340, 480] as const;
/** Widest that the narrow drawing is shown: 30rem in drawing-sizes.css. */
const NARROW_MOST = 480;
/**
 * How wide letters are set in an embed, against those that `wrap` reckons with: its families are fitted to one width (`fonts.css`), and
 * measured in Chromium at 0.94 to 0.96 for regular and 0.86 to 0.9 for bold text. Some room is left for families that are not fitted.
 * The line of the source is all names, dates and numbers, whose letters are wider and which break in fewer places.
 */
const SET = { regular: 0.965, bold: 0.92, names: 1 } as const;
/** Greatest height of an open table: 20rem in embed.css. */
const TABLE = 320;
/** Families of the tokens with letters wider still. */
const wider: Readonly<Record<string, number>> = { mono: 1.2 };

/** What of an embed's look changes its height: names of `densities` and `fonts`, and what is left out or opened. */
export interface Setting {
  readonly density?: string | undefined;
  readonly font?: string | undefined;
  readonly head?: string | undefined;
  readonly table?: string | undefined;
  readonly notes?: string | undefined;
}

/** The space at both sides together, in CSS pixels. */
const sidesOf = ({ density = 'normal' }: Setting): number => 2 * 16 * Number.parseFloat(densities[density] ?? densities['normal'] ?? '0');

/** What a height is reckoned from. `heights` are those of the drawings, in units of the drawing. */
export interface Measured {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  /** How the drawing is read, which opens on demand; empty where there is nothing to tell. */
  readonly reading: string;
  readonly source: string;
  /** The parts among which a reader can choose, in words; empty where there are none. */
  readonly choice?: string;
  readonly heights: Readonly<Record<Size, number>>;
}

/** Height in CSS pixels in a frame of this width, with texts of the usual size. */
export const heightAt = (chart: Measured, width: number, setting: Setting = {}): number => heightsOf(chart, setting)(width);

/** The same for any width. */
export function heightsOf(chart: Measured, setting: Setting = {}): (width: number) => number {
  const text = textHeights(chart, setting);
  const sides = sidesOf(setting);
  return (width) => Math.ceil(text(width) + drawingHeight(chart, width - sides));
}

function drawingHeight({ heights }: Measured, inner: number): number {
  return inner < WIDE_FROM ? (Math.min(inner, NARROW_MOST) * heights.narrow) / widths.narrow : (inner * heights.wide) / widths.wide;
}

function textHeights({ title, subtitle, note, reading, source, choice = '' }: Measured, setting: Setting): (width: number) => number {
  const sides = sidesOf(setting);
  const family = wider[setting.font ?? ''] ?? 1;
  const lines = (text: string, size: number, kind: keyof typeof SET = 'regular'): ((room: number) => number) => {
    if (text === '') return () => 0;
    const count = lineCounter(text);
    return (room) => count(room / (family * SET[kind]), size, kind === 'bold' ? 'bold' : 'regular');
  };
  const of = {
    title: lines(title, 18, 'bold'),
    subtitle: lines(subtitle, 14),
    note: lines(note, 13),
    source: lines(source, 13, 'names'),
    // Buttons wrap whole, so that each line leaves some room; a size larger than theirs stands for it.
    choice: lines(choice, 15),
  };
  const small = 13 * 1.45;
  const frame = 3 + sides;
  const bare = setting.notes === 'off';
  const disclosure = (5.6 + 9.6 + small) * (bare || reading === '' ? 1 : 2) + (setting.table === 'open' ? TABLE : 0);
  return (width) => {
    const room = width - sides;
    const head = setting.head === 'off' ? 0 : of.title(room) * 18 * 1.3 + 5.6 + of.subtitle(room) * 14 * 1.45 + 12;
    const foot = (bare || note === '' ? 0 : 8 + of.note(room) * small) + 8 + of.source(room) * small;
    const parts = choice === '' ? 0 : 8 + of.choice(room) * 28;
    return frame + head + parts + foot + disclosure;
  };
}

/** The starting height for an attribute: what fits at the width of most articles, or at `most` pixels where that is less. */
export const startingHeight = (chart: Measured, setting: Setting = {}, most: number | null = null): number =>
  heightAt(chart, Math.min(ARTICLE_WIDTH + WIDER_ARTICLES, most ?? ARTICLE_WIDTH + WIDER_ARTICLES), setting);

/**
 * The same as a CSS value that fits every width from `LEAST_WIDTH` up. Inside an element with `container-type: inline-size`
 * `100cqw` is the width of the frame; elsewhere it is the window's, which on a phone is nearly the same.
 */
export function startingHeightCss(chart: Measured, setting: Setting = {}): string {
  const sides = sidesOf(setting);
  const [from, sure] = [WIDE_FROM + sides, WIDE_FOR_SURE + sides];
  const reckoned = new Map<number, number>();
  const heights = heightsOf(chart, setting);
  const height = (width: number): number => {
    const known = reckoned.get(width) ?? heights(width);
    reckoned.set(width, known);
    return known;
  };
  const ratio = Math.ceil((chart.heights.wide / widths.wide) * 1000) / 10;
  const same = (width: number): number => width;
  // In articles, where fewer lines of text make up for a taller drawing, the line that is lowest there; above, the drawing's own slope.
  const lines = Array.from({ length: 40 }, (_, step) => bound(height, Math.round(ratio - step * 2), from, ARTICLE_WIDTH, same));
  const article = lines.reduce((best, line) => (at(line, ARTICLE_WIDTH) < at(best, ARTICLE_WIDTH) ? line : best));
  const above = bound(height, ratio, ARTICLE_WIDTH, 1600, same);
  // Below, text grows as the drawing shrinks: the lower of two lines, one that is lowest on a phone and one in a narrow column.
  const slopes = Array.from({ length: 60 }, (_, step) => Math.ceil((chart.heights.narrow / widths.narrow) * 100) - step * 5);
  const under = slopes.map((slope) => bound(height, slope, LEAST_WIDTH, sure, (width) => Math.min(width, NARROW_MOST + sides)));
  const lowest = (width: number): Line => under.reduce((best, line) => (at(line, width) < at(best, width) ? line : best));
  const [phone, column] = NARROW_WIDTHS.map((width) => css(lowest(width), `min(100cqw,${NARROW_MOST + sides}px)`));
  const wideCss = `max(${css(article, '100cqw')},${css(above, '100cqw')})`;
  // A step without a media query: nothing when wide, the height of the narrow drawing when narrow.
  return `max(${wideCss},min(${phone},${column},(${sure}px - 100cqw)*999))`;
}

/** `constant` in pixels; `slope` in percent of the width. */
interface Line {
  readonly constant: number;
  readonly slope: number;
}

const at = ({ constant, slope }: Line, width: number): number => constant + (slope / 100) * width;
const css = ({ constant, slope }: Line, width: string): string => `${constant}px + ${Math.round(slope * 10) / 1000}*${width}`;

/** The lowest line of this slope that lies above the heights of all widths from `from` to `to`. */
function bound(height: (width: number) => number, slope: number, from: number, to: number, shown: (width: number) => number): Line {
  let constant = Number.NEGATIVE_INFINITY;
  for (let width = from; width <= to; width += 10) constant = Math.max(constant, height(width) - (slope / 100) * shown(width));
  return { constant: Math.ceil(constant), slope };
}
