/** A value that is corrected is told as such: no key holds one. */
import { afterAll, expect, test } from 'vitest';
import { readFacts } from '../../../src/data/facts.ts';
import { tables } from '../../../src/data/registry.ts';
import { diffSnapshots } from '../../../src/data/versions/diff.ts';
import { workingSnapshot } from '../../../src/data/versions/snapshot.ts';
import { DataCopy } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
afterAll(() => copy.remove());

test.each(
  tables.filter(({ valueField }) => valueField !== undefined).map(({ name, primaryKey, valueField }) => ({ name, primaryKey, valueField })),
)('the key of $name has no value in it', ({ primaryKey, valueField }) => expect(primaryKey).not.toContain(valueField));

test.each(['releases', 'protest-sizes', 'exile', 'death-counts'])('a corrected value of %s calls for a patch', (name) => {
  const { facts } = readFacts(copy.folder, 'data');
  const field = tables.find((table) => table.name === name)?.valueField;
  if (facts === null || field === undefined) throw new Error('the table has no value');
  const before = workingSnapshot(copy.folder, facts);
  const row = copy.row(name, (cells) => cells['range_end'] !== 'lower');
  copy.setCells(name, row, { [field]: String(Number(row.cells[field]) + 1) });
  const { calls_for, tables: changed } = diffSnapshots(before, workingSnapshot(copy.folder, facts));
  expect(calls_for).toBe('patch');
  expect(changed).toMatchObject([{ table: name, added: [], removed: [], changed: [{ field, old: row.cells[field] }] }]);
  copy.restore();
});
