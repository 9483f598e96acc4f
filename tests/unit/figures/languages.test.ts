/** The grammar of each language: what stands at a number, and which dates may be typed. */
import { describe, expect, it } from 'vitest';
import { agree } from '../../../src/figures/agree.ts';
import { qualifiers } from '../../../src/figures/figure.ts';
import {
  formatBounded,
  formatCounted,
  formatDate,
  formatNumber,
  formatPercent,
  parseNumber,
  sayFigure,
} from '../../../src/figures/format.ts';
import { localeOf, locales } from '../../../src/figures/locales/locales.ts';
import { splitSentences } from '../../../src/figures/split-sentences.ts';
import { bareNumbersOf } from '../../../src/story/bare-numbers.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, '_');
const people = {
  en: 'person|people',
  be: 'чалавек|чалавекі|чалавек|чалавека',
  ru: 'человек|человека|человек',
  pl: 'osoba|osoby|osób|osoby',
};

describe.each([
  ['en', ['1 person', '2 people', '5 people', '21 people', '1.5 people', 'about_21 people', 'at least_2 people']],
  ['be', ['1 чалавек', '2 чалавекі', '5 чалавек', '21 чалавек', '1,5 чалавека', 'каля_21 чалавека', 'не менш як_2 чалавекі']],
  ['ru', ['1 человек', '2 человека', '5 человек', '21 человек', '1,5 человека', 'около_21 человека', 'не менее_2 человек']],
  ['pl', ['1 osoba', '2 osoby', '5 osób', '21 osób', '1,5 osoby', 'około_21 osób', 'co najmniej_2 osoby']],
] as const)('%s', (tag, expected) => {
  const locale = localeOf(tag);

  it('gives a noun the form that its number and its bound ask for', () => {
    const cases = [[1], [2], [5], [21], [1.5, 'exact', 1], [21, 'about'], [2, 'at_least']] as const;
    const printed = cases.map(([value, qualifier = 'exact', digits = 0]) => {
      const noun = agree({ value, qualifier, digits }, people[tag], locale);
      if (typeof noun === 'string') throw new Error(noun);
      return plain(formatBounded(value, qualifier, locale, digits)) + noun.after.replace('\u00A0', ' ');
    });
    expect(printed).toEqual(expected);
  });

  it('tells what is wrong with forms', () => {
    expect(agree({ value: 5, qualifier: 'exact', digits: 0 }, 'x', locale)).toMatch(/^expected the forms one\|/);
    expect(agree({ value: 5, qualifier: 'exact', digits: 0 }, 'a|b|c|d|e', locale)).toMatch(/^expected the forms one\|/);
    expect(() => formatCounted(5, '', locale)).toThrow(/^expected the forms/);
  });

  it('puts the number where a form has a sign for it', () => {
    const forms = people[tag]
      .split('|')
      .map((form) => `(# ${form})`)
      .join('|');
    expect(formatCounted(5, forms, locale)).toBe(`(${formatCounted(5, people[tag], locale)})`);
  });

  it('prints every bound with its number, and reads back the numbers that it prints', () => {
    for (const value of [0, 12, 1234, 36_500, 1_300_000]) {
      const number = formatNumber(value, locale);
      expect(parseNumber(number, locale)).toBe(value);
      expect(parseNumber(number.replaceAll('\u00A0', ' '), locale)).toBe(value);
      for (const qualifier of qualifiers) expect(formatBounded(value, qualifier, locale)).toContain(number);
    }
    expect(parseNumber(formatPercent(52.2, 'exact', locale, 1), locale)).toBe(52.2);
    expect(parseNumber('12 of 30', locale)).toBeNull();
  });

  it('lets every date pass that it prints, and no other number', () => {
    for (const precision of ['day', 'month', 'year'])
      for (const form of [undefined, 'gen', 'loc'] as const)
        for (let month = 1; month <= 12; month++) {
          const date = formatDate(`2020-${String(month).padStart(2, '0')}-09`, precision, locale, form);
          expect(bareNumbersOf(`${date}, ${date}`, locale), date).toEqual([]);
        }
    expect(bareNumbersOf(`${formatNumber(36_500, locale)} ; 45 x`, locale).map(({ found }) => plain(found))).toEqual([
      plain(formatNumber(36_500, locale)),
      '45',
    ]);
  });

  it('has as many words for numbers in each form, and months that differ', () => {
    for (const list of Object.values(locale.words)) expect(list).toHaveLength(locale.words.default.length);
    expect(new Set(locale.months.map((month) => month.slice(0, 3))).size).toBe(12);
  });
});

describe('dates as they are typed', () => {
  it.each([
    ['ru', 'с 9 по 14 августа 2020 года, в марте 2021 года, 1990-х, в 2020–2025 годах, 9–14 августа'],
    ['be', 'з 9 па 14 жніўня 2020 года, у сакавіку 2021 года, 2020-га, у 2020–2025 гадах, 9 і 10 жніўня'],
    ['pl', 'od 9 do 14 sierpnia 2020 roku, w marcu 2021 r., w latach 2020–2025, 9 i 10 sierpnia'],
    ['en', '9 to 14 August 2020, in March 2021, the 1990s, 2020–25, 9 and 10 August'],
  ])('pass in %s', (tag, text) => {
    expect(bareNumbersOf(text, localeOf(tag))).toEqual([]);
  });
});

describe('a figure', () => {
  const figure = {
    id: 'it',
    value: 2,
    qualifier: 'exact',
    as: 'word',
    digits: 0,
    field: 'value',
    date: null,
    grounds: [],
    computed: null,
    knownBy: null,
  } as const;
  const say = (tag: string, part: object, asked = {}) => {
    const said = sayFigure({ ...figure, ...part }, localeOf(tag), asked);
    return typeof said === 'string' ? said : plain(said.before + said.number + said.after);
  };

  it.each([
    ['ru', {}, {}, 'два'],
    ['ru', {}, { form: 'f', noun: 'женщина|женщины|женщин' }, 'две_женщины'],
    ['ru', { qualifier: 'at_least' }, { noun: 'человек|человека|человек' }, 'не менее_двух_человек'],
    ['pl', {}, { form: 'men', noun: 'mężczyzna|mężczyzn|mężczyzn' }, 'dwóch_mężczyzn'],
    ['ru', { as: 'times', value: 56 }, {}, 'в_56_раз'],
    ['be', { as: 'times', value: 53, qualifier: 'about' }, {}, 'прыкладна ў_53_разы'],
    ['pl', { as: 'times', value: 2 }, {}, '2_razy'],
    ['en', { as: 'times', value: 56, qualifier: 'about' }, {}, 'about_56_times'],
    ['ru', { as: 'percent', value: 52.2, digits: 1 }, {}, '52,2_%'],
    ['pl', { as: 'percent', value: 52.2, digits: 1 }, {}, '52,2%'],
    ['be', { value: 21, qualifier: 'about' }, { noun: 'чалавек|чалавекі|чалавек' }, /found no form "other"/],
    ['ru', {}, { form: 'x' }, /^expected a form of number words \(default, f, /],
    ['ru', { as: 'number' }, { form: 'gen' }, /^expected a form at a figure with "as: word" only/],
    ['ru', { as: 'percent' }, { noun: 'a|b|c' }, /^expected a noun at a figure that counts/],
  ])('in %s, %o asked with %o', (tag, part, asked, expected) => {
    if (typeof expected === 'string') expect(say(tag, part, asked)).toBe(expected);
    else expect(say(tag, part, asked)).toMatch(expected);
  });
});

it('ends no sentence at an abbreviation', () => {
  expect(splitSentences('Его судили по ст. 342 Уголовного кодекса. Потом выслали.', localeOf('ru'))).toHaveLength(2);
  expect(splitSentences('Sądzono go z art. 130 Kodeksu karnego. Potem go wydalono.', localeOf('pl'))).toHaveLength(2);
  expect(splitSentences('He was tried under Art. 342 of the code. Later he was deported.', localeOf('en'))).toHaveLength(2);
});

it('ends a sentence before a number, also one that a small letter follows', () => {
  const cut = (tag: string, text: string): string[] => splitSentences(text, localeOf(tag)).map(({ segment }) => segment);
  expect(cut('ru', 'Заявление подала жена. 29 мая его нашли. Им было 2,5 года.')).toEqual([
    'Заявление подала жена. ',
    '29 мая его нашли. ',
    'Им было 2,5 года.',
  ]);
  expect(cut('be', 'Яе адпусцілі (так кажуць.) 9 жніўня прайшлі выбары.')).toHaveLength(2);
  expect(cut('pl', 'Zwolniono ją. 12 osób zostało.')).toHaveLength(2);
  expect(splitSentences('A. 1 b. 2 c.', localeOf('en')).map(({ index }) => index)).toEqual([0, 3, 8]);
});

it('names each language once', () => {
  expect(new Set(locales.map(({ tag }) => tag)).size).toBe(locales.length);
});
