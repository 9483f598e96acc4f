/** Names of charts, present and former. */
import { expect, test } from 'vitest';
import { checkNames, lastingId, namesOf } from '../../../src/charts/names.ts';
import { charts } from '../../../src/charts/registry.ts';
import { movedFiles } from '../../../src/site/publish/moved.ts';

const chart = (id: string, ...formerly: string[]) => ({ id, formerly });

test('the registry has no name twice', () => {
  expect(checkNames(charts)).toEqual([]);
});

test('a name that was given twice, or cannot stand in an address, is told with its chart', () => {
  const told = (...all: ReturnType<typeof chart>[]) => checkNames(all).map(({ file, message }) => `${file} ${message}`);
  expect(told(chart('a', 'b'), chart('c', 'd'))).toEqual([]);
  expect(told(chart('a'), chart('c', 'a'))).toEqual([
    'src/charts/c.ts expected a name that no other chart has or had, found "a", which is a name of a',
  ]);
  expect(told(chart('a', 'b'), chart('c', 'b'))[0]).toContain('found "b", which is a name of a');
  expect(told(chart('a', 'a'))[0]).toContain('once, found "a" twice');
  for (const name of ['A', 'a b', 'a/b', '-a', 'a--b', '', 'quiet']) expect(told(chart('x', name)), name).toHaveLength(1);
});

test('the first name ever is the lasting id', () => {
  expect(lastingId(chart('c', 'a', 'b'))).toBe('a');
  expect(lastingId(chart('c'))).toBe('c');
  expect(namesOf(chart('c', 'a', 'b'))).toEqual(['c', 'a', 'b']);
});

test('each file of a chart is found under the names that it had, and nothing moves without a rename', () => {
  expect(movedFiles([chart('a')])).toEqual([]);
  const moved = movedFiles([chart('a', 'b')]);
  expect(moved).toContainEqual({ from: 'charts/b-dark@2x.png', to: 'charts/a-dark@2x.png' });
  expect(moved).toContainEqual({ from: 'charts/b.csv', to: 'charts/a.csv' });
});
