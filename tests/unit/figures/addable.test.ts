/** Only what may be added is added: tried on rows as they are, by sums that the rules forbid. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/commands/root.ts';
import { oneOf, wholeNumber } from '../../../src/data/field.ts';
import { loadPackage } from '../../../src/data/package.ts';
import { defineTable } from '../../../src/data/table.ts';
import { tryFigures } from '../../../src/figures/figures.ts';

const data = loadPackage(join(projectRoot, 'data'));
const text = readFileSync(join(projectRoot, 'content/figures.yml'), 'utf8');

/** What is said of the last figure of the text, whose others are sound. */
const faultOf = (figures: string): string =>
  tryFigures('figures.yml', figures, data)
    .problems.map(({ message }) => message)
    .join('; ');

test('every sum of the story is tried, and holds; its value is that of its parts', () => {
  const { figures, problems } = tryFigures('content/figures.yml', text, data);
  expect(problems).toEqual([]);
  const sums = Object.entries(parse(text) as Record<string, { sum?: true | string[] }>).filter(([, { sum }]) => sum !== undefined);
  expect(sums.length).toBeGreaterThan(15);
  for (const [id, { sum }] of sums)
    if (Array.isArray(sum))
      expect(figures.get(id)?.value, id).toBe(sum.reduce((total, part) => total + (figures.get(part)?.value ?? Number.NaN), 0));
});

describe('a query that adds', () => {
  it.each([
    [
      'people held by several counters',
      '{ table: political-prisoners, where: { metric: currently_held }, from: 2025-12-01, until: 2025-12-31, sum: true }',
      /what stood at a moment \(political-prisoners:\d+\)/,
    ],
    [
      'months together with the periods that hold them',
      '{ table: newly-recognised, where: { counted_by: Viasna }, from: 2024-01-01, until: 2024-12-31, sum: true }',
      /periods that don't overlap, found newly-recognised:\d+ \(2024-/,
    ],
    [
      'arrests as several bodies counted them',
      '{ table: detention-totals, where: { metric: detained, period: span }, from: 2020-08-01, until: 2020-08-31, sum: true }',
      /one counter \(counted_by\), found .*; a sum of ours that crosses them says "across: \[counted_by\]"/,
    ],
    [
      'a running total',
      '{ table: release-totals, where: { metric: pardoned, counted_by: Viasna, period: cumulative }, sum: true }',
      /a running total \(release-totals:\d+\)/,
    ],
    [
      'several metrics',
      '{ table: release-totals, where: { counted_by: Viasna, period_start: 2024-08-01, period_end: 2024-08-31 }, sum: true }',
      /one metric, found /,
    ],
    [
      'regions together with the country',
      '{ table: copied-protocols-2020, field: votes_tsikhanouskaya, sum: true }',
      /parts or their whole, found belarus \(region\)/,
    ],
    [
      'percentages',
      '{ table: opinion-surveys, on: 2020-04-01, field: share_percent, sum: true }'.replace('on: 2020-04-01, ', ''),
      /numbers that can be added, found percent/,
    ],
    ['waves of release without a word', '{ table: releases, from: 2024-07-01, until: 2025-02-28, sum: true }', /one counter/],
    [
      'waves of one counter that claim to cross',
      '{ table: releases, where: { counted_by: Presidential press service }, from: 2024-07-01, until: 2025-02-28, sum: true, across: [counted_by] }',
      /a sum that crosses counted_by, as "across" says, found only Presidential press service/,
    ],
    [
      'no overlap, although one is excused',
      '{ table: newly-recognised, where: { counted_by: Viasna, period: month }, from: 2024-07-31, until: 2024-12-31, sum: true, apart: why }',
      /days that don’t fit, as "apart" says, found none/,
    ],
    ['nothing, with a crossing', '{ table: releases, on: 2024-08-16, across: [basis] }', /beside a sum only/],
  ])('%s is refused', (_, form, said) => {
    expect(faultOf(`it: ${form}`)).toMatch(said);
  });
});

describe('a sum of figures', () => {
  const held = (day: string) => `{ table: political-prisoners, where: { metric: currently_held, counted_by: Viasna }, on: ${day} }`;
  const parts = `${['2024-12-31', '2025-12-31'].map((day) => `held-${day}: ${held(day)}`).join('\n')}
women: { table: political-prisoners, where: { metric: former_political_prisoners, counted_by: Viasna }, on: 2026-08-30 }
held-2026: { table: political-prisoners, where: { metric: currently_held, counted_by: Viasna }, on: 2026-08-30 }
year: { table: newly-recognised, where: { counted_by: Viasna, period_start: 2025-01-01 }, on: 2025-12-23 }
month: { table: newly-recognised, where: { counted_by: Viasna, period_start: 2025-01-01 }, on: 2025-01-31 }
wave: { table: releases, where: { counted_by: Presidential press service }, on: 2024-08-16 }
`;

  it.each([
    [
      'two stocks of one thing',
      '[held-2024-12-31, held-2025-12-31]',
      /what stood at one moment, found .* of 2024-12-31 and .* of 2025-12-31/,
    ],
    ['a period with a part of it', '[year, month]', /periods that don't overlap/],
    ['what different bodies counted', '[year, wave]', /one counter/],
  ])('%s is refused', (_, sum, said) => {
    expect(faultOf(`${parts}it: { sum: ${sum} }`)).toMatch(said);
  });

  it.each(['[held-2024-12-31, year]', '[held-2026, women]'])(
    '%s may be added: a stock and what came to it, two stocks of one day',
    (sum) => {
      expect(faultOf(`${parts}it: { sum: ${sum} }`)).toBe('');
    },
  );
});

test('a table can’t declare a stock that is no metric of it', () => {
  const table = (stocks: readonly string[]) => () =>
    defineTable({
      name: 'fines',
      title: 'Fines',
      description: 'Fines.',
      primaryKey: ['metric'],
      stocks,
      fields: { metric: oneOf({ description: 'What.' }, { open: 'open' }), value: wholeNumber({ description: 'Fines.', unit: 'fines' }) },
    });
  expect(table(['open'])).not.toThrow();
  expect(table(['opened'])).toThrow('the table fines has no metric "opened"');
});
