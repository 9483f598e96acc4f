import type { Locale } from './locale.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const month = `(?:${months.join('|')})`;
const year = '(?:19[89]\\d|20[0-4]\\d)';
const day = '(?:[12]?\\d|3[01])';
const joint = '(?:\\s?[–-]\\s?| to | and |, )';

export const en: Locale = {
  tag: 'en',
  qualifiers: { exact: '', about: 'about', at_least: 'at least', more_than: 'more than', up_to: 'up to', fewer_than: 'fewer than' },
  words: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  times: (printed) => `${printed} times`,
  months,
  datePattern: new RegExp(
    `(?<![\\w.,])(?:${day}(?:${joint}${day})* ${month}(?: ${year})?|${year}(?:[–-](?:${year}|\\d\\d))?s?)(?![\\w%]|[.,]\\d)`,
    'g',
  ),
  date: (y, m, d, precision) =>
    precision === 'year' ? `${y}` : precision === 'month' ? `${months[m - 1] ?? ''} ${y}` : `${d} ${months[m - 1] ?? ''} ${y}`,
  period: (from, to) => `${from} to ${to}`,
  compare: new Intl.Collator('en-GB').compare,
  list: (items) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items),
};
