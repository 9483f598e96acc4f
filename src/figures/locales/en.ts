import type { Locale } from './locale.ts';
import { byIntl, datePatternOf } from './shared.ts';

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

export const en: Locale = {
  tag: 'en',
  ...byIntl('en-GB'),
  bounds: {
    exact: { pattern: '{}' },
    about: { pattern: 'about {}' },
    at_least: { pattern: 'at least {}' },
    more_than: { pattern: 'more than {}' },
    up_to: { pattern: 'up to {}' },
    fewer_than: { pattern: 'fewer than {}' },
  },
  nouns: { genitive: {}, spare: {} },
  words: {
    default: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  },
  times: {
    noun: 'time|times',
    patterns: {
      exact: '{}',
      about: 'about {}',
      at_least: 'at least {}',
      more_than: 'more than {}',
      up_to: 'up to {}',
      fewer_than: 'fewer than {}',
    },
  },
  months,
  datePattern: datePatternOf(months, '(?:\\s?[–-]\\s?| to | and |, )', 's'),
  date: (y, m, d, precision) =>
    precision === 'year' ? `${y}` : precision === 'month' ? `${months[m - 1] ?? ''} ${y}` : `${d} ${months[m - 1] ?? ''} ${y}`,
  period: (from, to) => `${from} to ${to}`,
  declines: false,
  quoted: (title) => `“${title}”`,
  abbreviations: ['Art.', 'Arts.', 'No.', 'Nos.', 'Sec.', 'p.', 'pp.'],
};
