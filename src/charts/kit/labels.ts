/** Labels of drawings made by hand: breaking their lines, and keeping them off one another. */

/** A letter of the site's typeface is, on average, this wide for its size; a little more, so that lines fit. */
const LETTER = 0.53;

/** Letters of the Belarusian and Russian alphabets are wider, most of all in capitals. */
const WIDER = 0.64;
/** Systems that round each letter to whole pixels make a line wider than it is measured elsewhere, by up to this share. */
const ROUNDED = 1.04;

/** The room that a line of text takes on any system, in units of the drawing. */
export function roomOf(text: string, fontSize: number): number {
  const letters = Array.from(text, (letter) => (/[\u0400-\u04ff]/.test(letter) ? WIDER : /[\s.,:]/.test(letter) ? 0.3 : 0.6));
  return letters.reduce((sum, width) => sum + width, 0) * fontSize * ROUNDED;
}

/** Breaks a text at its spaces into lines that fit into a width, in units of the drawing. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const most = Math.floor(width / (fontSize * LETTER));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Radius of the mark. */
  readonly r: number;
  /** What is to be written beside it; empty where nothing is. */
  readonly text: string;
  /** These words come first: they may lie on marks up to this radius, but for their own. */
  readonly over?: number;
}

export interface Beside {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * Where the labels of marks on a map can stand: right of the mark, left of it, under it or over it, flush with one of its sides, whichever
 * is first to touch no mark and no label placed before and to stay on the sheet; `null` where none does.
 * The spots come in the order of their weight: the first ones are placed first.
 */
export function placeBeside(spots: readonly Spot[], size: { width: number; height: number }, fontSize: number): (Beside | null)[] {
  type Box = readonly [left: number, top: number, right: number, bottom: number];
  const taken: Box[] = [];
  const covered = (box: Box, over: number): boolean =>
    spots.some(({ x, y, r }) => r > over && Math.hypot(x - clamp(x, box[0], box[2]), y - clamp(y, box[1], box[3])) < r);
  const half = fontSize * 0.58;
  return spots.map(({ x, y, r, text, over = 0 }) => {
    if (text === '') return null;
    const width = text.length * fontSize * (LETTER + (over > 0 ? 0.06 : 0.02));
    const candidates: Beside[] = [
      { x: x + r + 4, y, anchor: 'start' },
      { x: x - r - 4, y, anchor: 'end' },
      { x, y: y + r + half + 2, anchor: 'middle' },
      { x, y: y - r - half - 2, anchor: 'middle' },
      ...([1, -1] as const).flatMap((down): Beside[] => [
        { x: x - r, y: y + down * (r + half + 2), anchor: 'start' },
        { x: x + r, y: y + down * (r + half + 2), anchor: 'end' },
      ]),
    ];
    for (const spot of candidates) {
      const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2;
      const box: Box = [left, spot.y - half, left + width, spot.y + half];
      const inside = box[0] >= 0 && box[1] >= 0 && box[2] <= size.width && box[3] <= size.height;
      const free = taken.every((other) => box[2] <= other[0] || other[2] <= box[0] || box[3] <= other[1] || other[3] <= box[1]);
      if (inside && free && !covered(box, over)) {
        taken.push(box);
        return spot;
      }
    }
    return null;
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
