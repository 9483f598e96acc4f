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

/** The places of so many deaths. */
export function placesOfDeaths(died: number): ReadonlySet<number> {
  return new Set(Array.from({ length: died }, (_, number) => placeOfDeath(number)));
}

/**
 * What a place holds: the held stand from the first place on, among them the dead, the freed from the last place back.
 * `dead` are the places of the deaths.
 */
export function markAt(place: number, { held, freed, died }: Dots, places: number, dead: ReadonlySet<number>): Mark {
  if (place >= held + died) return place >= places - freed ? 'freed' : 'none';
  return dead.has(place) ? 'died' : 'held';
}

/** What all places hold. Throws RangeError when the dots do not fit, or a death would stand outside the held. */
export function marksOf(dots: Dots, places: number): Mark[] {
  const { held, freed, died } = dots;
  if (held + freed + died > places) throw new RangeError(`${held + freed + died} dots do not fit into ${places} places`);
  const dead = placesOfDeaths(died);
  const outside = [...dead].find((place) => place >= held + died);
  if (outside !== undefined) throw new RangeError(`the place ${outside} of a death lies outside of ${held} people held`);
  return Array.from({ length: places }, (_, place) => markAt(place, dots, places, dead));
}
