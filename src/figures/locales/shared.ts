/** What locales are made of: order and lists by `Intl`, dates with declined months, the pattern of typed dates. */
import type { DateForm, Locale } from './locale.ts';

/** Order of words and lists as `Intl` knows them. */
export function byIntl(tag: string): Pick<Locale, 'intl' | 'compare' | 'list'> {
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return { intl: tag, compare: new Intl.Collator(tag).compare, list: (items) => list.format(items) };
}

const year = '(?:19[89]\\d|20[0-4]\\d)';
const day = '(?:[12]?\\d|3[01])';

/**
 * Finds typed dates: days before the name of a month, with or without a year; a year, or years, alone. `joint` joins days of one month
 * (`9 to 12 August`), `ending` may follow a year without a blank (`1990s`); both are sources of regular expressions.
 */
export function datePatternOf(months: readonly string[], joint: string, ending: string): RegExp {
  // The longest first: a month in one case can begin like itself in another.
  const month = `(?:${[...new Set(months)].sort((a, b) => b.length - a.length).join('|')})`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}_.,])(?:${day}(?:${joint}${day})*\\s${month}(?:\\s${year})?|${year}(?:[–-](?:${year}|\\d\\d))?(?:${ending})?)(?![\\p{L}\\p{N}_%]|[.,]\\d)`,
    'gu',
  );
}

/** The names of months of a language that declines them, from January on. */
export interface DeclinedMonths {
  readonly alone: readonly string[];
  /** Inside a date and after most prepositions: `9 августа`. */
  readonly gen: readonly string[];
  /** After "in": `в августе`. */
  readonly loc: readonly string[];
}

/**
 * Dates of such a language. As in a table: `9 августа 2020`, `август 2020`, `2020`. In a case the word for the year is written:
 * `9 августа 2020 года`, `в августе 2020 года`, `в 2020 году`.
 */
export function declinedDates(months: DeclinedMonths, yearWord: Readonly<Record<DateForm, string>>): Locale['date'] {
  return (year, month, day, precision, form) => {
    const name = (names: readonly string[]): string => names[month - 1] ?? '';
    if (precision === 'year') return form ? `${year}\u00A0${yearWord[form]}` : `${year}`;
    if (precision === 'month') return form ? `${name(months[form])} ${year}\u00A0${yearWord.gen}` : `${name(months.alone)} ${year}`;
    return `${day}\u00A0${name(months.gen)} ${year}${form ? `\u00A0${yearWord.gen}` : ''}`;
  };
}
