/** What a language has to say about numbers, dates and bounds. One file a language; `locales.ts` lists them. */
import type { Qualifier } from '../figure.ts';

/** The categories of `Intl.PluralRules`, in the order in which the forms of a noun are written. */
export const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type Category = (typeof categories)[number];

/** How a bound stands at its number. */
export interface Bound {
  /** `at least {}`: the number stands in the place of `{}`. */
  readonly pattern: string;
  /** Whether what follows stands in the genitive: `около {}`. Left out where the bound changes nothing. */
  readonly genitive?: true;
}

/** The cases in which a date can be asked for; without one it stands as in a table. */
export const dateForms = ['gen', 'loc'] as const;
export type DateForm = (typeof dateForms)[number];

export interface Locale {
  /** BCP 47 tag of the pages, and name of the folder under content/. */
  readonly tag: string;
  /** The tag that `Intl` is asked with. */
  readonly intl: string;
  /** How each bound stands at its number; `{}` alone for exact values. */
  readonly bounds: Readonly<Record<Qualifier, Bound>>;
  /** What the noun of a number does after a bound with the genitive, and which form stands for one that is not written. */
  readonly nouns: {
    /** The category whose form is taken in the genitive; those that are not named keep theirs. */
    readonly genitive: Readonly<Partial<Record<Category, Category>>>;
    /** Categories whose form may be left out, and the one that stands for it. */
    readonly spare: Readonly<Partial<Record<Category, Category>>>;
  };
  /**
   * Whole numbers from 0 on in words, for figures with `as: word`. `default` is what is printed when no form is asked for; the others are the
   * forms that a text can name: `f`, `gen`.
   */
  readonly words: Readonly<Record<string, readonly string[]>> & { readonly default: readonly string[] };
  /** How often: the noun (`time|times`), and how it stands with its number under each bound (`{}` is both of them). */
  readonly times: { readonly noun: string; readonly patterns: Readonly<Record<Qualifier, string>> };
  /** Names of months standing alone. */
  readonly months: readonly string[];
  /** A number that stands inside a date, in prose: what the bare-number check lets pass. */
  readonly datePattern: RegExp;
  /** Numbers in words that prose must bind like any other, such as those above twelve; absent where the language has no such rule yet. */
  readonly numberWords?: RegExp;
  /** What may stand before a year that is alone: a year after anything else may be a count. Absent where the language has no such rule yet. */
  readonly beforeYear?: RegExp;
  /** `9 August 2020`, `August 2020` or `2020`, by precision; in a case where the language has them. */
  readonly date: (year: number, month: number, day: number, precision: string, form?: DateForm) => string;
  /** Two written days as a period: `9 August 2020 to 12 August 2020`. */
  readonly period: (from: string, to: string) => string;
  /** Whether names of people take endings. */
  readonly declines: boolean;
  /** A title in the quotation marks of the language. */
  readonly quoted: (title: string) => string;
  /** Short words with a full stop that ends no sentence, where a capital may follow: `Art.`. */
  readonly abbreviations: readonly string[];
  /** Order of words for sorting. */
  readonly compare: (a: string, b: string) => number;
  /** A list of at least one item in running text: `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}
