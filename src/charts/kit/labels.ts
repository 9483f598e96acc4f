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
