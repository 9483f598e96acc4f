/** What a language has to say about numbers, dates and bounds. One file a language; `locales.ts` lists them. */
import type { Qualifier } from '../figure.ts';

export interface Locale {
  /** BCP 47 tag, and name of the folder under content/. */
  readonly tag: string;
  /** The word that goes before a value with this bound; empty for exact values. */
  readonly qualifiers: Readonly<Record<Qualifier, string>>;
  /** Whole numbers from 0 on that are printed in words when a figure asks for `as: word`. */
  readonly words: readonly string[];
  /** How often: `55 times`. The text is the number already printed. */
  readonly times: (printed: string) => string;
  /** Names of months as they stand in a full date. */
  readonly months: readonly string[];
  /** A number that stands inside a date, in prose: what the bare-number check lets pass. */
  readonly datePattern: RegExp;
  /** `9 August 2020`, `August 2020` or `2020`, by precision. */
  readonly date: (year: number, month: number, day: number, precision: string) => string;
  /** Two written days as a period: `from 9 August 2020 to 12 August 2020`. */
  readonly period: (from: string, to: string) => string;
  /** Order of words for sorting. */
  readonly compare: (a: string, b: string) => number;
  /** A list of at least one item in running text: `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}
