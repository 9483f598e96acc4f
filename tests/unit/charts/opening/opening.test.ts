import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedTotals } from '../../../../src/charts/opening/added.ts';
import { openingCounts, wavesFrom } from '../../../../src/charts/opening/counts.ts';
import { type Dots, fieldFor, layOut, type Mark, marksOf } from '../../../../src/charts/opening/field.ts';
import { drawStill } from '../../../../src/charts/opening/still.ts';
import { projectRoot } from '../../../../src/commands/root.ts';
import { dayAfter } from '../../../../src/data/days.ts';
import { loadPackage } from '../../../../src/data/package.ts';
import { deathCounts } from '../../../../src/data/tables/death-counts.ts';
import { newlyRecognised } from '../../../../src/data/tables/newly-recognised.ts';

const data = loadPackage(join(projectRoot, 'data'));
const counts = openingCounts(data);
const states = counts.map(({ value, freed, taken, died }): Dots => ({ held: value, freed: freed?.value ?? 0, taken, died }));
const layout = layOut(states);
/** Any course of the counts that there may be: people come, are freed, have their places taken, die. */
const courses = fc
  .array(fc.record({ come: fc.nat(300), freed: fc.nat(200), taken: fc.nat(200), died: fc.nat(2) }), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    const course: Dots[] = [];
    for (const { come, freed, taken, died } of steps) {
      const before = course.at(-1) ?? { held: 40, freed: 0, taken: 0, died: 0 };
      // Some of the held are always in places that no release has opened, more than have died.
      const inWaves = Math.min(freed, before.held - before.taken - 30);
      const open = before.freed + inWaves - before.taken;
      const again = Math.min(taken, open);
      course.push({
        held: before.held - inWaves + again + come,
        freed: before.freed + inWaves,
        taken: before.taken + again,
        died: before.died + died,
      });
    }
    return course;
  });

function howMany(marks: readonly Mark[], ...wanted: Mark[]): number {
  return marks.filter((found) => wanted.includes(found)).length;
}

function expectCounted(dots: Dots, marks: readonly Mark[]): void {
  const { held, freed, taken, died } = dots;
  expect({
    held: howMany(marks, 'held', 'taken'),
    freed: howMany(marks, 'freed', 'taken'),
    taken: howMany(marks, 'taken'),
    died: howMany(marks, 'died'),
  }).toEqual({ held, freed, taken, died });
}

describe('the field of dots', () => {
  it('shows as many of each as there are, at every published count', () => {
    for (const state of states) expectCounted(state, marksOf(state, layout));
  });

  it('does so on any course of counts', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const laidOut = layOut(course);
        for (const state of course) expectCounted(state, marksOf(state, laidOut));
      }),
    );
  });

  it('leaves the black dots and the rings where they are from one count to the next', () => {
    const placesOf = (state: Dots, ...wanted: Mark[]): number[] =>
      marksOf(state, layout).flatMap((mark, place) => (wanted.includes(mark) ? [place] : []));
    for (const [index, state] of states.entries()) {
      const before = states[index - 1];
      if (!before) continue;
      expect(placesOf(state, 'died')).toEqual(expect.arrayContaining(placesOf(before, 'died')));
      expect(placesOf(state, 'freed', 'taken')).toEqual(expect.arrayContaining(placesOf(before, 'freed', 'taken')));
    }
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
    const small = layOut([{ held: 10, freed: 0, taken: 0, died: 0 }]);
    expect(() => marksOf({ held: 8, freed: 3, taken: 0, died: 0 }, small)).toThrow('11 dots do not fit into 10 places');
  });
});

describe('a still', () => {
  it('draws as many people held, freed and dead as there are', () => {
    for (const state of states) {
      const svg = drawStill(state, layout, 'still');
      const cell = Number(/<pattern id="still-held" width="([\d.]+)"/.exec(svg)?.[1]);
      const dotsOf = (path: RegExp): number => path.exec(svg)?.[1]?.match(/h0/g)?.length ?? 0;
      const [opened, taken, died] = [
        dotsOf(/<path id="still-opened" d="([^"]*)"/),
        dotsOf(/class="opening-dots-held" d="([^"]*)"/),
        dotsOf(/class="opening-dots-died" d="([^"]*)"/),
      ];
      // Dots of paper and ink lie on the field of the held.
      const held = covered(svg, 'held') / cell ** 2 - opened - died + taken;
      expect([Math.round(held * 10) / 10, opened, taken, died]).toEqual([state.held, state.freed, state.taken, state.died]);
    }
  });
});

describe('the counts of the opening', () => {
  it('let no place be taken again before a published total of people added says so', () => {
    for (const [index, count] of counts.entries()) {
      const before = counts[index - 1];
      expect(count.taken).toBeLessThanOrEqual(Math.min(count.freed?.value ?? 0, count.added?.value ?? 0, count.value));
      if (before && count.added?.value === before.added?.value) expect(count.taken, count.date).toBe(before.taken);
    }
    expect(counts.some(({ freed, taken }) => (freed?.value ?? 0) > taken)).toBe(true);
  });

  it('add up no two totals of people added that share a day', () => {
    const rows = data
      .rows(newlyRecognised)
      .filter(
        (row) => row.counted_by === 'Viasna' && row.status === 'preferred' && row.qualifier === 'exact' && row.period_start >= wavesFrom,
      )
      .map(({ period_start, period_end, value }) => ({ from: period_start, to: period_end, value }));
    /** The most that rows without a common day add up to by a day, found by trying all of them. */
    const most = (day: string, from: string): number =>
      Math.max(0, ...rows.filter((row) => row.from >= from && row.to <= day).map((row) => row.value + most(day, dayAfter(row.to))));
    for (const { date, value } of addedTotals(data, wavesFrom)) expect(value, date).toBe(most(date, wavesFrom));
  });

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
