/** A release is read by the descriptor in its own folder, whatever the schemas are now. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeAsOf } from '../../../../src/data/as-of.ts';
import { describePackage } from '../../../../src/data/descriptor.ts';
import { readFacts } from '../../../../src/data/facts.ts';
import { loadPackage } from '../../../../src/data/package.ts';
import { tables } from '../../../../src/data/registry.ts';
import { changesSinceRelease, versionWith } from '../../../../src/data/versions/ahead.ts';
import { readFrozenTables, tableFrom } from '../../../../src/data/versions/frozen-tables.ts';
import { release } from '../../../../src/data/versions/release.ts';
import { readDescriptor, releasedVersions } from '../../../../src/data/versions/snapshot.ts';
import { DataCopy } from '../../../fixtures/data-copy.ts';

const copy = new DataCopy();
const scratch = mkdtempSync(join(tmpdir(), 'frozen-'));
afterAll(() => {
  copy.remove();
  rmSync(scratch, { recursive: true });
});

/** Changes a note, so that there is something to release, and releases it: a release made by today's schemas. */
const { version } = (() => {
  copy.setCells('events', copy.row('events'), { note: 'Another note.' });
  return release(copy.folder, 'data', { bump: 'major', why: 'A test.', date: '2026-12-01', drawings: () => new Map() });
})();

describe('tables read by their descriptor', () => {
  test.each(releasedVersions('data'))('say of themselves in %s what the descriptor says', (released) => {
    const { resources } = readDescriptor('data', released);
    const made = resources.map(tableFrom);
    const { facts } = readFacts('data', 'data');
    if (facts === null) throw new Error('the facts of the package cannot be read');
    const bytes = new Map(resources.map(({ name }) => [name, readFileSync(`data/releases/${released}/${name}.csv`)]));
    expect(JSON.parse(JSON.stringify(describePackage(made, facts, bytes)))).toMatchObject({
      resources: JSON.parse(JSON.stringify(resources)),
    });
  });

  test('hold the rows that the schemas of their day read', () => {
    const now = tables.map((table) => ({ table: table.name, rows: loadPackageOf(table.name) }));
    const then = readFrozenTables(copy.folder, 'data', version).map((read) => ({ table: read.table.name, rows: read.rows }));
    expect(then).toEqual(now);
  });

  test('give the package as of a day as the schemas of their day give it', () => {
    const day = '2024-09-04';
    const now = writeAsOf(copy.folder, 'data', day, join(scratch, 'now'));
    const then = writeAsOf(copy.folder, 'data', day, join(scratch, 'then'), version);
    expect(then).toEqual(now);
    for (const name of [...tables.map((table) => `${table.name}.csv`), 'corrections.yml', 'datapackage.json', 'package.yml'])
      expect(readFileSync(join(scratch, 'then', name), 'utf8'), name).toBe(readFileSync(join(scratch, 'now', name), 'utf8'));
  });
});

/** Without corrections: those are applied to the tables as they are, and kept beside those of a release. */
function loadPackageOf(name: string) {
  plain ??= loadPackage(copy.folder);
  const corrected = new Set(plain.corrections.flatMap(({ correction, line }) => (correction.table === name ? [line] : [])));
  const published = readFrozenTables(copy.folder, 'data', version).find(({ table }) => table.name === name)?.rows ?? [];
  const read = new Map((plain.read(name)?.rows ?? []).map((row) => [row.line, row]));
  return published.map((row) => (corrected.has(row.line) ? row : read.get(row.line)));
}
let plain: ReturnType<typeof loadPackage> | undefined;

test('changes that no release holds are counted, and named in the version', () => {
  expect(changesSinceRelease(copy.folder, 'data')).toBe(0);
  const row = copy.row('events');
  copy.setCells('events', row, { note: 'Yet another note.' });
  copy.write('sources', `${copy.text('sources')}${Object.values({ ...copy.row('sources').cells, source_id: 'one-more' }).join(',')}\n`);
  expect(changesSinceRelease(copy.folder, 'data')).toBe(2);
  expect([versionWith('1.2.0', 0), versionWith('1.2.0', 2)]).toEqual(['1.2.0', '1.2.0+2']);
});
