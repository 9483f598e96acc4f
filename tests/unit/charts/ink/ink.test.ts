/** What every drawing says with its ink, and says with nothing else. */
import { describe, expect, it } from 'vitest';
import { number } from '../../../../src/charts/kit/cells.ts';
import { charts } from '../../../../src/charts/registry.ts';
import { projectRoot } from '../../../../src/commands/root.ts';
import { loadEdition } from '../../../../src/site/edition.ts';
import { type Drawn, drawnOf, numbersIn, type Rule, rules } from './rules.ts';

const edition = loadEdition(projectRoot, 'en');

describe.each(charts.map(({ id }) => id))('%s', (id) => {
  const chart = edition.charts.get(id);
  if (!chart) throw new Error(`no chart ${id}`);
  const drawings = drawnOf(chart);

  it.each(Object.keys(rules) as Rule[])('%s', (rule) => {
    const faults = [...new Set(drawings.flatMap((drawn) => rules[rule](drawn)))];
    expect(faults).toEqual([]);
  });
});

describe('finds', () => {
  const cells = (value: number) => [{ text: String(value), numeric: true, cell: number(value) }];
  const drawing = (markup: string, values: readonly number[] = [100, 50, 20]): Drawn[] =>
    drawnOf({
      id: 'x',
      title: 'So many as 100 were counted',
      subtitle: '',
      note: '',
      reading: '',
      description: [],
      drawings: {
        narrow: `<svg viewBox="-8 0 360 100" font-size="13">${markup}</svg>`,
        wide: `<svg viewBox="0 0 720 100" font-size="14">${markup}</svg>`,
      },
      columns: ['Value'],
      keys: ['value'],
      rows: values.map((value) => ({ cells: cells(value), sources: [], iso: null })),
      parts: null,
      histories: [],
      sources: [],
      asOf: { iso: '2025-01-26', precision: 'day' },
      tables: ['detentions'],
    });
  const bars = (...lengths: number[]): string =>
    lengths.map((length, row) => `<rect x="10" y="${row * 20}" width="${length}" height="12" data-row="${row}"></rect>`).join('');
  const wrong: Readonly<Record<Exclude<Rule, 'its words are few'>, readonly [right: string, wrong: string]>> = {
    'a bar is as long as its number': [bars(200, 100, 40), bars(200, 100, 49)],
    'the sign of a bound lies within its bar': [
      `${bars(50)}<path class="bound" d="M50,2L54,6L50,10" data-row="0"></path>`,
      `${bars(50)}<path class="bound" d="M62,-2L66,6L62,14" data-row="0"></path>`,
    ],
    'what has no figure has no size': [
      '<path class="no-figure" d="M0,4L5,-5"></path>',
      '<path class="no-figure" d="M0,0L20,0" data-row="0"></path>',
    ],
    'a circle is a person': ['<g class="person-held"><circle r="3"></circle></g>', '<g><circle r="3"></circle></g>'],
    'red is for people held': ['<path fill="var(--chart-rights)"></path>', '<path fill="var(--chart-held)"></path>'],
    'the line of a vote names its year': [
      '<g class="vote-line"><line x1="5" x2="5" y1="0" y2="9"></line></g><text class="vote-name">Vote 2025</text>',
      '<g class="vote-line"><line x1="5" x2="5" y1="0" y2="9"></line></g><text class="vote-name">Vote</text>',
    ],
    'no words cross the line of a vote': [
      '<line class="vote-line" x1="5" x2="5" y1="0" y2="90"></line><text x="9" y="40">At the side</text>',
      '<line class="vote-line" x1="5" x2="5" y1="0" y2="90"></line><text x="0" y="40">All across</text>',
    ],
    'what belongs to a row fades with it': [
      '<text fill="var(--chart-ink)" data-row="1">50</text><line stroke="var(--chart-rule)"></line>',
      '<text fill="var(--chart-ink)">50</text>',
    ],
    'the numbers of its title stand on it as its strongest labels': [
      '<text class="finding" font-size="20">100 people</text><text>50</text>',
      '<text class="finding" font-size="20">about 100 people</text>',
    ],
    'its words are large enough to be read': ['<text font-size="12">50</text>', '<text font-size="11.5">50</text>'],
    'it stays on its sheet, and off the edges of a phone': [
      '<text x="0" y="20">At the left</text>',
      '<text x="-6" y="20">At the edge</text>',
    ],
    'it is made of few elements': ['<g></g>', '<g></g>'.repeat(1500)],
  };

  it.each(Object.entries(wrong))('where it is not so that %s', (rule, [good, bad]) => {
    const holds = rules[rule as Rule];
    expect(drawing(good).flatMap(holds)).toEqual([]);
    expect(drawing(bad).flatMap(holds)).not.toEqual([]);
  });
});

it('knows the numbers of a title from its dates', () => {
  expect(numbersIn('At least 7,000 held on 9 August 2020, 84.4% in 2021–2023 and more than 1,500 by March 2026')).toEqual([
    '7,000',
    '84.4%',
    'more than 1,500',
  ]);
  expect(numbersIn('In 2025 at least 342 left, of 1,265; 9–12 August')).toEqual(['at least 342', '1,265']);
});
