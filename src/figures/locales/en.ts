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

const above =
  '(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|(?:hundred|thousand|million|billion|dozen)s?)';
const upToTwelve = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';

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
  // Up to twelve, words are part of the language; what is more is a number.
  numberWords: new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${upToTwelve} )?${above}(?:(?: and | of | |-)(?:${above}|${upToTwelve}(?= ${above})))*(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  beforeYear: new RegExp(
    `(?:^|[^\\p{L}\\p{N}])(?:in|of|since|by|from|until|till|after|before|to|and|or|between|through|during|for|than|early|late|mid|year|years|end|spring|summer|autumn|winter|${months.join('|')})\\s$|[(|]\\s*$|\\d{4},?\\s$`,
    'iu',
  ),
  date: (y, m, d, precision) =>
    precision === 'year' ? `${y}` : precision === 'month' ? `${months[m - 1] ?? ''} ${y}` : `${d} ${months[m - 1] ?? ''} ${y}`,
  period: (from, to) => `${from} to ${to}`,
  declines: false,
  quoted: (title) => `“${title}”`,
  abbreviations: [],
};
