/** Labels of drawings made by hand: breaking their lines, and keeping them off one another. */

/** A letter of the site's typeface is, on average, this wide for its size; a little more, so that lines fit. */
const LETTER = 0.53;

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

interface Cluster {
  /** Where its first label would begin if only the wishes of its labels counted. */
  readonly start: number;
  readonly count: number;
  readonly length: number;
}

/**
 * Where labels begin that want to begin at the given places, in that order: as near to them as can be without
 * two overlapping. Labels that touch move together (pool of adjacent violators, as in isotonic regression).
 */
export function spread(wanted: readonly number[], lengths: readonly number[], from: number, to: number): number[] {
  const within = (start: number, length: number): number => Math.max(from, Math.min(start, to - length));
  const clusters: Cluster[] = [];
  wanted.forEach((place, index) => {
    const length = lengths[index] ?? 0;
    let last: Cluster = { start: within(place, length), count: 1, length };
    for (let before = clusters.at(-1); before && before.start + before.length > last.start; before = clusters.at(-1)) {
      clusters.pop();
      const count = before.count + last.count;
      const joined = before.length + last.length;
      const start = (before.start * before.count + (last.start - before.length) * last.count) / count;
      last = { start: within(start, joined), count, length: joined };
    }
    clusters.push(last);
  });
  const places: number[] = [];
  for (const { start, count } of clusters) {
    let place = start;
    for (let nth = 0; nth < count; nth += 1) {
      places.push(place);
      place += lengths[places.length - 1] ?? 0;
    }
  }
  return places;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Radius of the mark. */
  readonly r: number;
  /** What is to be written beside it; empty where nothing is. */
  readonly text: string;
}

export interface Beside {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * Where the labels of marks on a map can stand: right of the mark, left of it, under it or over it, whichever
 * is first to touch no mark and no label placed before and to stay on the sheet; `null` where none does.
 * The spots come in the order of their weight: the first ones are placed first.
 */
export function placeBeside(spots: readonly Spot[], size: { width: number; height: number }, fontSize: number): (Beside | null)[] {
  type Box = readonly [left: number, top: number, right: number, bottom: number];
  const taken: Box[] = [];
  const covered = (box: Box): boolean =>
    spots.some(({ x, y, r }) => Math.hypot(x - clamp(x, box[0], box[2]), y - clamp(y, box[1], box[3])) < r);
  const half = fontSize * 0.58;
  return spots.map(({ x, y, r, text }) => {
    if (text === '') return null;
    const width = text.length * fontSize * (LETTER + 0.02);
    const candidates: Beside[] = [
      { x: x + r + 4, y, anchor: 'start' },
      { x: x - r - 4, y, anchor: 'end' },
      { x, y: y + r + half + 2, anchor: 'middle' },
      { x, y: y - r - half - 2, anchor: 'middle' },
    ];
    for (const spot of candidates) {
      const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2;
      const box: Box = [left, spot.y - half, left + width, spot.y + half];
      const inside = box[0] >= 0 && box[1] >= 0 && box[2] <= size.width && box[3] <= size.height;
      const free = taken.every((other) => box[2] <= other[0] || other[2] <= box[0] || box[3] <= other[1] || other[3] <= box[1]);
      if (inside && free && !covered(box)) {
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
