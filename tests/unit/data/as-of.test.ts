/** The package as of a day holds what could have been known by then, nothing else, and is a sound package. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AsOfRefused, summaryAsOf, writeAsOf } from '../../../src/data/as-of.ts';
import type { RowsAsOf } from '../../../src/data/as-of-rows.ts';
import { checkFolder } from '../../../src/data/folder.ts';
import { knownFrom } from '../../../src/data/known.ts';
import { loadPackage } from '../../../src/data/package.ts';
import { formatProblems } from '../../../src/data/problem.ts';
import { tables } from '../../../src/data/registry.ts';
import { DataCopy } from '../../fixtures/data-copy.ts';
import { faultsOf } from '../../fixtures/data-package-rules.ts';

const copy = new DataCopy();
afterAll(() => copy.remove());
const out = (name: string): string => join(copy.folder, '..', name);
const write = (day: string): RowsAsOf[] => writeAsOf(copy.folder, 'data', day, out(day));
const lines = (folder: string, table: string): string[] =>
  readFileSync(join(folder, `${table}.csv`), 'utf8')
    .split('\n')
    .slice(1, -1);

describe('the package as of 4 September 2024', () => {
  const day = '2024-09-04';
  let found: readonly RowsAsOf[] = [];
  beforeAll(() => {
    found = write(day);
  });

  test('passes the check', () => {
    expect(formatProblems(checkFolder(out(day)).problems)).toEqual([]);
    expect(faultsOf(JSON.parse(readFileSync(join(out(day), 'datapackage.json'), 'utf8')))).toEqual([]);
  });

  test('has just the rows whose source could be read by then, as they stand in the tables', () => {
    const data = loadPackage(copy.folder);
    const known = knownFrom(data);
    for (const { name, fields } of tables) {
      if (!('source_id' in fields) || name === 'sources' || 'second_source_id' in fields || 'votes_source_id' in fields) continue;
      const all = lines(copy.folder, name);
      const rows = data.read(name)?.rows ?? [];
      const expected = rows
        .filter(({ values }) => (known.get(String(values['source_id'])) ?? '9999') <= day)
        .map(({ line }) => all[line - 2]);
      expect(lines(out(day), name)).toEqual(expected);
    }
    expect(lines(out(day), 'political-prisoners').length).toBeGreaterThan(50);
    expect(lines(out(day), 'political-prisoners').length).toBeLessThan(lines(copy.folder, 'political-prisoners').length);
  });

  test('counts every row once: kept, later or undated', () => {
    for (const { table, kept, later, undated } of found) {
      expect([table, kept + later + undated]).toEqual([table, lines(copy.folder, table).length]);
      expect([table, kept]).toEqual([table, lines(out(day), table).length]);
    }
    const undated = found.reduce((sum, rows) => sum + rows.undated, 0);
    expect(summaryAsOf(found, day).split('\n')[1]).toBe(`Left out because no date of publication is known: ${undated} rows.`);
    expect(readFileSync(join(out(day), 'README.md'), 'utf8')).toContain(summaryAsOf(found, day));
  });

  test('says of what day it is, and leaves out corrections made later', () => {
    const descriptor: { title: string; version: string } = JSON.parse(readFileSync(join(out(day), 'datapackage.json'), 'utf8'));
    expect(descriptor.title).toContain('(as it could have been known on 2024-09-04)');
    expect(descriptor.version).toMatch(/\+as-of\.2024-09-04$/);
    expect(loadPackage(out(day)).corrections).toEqual([]);
  });
});

test('a source without a date, and one bounded by a later day, leave their rows out', () => {
  const row = copy.row(
    'sources',
    ({ published = '', source_id = '' }) =>
      published !== '' && published < '2022' && lines(copy.folder, 'detentions').some((line) => line.includes(`,${source_id},`)),
  );
  const id = row.cells['source_id'];
  const rows = lines(copy.folder, 'detentions').filter((line) => line.includes(`,${id},`));
  const kept = (name: string, changes: Record<string, string>): [number, number] => {
    copy.setCells('sources', row, { ...changes });
    const detentions = writeAsOf(copy.folder, 'data', '2024-09-04', out(name)).find(({ table }) => table === 'detentions');
    const here = lines(out(name), 'detentions').filter((line) => line.includes(`,${id},`));
    return [here.length, detentions?.undated ?? -1];
  };
  const [all, before] = kept('dated', {});
  expect(all).toBe(rows.length);
  const none = { published: '', published_precision: '', published_from: 'none', not_before: '', not_after: '' };
  expect(kept('undated', none)).toEqual([0, before + rows.length]);
  expect(kept('bounded-later', { ...none, published_from: 'bounded', not_before: '2021-01-01', not_after: '2024-09-05' })).toEqual([
    0,
    before,
  ]);
  expect(kept('bounded', { ...none, published_from: 'bounded', not_before: '2021-01-01', not_after: '2024-09-04' })).toEqual([all, before]);
  copy.restore();
});

test('as of a day before everything, the tables are empty and the package sound', () => {
  const found = write('1990-01-01');
  expect(found.find(({ table }) => table === 'political-prisoners')?.kept).toBe(0);
  expect(formatProblems(checkFolder(out('1990-01-01')).problems)).toEqual([]);
});

test('as of a day after everything, only undated rows are left out', () => {
  const found = write('2100-01-01');
  expect(found.filter(({ table, later }) => later > 0 && table !== 'counters')).toEqual([]);
});

test('a folder that holds something is not written to', () => {
  mkdirSync(out('full'));
  writeFileSync(join(out('full'), 'x'), '');
  expect(() => writeAsOf(copy.folder, 'data', '2024-09-04', out('full'))).toThrow(AsOfRefused);
});
