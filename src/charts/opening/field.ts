/**
 * The field of the opening: which place holds what. Plain arithmetic without imports, since the stills are
 * drawn by it at build time and the canvas in the browser.
 */

export interface Field {
  readonly columns: number;
  readonly rows: number;
  /** Side of one place, in the units of the width. */
  readonly cell: number;
}

/** How many of each there are. */
export interface Dots {
  readonly held: number;
  /** Places that a release has opened. */
  readonly freed: number;
  /** Those of them that were taken again. */
  readonly taken: number;
  readonly died: number;
}

/** Held; freed, the place still open; freed, and the place taken again by someone held; died. */
export type Mark = 'none' | 'held' | 'freed' | 'taken' | 'died';

/** What can become of each place: the number of the release and of the death that meet it, from 0; -1 where none does. */
export interface Layout {
  readonly places: number;
  readonly rings: Int16Array;
  readonly deaths: Int16Array;
}

/** Places in use: the held, the open ones among them, and the dead. */
export function levelOf({ held, freed, taken, died }: Dots): number {
  return held + freed - taken + died;
}

/**
 * Lays out all states that the field goes through, in their order. A release opens a place among the held, and never
 * one that a later, smaller field no longer has; which one has no meaning, so they are drawn by lot, always the same lot.
 * Throws RangeError when fewer people are held outside of opened places than have died.
 */
export function layOut(states: readonly Dots[]): Layout {
  const places = Math.max(...states.map(levelOf));
  const [rings, deaths] = [new Int16Array(places).fill(-1), new Int16Array(places).fill(-1)];
  // From the end: how many places every state from this one on has.
  const lasting = states.map(levelOf);
  for (let index = lasting.length - 2; index >= 0; index--) lasting[index] = Math.min(lasting[index] ?? 0, lasting[index + 1] ?? 0);
  const draw = lots();
  const spread = (numbers: Int16Array, until: (state: Dots) => number): void => {
    const free: number[] = [];
    let [number, known] = [0, 0];
    for (const [index, state] of states.entries()) {
      for (; known < (lasting[index] ?? 0); known++) if (deaths[known] === -1) free.push(known);
      for (; number < until(state); number++) {
        const lot = Math.floor(draw() * free.length);
        const place = free[lot];
        if (place === undefined) throw new RangeError(`no place is left for number ${number + 1} among ${lasting[index]} places`);
        numbers[place] = number;
        // Engines of 2021 do not count from the end.
        free[lot] = free[free.length - 1] ?? place;
        free.pop();
      }
    }
  };
  spread(deaths, ({ died }) => died);
  spread(rings, ({ freed }) => freed);
  return { places, rings, deaths };
}

/** What each place holds, written into `marks`. The held who are not in an opened place stand from the first place on. */
export function writeMarks(dots: Dots, { places, rings, deaths }: Layout, marks: Mark[]): void {
  const level = levelOf(dots);
  let others = dots.held - dots.taken;
  for (let place = 0; place < marks.length; place++) {
    const [ring, death] = [rings[place] ?? -1, deaths[place] ?? -1];
    if (place >= Math.min(level, places)) marks[place] = 'none';
    else if (death >= 0 && death < dots.died) marks[place] = 'died';
    else if (ring >= 0 && ring < dots.freed) marks[place] = ring < dots.taken ? 'taken' : 'freed';
    else marks[place] = others-- > 0 ? 'held' : 'none';
  }
}

/** What all places hold. Throws RangeError when the dots do not fit. */
export function marksOf(dots: Dots, layout: Layout): Mark[] {
  if (levelOf(dots) > layout.places) throw new RangeError(`${levelOf(dots)} dots do not fit into ${layout.places} places`);
  const marks = Array.from({ length: layout.places }, (): Mark => 'none');
  writeMarks(dots, layout, marks);
  return marks;
}

/** The field of at least `places` places that fills a width and height best. Sides are in the unit of the two. */
export function fieldFor(places: number, width: number, height: number): Field {
  let columns = Math.max(1, Math.floor(Math.sqrt((places * width) / height)));
  // Whole rows rarely fit at once: the first number of columns whose rows stay within the height.
  while (Math.ceil(places / columns) * (width / columns) > height && columns < places) columns++;
  return { columns, rows: Math.ceil(places / columns), cell: width / columns };
}

/** Radii and widths of the marks, in cells: who is held is as large in an opened place as elsewhere. */
export const size = { held: 0.32, ring: 0.43, ringWidth: 0.075, died: 0.45, diedWidth: 0.1, none: 0.07 } as const;

/** Numbers from 0 to 1 that look like lots and are the same everywhere (mulberry32, public domain). */
function lots(): () => number {
  let seed = 0x9e3779b9;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
