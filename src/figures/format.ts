/** Numbers and dates as a reader of a language sees them. */
import { lastDayOfMonth } from '../data/days.ts';
import { type Agreement, agree, type Printed } from './agree.ts';
import type { Figure, Qualifier } from './figure.ts';
import type { DateForm, Locale } from './locales/locale.ts';

/** Inside a bound and before its number: keeps the two on one line. */
const NO_BREAK = '\u00A0';

/** `1,400`; `digits` after the point. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  const key = `${locale.intl} ${digits}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale.intl, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, known);
  return known.format(value);
}

/** Made once each: charts print thousands of numbers, and a format takes longer to make than to use. */
const formats = new Map<string, Intl.NumberFormat>();

/** `52.2%`, or `52,2 %`: the sign where the language has it. The number is one that is already printed. */
export function withPercent(printed: string, locale: Locale): string {
  const parts = new Intl.NumberFormat(locale.intl, { style: 'percent' }).formatToParts(1);
  return parts.map(({ type, value }) => (type === 'integer' ? printed : value)).join('');
}

/** `at least 1,400`: a value never goes without its bound. */
export function formatBounded(value: number, qualifier: Qualifier, locale: Locale, digits = 0): string {
  return withBound(formatNumber(value, locale, digits), qualifier, locale);
}

/** `at least 52.2%`. */
export function formatPercent(value: number, qualifier: Qualifier, locale: Locale, digits = 0): string {
  return withBound(withPercent(formatNumber(value, locale, digits), locale), qualifier, locale);
}

const withBound = (printed: string, qualifier: Qualifier, locale: Locale): string => filled(locale.bounds[qualifier].pattern, printed);

/** A pattern with the number in the place of `{}`; what stands beside the number stays on its line. */
function filled(pattern: string, printed: string): string {
  return pattern.replace(/ ?\{\} ?/, (place) => place.replaceAll(' ', NO_BREAK).replace('{}', () => printed));
}

/** `3 people`: a number with its noun, in the form that goes with it. Throws RangeError on forms that the language does not have. */
export function formatCounted(value: number, forms: string, locale: Locale): string {
  const noun = agree({ value, qualifier: 'exact', digits: 0 }, forms, locale);
  if (typeof noun === 'string') throw new RangeError(noun);
  return noun.before + formatNumber(value, locale) + noun.after;
}

/** How a text asks for a figure: a form of its word, a noun with it. */
export interface Asked {
  /** A form of the number in words: `gen`. */
  readonly form?: string | undefined;
  /** The forms of a noun: `человек|человека|человек`. */
  readonly noun?: string | undefined;
}

/** A figure as prose prints it: bound, number, unit of its form. */
export function formatFigure(figure: Figure, locale: Locale): string {
  const { before, number, after } = told(sayFigure(figure, locale));
  return before + number + after;
}

/** A figure in the form that a text asks for, with what stands round it; a sentence on what is wrong with the request as a string. */
export function sayFigure(figure: Figure, locale: Locale, { form, noun }: Asked = {}): (Agreement & { readonly number: string }) | string {
  const { value, qualifier, digits, as } = figure;
  const printed: Printed = { value, qualifier, digits };
  if (form !== undefined && as !== 'word') return `expected a form at a figure with "as: word" only, found "${form}" at ${figure.id}`;
  if (noun !== undefined && (as === 'percent' || as === 'times'))
    return `expected a noun at a figure that counts, found one at ${figure.id}`;
  if (form !== undefined && !Object.hasOwn(locale.words, form))
    return `expected a form of number words (${Object.keys(locale.words).join(', ')}), found "${form}"`;
  if (as === 'times') {
    const often = agree({ ...printed, qualifier: 'exact' }, locale.times.noun, locale);
    if (typeof often === 'string') throw new RangeError(`times of the locale ${locale.tag}: ${often}`);
    const number = often.before + formatNumber(value, locale, digits) + often.after;
    return { before: '', number: filled(locale.times.patterns[qualifier], number), after: '' };
  }
  const around = noun === undefined ? { before: '', after: '' } : agree(printed, noun, locale);
  if (typeof around === 'string') return around;
  const number = as === 'word' ? inWords(figure, locale, form) : formatNumber(value, locale, digits);
  return { ...around, number: withBound(as === 'percent' ? withPercent(number, locale) : number, qualifier, locale) };
}

/** After a bound with the genitive a word stands in it by itself. */
function inWords({ value, qualifier, digits }: Figure, locale: Locale, form: string | undefined): string {
  const list = locale.words[form ?? (locale.bounds[qualifier].genitive ? 'gen' : 'default')] ?? locale.words.default;
  return list[value] ?? formatNumber(value, locale, digits);
}

function told<T>(said: T | string): T {
  if (typeof said === 'string') throw new RangeError(said);
  return said;
}

/** `9 August 2020`, or less where less is known; in a case where one is asked for. */
export function formatDate(iso: string, precision: string, locale: Locale, form?: DateForm): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return locale.date(year, month, day, precision, form);
}

/** A period by its first and last day: `August 2020`, `2021`, `9 August 2020`, or both days. */
export function formatPeriod(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDate(to, 'day', locale);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return formatDate(to, 'year', locale);
  if (from.endsWith('-01') && to === lastDayOfMonth(from)) return formatDate(to, 'month', locale);
  return locale.period(formatDate(from, 'day', locale), formatDate(to, 'day', locale));
}

/** A number as it is typed in a language: `1,400`, `1 400`, `1,24`, `32 %`; `null` for what is none. */
export function parseNumber(text: string, locale: Locale): number | null {
  const parts = new Intl.NumberFormat(locale.intl).formatToParts(1234567.8);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const plain = text
    .trim()
    .replace(/\s?%$/, '')
    .replaceAll(/(?<=\d)\s(?=\d{3})/g, '')
    .replaceAll(sign('group'), '')
    .replaceAll(sign('decimal'), '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** First letter in upper case, for the start of a sentence. */
export function capitalise(words: string, locale: Locale): string {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase(locale.tag) + rest.join('');
}
