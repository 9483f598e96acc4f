import { describe, expect, it } from 'vitest';
import { DataPackage } from '../../../src/data/package.ts';
import { ProblemsError } from '../../../src/data/problem.ts';
import { readTable } from '../../../src/data/read.ts';
import { politicalPrisoners } from '../../../src/data/tables/political-prisoners.ts';
import { sources } from '../../../src/data/tables/sources.ts';
import { evaluateFigures } from '../../../src/figures/figures.ts';
import { formatFigure } from '../../../src/figures/format.ts';
import { en } from '../../../src/figures/locales/en.ts';
import { smallPackage } from '../../fixtures/small-package.ts';

const data = smallPackage();

function figure(text: string, id = 'it') {
  const found = evaluateFigures('figures.yml', text, data).get(id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

/** The printed form, with no-break spaces made visible as plain ones. */
function printed(text: string, id = 'it'): string {
  return formatFigure(figure(text, id), en).replaceAll('\u00A0', ' ');
}

function problemsOf(text: string): string[] {
  try {
    evaluateFigures('figures.yml', text, data);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.message.split('\n');
  }
}

describe('a query', () => {
  it('takes the one row that matches, with its bound, date and source', () => {
    const found = figure('it: { table: counts, where: { place: Minsk }, on: 2020-08-09 }');
    expect(found).toMatchObject({ value: 25, qualifier: 'exact', date: { iso: '2020-08-09', precision: 'day' } });
    expect(found.grounds).toMatchObject([{ table: 'counts', line: 2, sourceId: 'early' }]);
  });

  it.each([
    ['on', 'it: { table: counts, where: { place: Hrodna }, on: 2020-08-09 }', 'about 5'],
    ['latest-by', 'it: { table: counts, where: { place: Minsk }, latest-by: 2024-09-04 }', '436'],
    ['latest-by, on the day itself', 'it: { table: counts, where: { place: Minsk }, latest-by: 2024-09-05 }', 'at least 1,372'],
    ['max', 'it: { table: counts, max: true }', 'at least 1,372'],
    ['first', 'it: { table: counts, where: { place: Minsk }, first: true }', '25'],
    ['last', 'it: { table: counts, where: { place: Minsk }, last: true }', 'at least 1,372'],
    ['sum', 'it: { table: counts, where: { place: Minsk }, until: 2022-01-01, sum: true }', '461'],
    ['count', 'it: { table: counts, where: { place: Minsk }, until: 2022-01-01, count: true }', '2'],
    ['sum of exact and about', 'it: { table: counts, until: 2020-12-31, sum: true }', 'about 30'],
    ['several values of a field', 'it: { table: counts, where: { place: [Hrodna, Brest] }, last: true }', '0'],
    ['a status of its own', 'it: { table: counts, where: { place: Minsk, status: superseded }, on: 2021-05-31 }', '400'],
    ['word', 'it: { table: counts, where: { place: Hrodna }, as: word, on: 2020-08-09 }', 'about five'],
  ])('picks by %s', (_, text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it('leaves out rows that are not preferred unless they are asked for', () => {
    expect(figure('it: { table: counts, where: { place: Minsk }, on: 2021-05-31 }').value).toBe(436);
  });

  it('knows only what had been published by a day: the later bound counts, and no date counts as never', () => {
    expect(printed('it: { table: counts, where: { place: Minsk }, last: true, known-by: 2024-09-30 }')).toBe('at least 1,372');
    expect(printed('it: { table: counts, where: { place: Minsk }, last: true, known-by: 2024-09-29 }')).toBe('25');
    expect(problemsOf('it: { table: counts, where: { place: Brest }, known-by: 2026-01-01 }')).toEqual([
      'figures.yml:1:1 it: expected a row of counts, found none that matches',
    ]);
  });
});

describe('a computed figure', () => {
  const parts =
    'a: { table: counts, where: { place: Minsk }, on: 2020-08-09 }\nb: { table: counts, where: { place: Minsk }, on: 2021-05-31 }\nc: { table: counts, where: { place: Minsk }, on: 2024-09-05 }\nz: { table: counts, where: { place: Brest }, last: true }\n';

  it.each([
    ['sum', '{ sum: [a, b] }', '461'],
    ['sum with a lower bound', '{ sum: [a, c] }', 'at least 1,397'],
    ['difference', '{ difference: [b, a] }', '411'],
    ['difference of a value bounded from below', '{ difference: [c, a] }', 'at least 1,347'],
    ['difference that takes a bounded value away', '{ difference: [c, c] }', 'about 0'],
    ['difference that takes a value bounded from below away', '{ difference: [b, c] }', 'up to -936'],
    ['divide', '{ divide: [b, a] }', 'about 17 times'],
    ['divide as percent', '{ divide: [a, b], as: percent, digits: 1 }', 'about 5.7%'],
  ])('%s', (_, form, expected) => {
    expect(printed(`${parts}it: ${form}`)).toBe(expected);
  });

  it('rests on the rows of all its parts, each once', () => {
    expect(figure(`${parts}it: { sum: [a, b] }`).grounds.map(({ line }) => line)).toEqual([2, 5]);
    expect(problemsOf(`${parts}it: { sum: [a, b, a] }`)).toEqual(['figures.yml:5:1 it: expected each row once, found counts:2 twice']);
  });

  it('refuses to divide by 0, to name itself, and to name what is not there', () => {
    expect(problemsOf(`${parts}it: { divide: [a, z] }`)).toEqual(['figures.yml:5:1 it: expected a number to divide by, found that z is 0']);
    expect(problemsOf('x: { sum: [y, y] }\ny: { sum: [x, x] }')[0]).toContain('expected no circle, found x → y → x');
    expect(problemsOf(`${parts}it: { sum: [a, nobody] }`)).toEqual(['figures.yml:5:1 it: expected a declared figure, found "nobody"']);
  });
});

describe('faults of figures.yml', () => {
  it('are told with line and column, all at once', () => {
    const text = [
      'fine: { table: counts, where: { place: Hrodna } }',
      'no-table: { table: nowhere }',
      'no-field: { table: counts, where: { colour: red } }',
      'many: { table: counts }',
      'two-ways: { table: counts, first: true, last: true }',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      'figures.yml:2:1 no-table: expected a table of the data package, found "nowhere"; there are counts, sources',
      expect.stringMatching(/^figures\.yml:3:1 no-field: expected a field of counts, found "colour"; there are date, /),
      'figures.yml:4:1 many: expected one row of counts, found 5 (lines 2, 3, 5, 6, 7)',
      'figures.yml:5:1 two-ways: expected one way to pick a row, found first and last',
    ]);
  });

  it('name the key at fault', () => {
    expect(problemsOf('it: { table: counts, latest-by: 2024-02-30 }')).toEqual([
      'figures.yml:1:22 it.latest-by: expected a day that exists as YYYY-MM-DD',
    ]);
    expect(problemsOf('it: { table: counts, latestby: 2024-02-01 }')).toEqual(['figures.yml:1:22 it.latestby: expected no such key here']);
  });

  it('include broken YAML and repeated ids', () => {
    expect(problemsOf('it: { table: counts')[0]).toMatch(/^figures\.yml:\d+:\d+ expected YAML, found a fault/);
    expect(problemsOf('it: { table: counts, max: true }\nit: { table: counts, max: true }')[0]).toMatch(
      /^figures\.yml:2:1 expected YAML, found a fault: Map keys must be unique/,
    );
  });
});

describe('of counts of prisoners', () => {
  const row = (date: string, metric: string, value: number, qualifier: string, source: string, status = 'preferred') =>
    `${date},day,,,,${metric},${value},${qualifier},Viasna,documented_minimum,report,${source},high,${status},${status === 'preferred' ? '' : 'Why.'},`;
  const text = (columns: readonly string[], ...rows: readonly string[]) => Buffer.from(`${[columns.join(','), ...rows].join('\n')}\n`);
  const source = (id: string, published: string) =>
    `${id},Viasna,Title,https://example.org/,${published},day,seen,,,2026-11-22,page,en,primary,own,no,,`;
  const prisoners = new DataPackage([
    readTable(
      politicalPrisoners,
      'data/political-prisoners.csv',
      text(
        Object.keys(politicalPrisoners.fields),
        row('2023-05-22', 'currently_held', 1525, 'exact', 'review', 'superseded'),
        row('2023-06-01', 'currently_held', 1600, 'exact', 'review', 'conflicting'),
        row('2023-06-30', 'currently_held', 1496, 'exact', 'review'),
        row('2024-07-31', 'recognised_since_2020', 3390, 'exact', 'review'),
        row('2024-08-05', 'recognised_since_2020', 3380, 'more_than', 'review'),
        row('2024-08-31', 'recognised_since_2020', 3500, 'exact', 'late'),
      ),
    ),
    readTable(sources, 'data/sources.csv', text(Object.keys(sources.fields), source('review', '2024-08-08'), source('late', '2024-09-05'))),
  ]);
  const value = (query: string) =>
    evaluateFigures('figures.yml', `it: { table: political-prisoners, ${query} }`, prisoners).get('it')?.value;

  it('the highest is looked for in superseded rows too, but not in those that conflict', () => {
    expect(value('where: { metric: currently_held }, max: true')).toBe(1525);
    expect(value('where: { metric: currently_held }, latest-by: 2023-06-30')).toBe(1496);
  });

  it('what is known of a running total is the highest number, not that of the latest day', () => {
    expect(value('where: { metric: recognised_since_2020 }, latest-by: 2024-09-04, known-by: 2024-09-04')).toBe(3390);
    expect(value('where: { metric: recognised_since_2020 }, latest-by: 2024-09-30, known-by: 2024-09-30')).toBe(3500);
  });
});
