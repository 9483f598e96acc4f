/** The rows that a description names, and what a sentence says of each: first and last, lowest and highest. */
import type { Gaps, Words } from './words.ts';

interface Ends<T> {
  readonly first: T;
  readonly last: T;
}

interface Extremes<T> extends Ends<T> {
  readonly lowest: T;
  readonly highest: T;
}

/** The first and the last of rows in order. Throws where there is none; `what` says of what, for who mends it: `months`. */
export function ends<T>(rows: readonly T[], what: string): Ends<T> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new RangeError(`no ${what} to describe`);
  return { first, last };
}

/** The ends of rows in order, and those with the lowest and the highest value: of equal ones, the first. Throws where there is none. */
export function extremes<T>(rows: readonly T[], value: (row: T) => number, what: string): Extremes<T> {
  const { first, last } = ends(rows, what);
  return {
    first,
    last,
    lowest: rows.reduce((low, row) => (value(row) < value(low) ? row : low), first),
    highest: rows.reduce((high, row) => (value(row) > value(high) ? row : high), first),
  };
}

/**
 * Gaps of a sentence: each row's name joined with the name of what is said of it. `gapsOf({ first, last }, { date: day, value })`
 * fills `first-date`, `first-value`, `last-date` and `last-value`.
 */
export function gapsOf<T>(rows: Readonly<Record<string, T>>, said: Readonly<Record<string, (row: T) => string>>): Gaps {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([name, row]) => Object.entries(said).map(([of, say]) => [`${name}-${of}`, say(row)])),
  );
}

/** What sentences say of a dated count: its day, as exactly as it is known, and its value with its bound. */
export function dateAndValue(words: Words) {
  return {
    date: (row: { readonly date: string; readonly precision: string }): string => words.date(row.date, row.precision),
    value: (row: { readonly value: number; readonly qualifier: string }): string => words.number(row.value, row.qualifier),
  };
}
