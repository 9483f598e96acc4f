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
  readonly freed: number;
  readonly died: number;
}

export type Mark = 'held' | 'freed' | 'died' | 'none';

/** The field of at least `places` places that fills a width and height best. Sides are in the unit of the two. */
export function fieldFor(places: number, width: number, height: number): Field {
  let columns = Math.max(1, Math.floor(Math.sqrt((places * width) / height)));
  // Whole rows rarely fit at once: the first number of columns whose rows stay within the height.
  while (Math.ceil(places / columns) * (width / columns) > height && columns < places) columns++;
  return { columns, rows: Math.ceil(places / columns), cell: width / columns };
}

/** Where the deaths stand, from 0: spread over the first places, so that each stays among the held when many have left. */
const SPREAD = 850;
const GOLDEN = 0.6180339887;

/** The place of the death with this number, counted from 0. */
export function placeOfDeath(number: number): number {
  return Math.floor((((number + 2) * GOLDEN) % 1) * SPREAD);
}

/**
 * What each of `places` places holds: the held from the first place on, among them the dead, the freed from the
 * last place back. Throws RangeError when they do not fit, or a death would stand outside the held.
 */
export function marksOf({ held, freed, died }: Dots, places: number): Mark[] {
  const taken = held + died;
  if (taken + freed > places) throw new RangeError(`${taken + freed} dots do not fit into ${places} places`);
  const marks = Array.from({ length: places }, (_, place): Mark => (place < taken ? 'held' : place >= places - freed ? 'freed' : 'none'));
  for (let number = 0; number < died; number++) {
    const place = placeOfDeath(number);
    if (marks[place] !== 'held') throw new RangeError(`no place among ${held} held for the death with the number ${number + 1}`);
    marks[place] = 'died';
  }
  return marks;
}
