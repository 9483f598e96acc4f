import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingCounts } from '../../../../src/charts/opening/counts.ts';
import { fieldFor, type Mark, marksOf } from '../../../../src/charts/opening/field.ts';
import { drawStill } from '../../../../src/charts/opening/still.ts';
import { projectRoot } from '../../../../src/commands/root.ts';
import { loadPackage } from '../../../../src/data/package.ts';
import { deathCounts } from '../../../../src/data/tables/death-counts.ts';

const data = loadPackage(join(projectRoot, 'data'));
const counts = openingCounts(data);
const states = fc
  .constantFrom(...counts)
  .chain((count) => fc.record({ count: fc.constant(count), freed: fc.integer({ min: 0, max: 900 }) }));
const places = 2_500;

function howMany(marks: readonly Mark[], mark: Mark): number {
  return marks.filter((found) => found === mark).length;
}

describe('the field of dots', () => {
  it('shows as many of each as there are, at every published count', () => {
    fc.assert(
      fc.property(states, ({ count, freed }) => {
        const marks = marksOf({ held: count.value, freed, died: count.died }, places);
        expect([howMany(marks, 'held'), howMany(marks, 'freed'), howMany(marks, 'died')]).toEqual([count.value, freed, count.died]);
      }),
    );
  });

  it('leaves the black dots where they are from one count to the next', () => {
    const dead = (index: number): number[] => {
      const count = counts[index];
      const marks = count ? marksOf({ held: count.value, freed: 0, died: count.died }, places) : [];
      return marks.flatMap((mark, place) => (mark === 'died' ? [place] : []));
    };
    for (let index = 1; index < counts.length; index++) expect(dead(index)).toEqual(expect.arrayContaining(dead(index - 1)));
    expect(dead(counts.length - 1).length).toBe(counts.at(-1)?.died);
  });

  it('fits its box, whatever the box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 100, max: 2_000 }),
        fc.integer({ min: 100, max: 2_000 }),
        (least, width, height) => {
          const { columns, rows, cell } = fieldFor(least, width, height);
          expect(columns * rows).toBeGreaterThanOrEqual(least);
          expect(columns * cell).toBeLessThanOrEqual(width + 1e-6);
          expect(rows * cell).toBeLessThanOrEqual(Math.max(height, cell) + 1e-6);
        },
      ),
    );
  });

  it('refuses more dots than it has places', () => {
    expect(() => marksOf({ held: 8, freed: 3, died: 0 }, 10)).toThrow('11 dots do not fit into 10 places');
  });
});

describe('a still', () => {
  it('covers with its patterns as many places as there are dots', () => {
    fc.assert(
      fc.property(states, ({ count, freed }) => {
        const svg = drawStill({ held: count.value, freed, died: count.died }, places, 'still');
        const cell = Number(/<pattern id="still-held" width="([\d.]+)"/.exec(svg)?.[1]);
        expect(covered(svg, 'held') / cell ** 2).toBeCloseTo(count.value + count.died, 1);
        expect(covered(svg, 'freed') / cell ** 2).toBeCloseTo(freed, 1);
        expect(svg.match(/fill="var\(--chart-ink\)"/g) ?? []).toHaveLength(count.died);
      }),
    );
  });
});

describe('the counts of the opening', () => {
  it('know as many deaths by name as Viasna counted, on each day of which it gave a number', () => {
    const deaths = data
      .rows(deathCounts)
      .filter((row) => row.metric === 'political_prisoners' && row.counted_by === 'Viasna' && row.status === 'preferred');
    expect(deaths.length).toBeGreaterThan(2);
    for (const { date, value } of deaths) {
      const next = counts.find((count) => count.date >= date);
      const before = counts.findLast((count) => count.date <= date);
      expect([before?.died, next?.died], date).toContain(value);
    }
  });
});

/** Area of the path that the pattern of this name fills, by the shoelace formula. */
function covered(svg: string, name: string): number {
  const path = new RegExp(`<path d="([^"]*)" fill="url\\(#still-${name}\\)"`).exec(svg)?.[1] ?? '';
  const points: [number, number][] = [];
  for (const [, command, first = '0', second = '0'] of path.matchAll(/([MHV])([\d.]+) ?([\d.]+)?/g)) {
    const [x, y] = points.at(-1) ?? [0, 0];
    points.push(command === 'M' ? [Number(first), Number(second)] : command === 'H' ? [Number(first), y] : [x, Number(first)]);
  }
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
