/** Numbers and dates as a reader of a language sees them. */
import { lastDayOfMonth } from '../data/days.ts';
import type { Figure, Qualifier } from './figure.ts';
import type { Locale } from './locales/locale.ts';

/** Between a bound and its number, and inside dates of charts: keeps the two on one line. */
const NO_BREAK = '\u00A0';

/** `1,400`; `digits` after the point. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(locale.tag === 'en' ? 'en-GB' : locale.tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** `at least 1,400`: a value never goes without its bound. */
export function formatBounded(value: number, qualifier: Qualifier, locale: Locale, digits = 0): string {
  return withQualifier(formatNumber(value, locale, digits), qualifier, locale);
}

function withQualifier(printed: string, qualifier: Qualifier, locale: Locale): string {
  const word = locale.qualifiers[qualifier];
  return word === '' ? printed : `${word}${NO_BREAK}${printed}`;
}

/** A figure as prose prints it: bound, number, unit of its form. */
export function formatFigure(figure: Figure, locale: Locale): string {
  return withQualifier(formatFigureValue(figure, locale), figure.qualifier, locale);
}

/** A figure without its bound, where the bound is told apart from it (a cell of a table). */
export function formatFigureValue(figure: Figure, locale: Locale): string {
  const number = formatNumber(figure.value, locale, figure.digits);
  if (figure.as === 'percent') return `${number}%`;
  if (figure.as === 'times') return locale.times(number);
  return figure.as === 'word' ? (locale.words[figure.value] ?? number) : number;
}

/** `9 August 2020`, or less where less is known. */
export function formatDate(iso: string, precision: string, locale: Locale): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return locale.date(year, month, day, precision);
}

/** A period by its first and last day: `August 2020`, `2021`, `9 August 2020`, or both days. */
export function formatPeriod(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDate(to, 'day', locale);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return formatDate(to, 'year', locale);
  if (from.endsWith('-01') && to === lastDayOfMonth(from)) return formatDate(to, 'month', locale);
  return locale.period(formatDate(from, 'day', locale), formatDate(to, 'day', locale));
}

/** First letter in upper case, for the start of a sentence. */
export function capitalise(words: string, locale: Locale): string {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase(locale.tag) + rest.join('');
}
