/** Drawings have no typed edges: what comes later, and what is more, finds its place on them, and their words stay true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { charts } from '../../../../src/charts/registry.ts';
import type { RenderedChart } from '../../../../src/charts/render.ts';
import { projectRoot } from '../../../../src/commands/root.ts';
import { type DataPackage, loadPackage } from '../../../../src/data/package.ts';
import { asInTables } from '../../../../src/figures/data-words.ts';
import { tryFigures } from '../../../../src/figures/figures.ts';
import { localeOf } from '../../../../src/figures/locales/locales.ts';
import { renderOne } from '../../../../src/site/edition.ts';
import { drawnOf, rules } from '../ink/rules.ts';
import { outside } from '../ink/sheet.ts';
import { twiceAsMuch, yearLater } from './beyond.ts';
import { spanFaults } from './spans.ts';

const data = loadPackage(join(projectRoot, 'data'));
const declared = readFileSync(join(projectRoot, 'content/figures.yml'), 'utf8');
const english = localeOf('en');
const today = tryFigures('figures.yml', declared, data).figures;

interface Drawn {
  readonly chart: RenderedChart;
  /** Whether the figures of its texts could be made of the data: a sum that would add rows of different counters stops a build, and says so. */
  readonly told: boolean;
}

/** A chart out of other data. A figure that can't be made of it has its value of today. */
function drawn(chart: (typeof charts)[number], from: DataPackage): Drawn {
  const { figures: made } = tryFigures('figures.yml', declared, from);
  const figures = new Map([...today, ...made]);
  const texts = readFileSync(join(projectRoot, `content/en/charts/${chart.id}.yml`), 'utf8');
  const asked = [...texts.matchAll(/\{([a-z][\w-]*)/g)].map(([, id = '']) => id);
  return {
    chart: renderOne(chart, projectRoot, { locale: english, data: from, figures, dataWords: asInTables }),
    told: asked.every((id) => made.has(id) || !today.has(id)),
  };
}

function faultsOf({ chart, told }: Drawn): string[] {
  return [
    ...(['narrow', 'wide'] as const).flatMap((size) => outside(chart.drawings[size]).map((fault) => `${size}: ${fault}`)),
    ...(told ? drawnOf(chart).flatMap(rules['the numbers of its title stand on it as its strongest labels']) : []),
    ...spanFaults(chart),
  ];
}

describe.each(charts.map((chart) => [chart.id, chart] as const))('%s', (_, chart) => {
  it('has room for a row of each kind a year after the last', () => {
    const later = yearLater(data, chart.tables);
    expect(faultsOf(drawn(chart, later))).toEqual([]);
  });

  it('has room for twice as much', () => {
    expect(faultsOf(drawn(chart, twiceAsMuch(data, chart.tables)))).toEqual([]);
  });
});

it('sees what lies beyond a sheet', () => {
  const drawing = (inner: string): string => `<svg viewBox="-8 0 360 100">${inner}</svg>`;
  const inside = '<rect x="0" y="10" width="344" height="20"></rect><path d="M10,10h20v20h-20Z" transform="translate(5,5)"></path>';
  expect(outside(drawing(inside))).toEqual([]);
  for (const shape of [
    '<rect x="0" y="90" width="20" height="20"></rect>',
    '<path d="M10,10h20v20h-20Z" transform="translate(330,5)"></path>',
    '<circle cx="20" cy="-4" r="5"></circle>',
    '<text x="300" y="20" font-size="20">about 13,500</text>',
  ])
    expect(outside(drawing(shape))).toHaveLength(1);
});

it('adds rows that are later than all others of their kind, and doubles what can be counted', () => {
  const values = (from: DataPackage, name: string, field: string): (string | number)[] =>
    (from.read(name)?.rows ?? []).flatMap(({ values }) => values[field] ?? []);
  const later = yearLater(data, ['releases']);
  expect(values(later, 'releases', 'date').toSorted().at(-1)).toMatch(/^2027/);
  expect(values(later, 'releases', 'date').length).toBeGreaterThan(values(data, 'releases', 'date').length);
  const sum = (from: DataPackage): number => values(from, 'releases', 'released').reduce<number>((all, one) => all + Number(one), 0);
  expect(sum(twiceAsMuch(data, ['releases']))).toBe(2 * sum(data));
});
