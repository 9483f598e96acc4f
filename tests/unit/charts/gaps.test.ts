/** The gaps of a chart's strings, in a language whose nouns have forms. */
import { expect, it } from 'vitest';
import { fillGaps, type Said } from '../../../src/charts/kit/gaps.ts';
import { evaluateFigures } from '../../../src/figures/figures.ts';
import { localeOf } from '../../../src/figures/locales/locales.ts';
import { smallPackage } from '../../fixtures/small-package.ts';

const figures = evaluateFigures('figures.yml', 'held: { table: counts, where: { place: Minsk }, on: 2020-08-09 }', smallPackage());
const saidBy = new Map<string, Said>([
  ['22', { kind: 'number', value: 22, qualifier: 'exact', digits: 0 }],
  ['август 2020', { kind: 'date', iso: '2020-08-31', precision: 'month' }],
]);

function fill(template: string): string {
  const faults: string[] = [];
  const known = {
    gaps: { count: '22', when: 'август 2020', who: 'Весна', counter: 'AP' },
    figures,
    locale: localeOf('ru'),
    saidBy,
    find: (text: string) => (text === 'AP' ? 'АП' : null),
  };
  const text = fillGaps(template, known, (offset, message) => faults.push(`${offset}: ${message}`));
  return faults.length > 0 ? faults.join('\n') : text.replaceAll('\u00A0', ' ');
}

it.each([
  ['{held|человек|человека|человек} в {when:loc}', '25 человек в августе 2020 года'],
  ['{count|освобождён # человек|освобождены # человека|освобождено # человек}', 'освобождены 22 человека'],
  ['{who}: {count}', 'Весна: 22'],
  ['{counter}', 'АП'],
  ['По {who|а|б|в}', '3: expected a noun at a number, found it at "Весна"'],
  ['{count:gen}', '0: expected a form at a day alone, found it at "22"'],
  ['{when:x}', '0: expected a form of dates (gen, loc), found "x"'],
  [
    '{count|а}',
    '0: expected the forms one|few|many|other (the last may be left out where no fraction and no genitive asks for it), found "а"',
  ],
  ['{held:f}', '0: expected a form at a figure with "as: word" only, found "f" at held'],
  ['{hold}', '0: expected the id of a figure in figures.yml or one of the gaps count, when, who, counter, found "hold"'],
])('%s', (template, expected) => {
  expect(fill(template)).toBe(expected);
});
