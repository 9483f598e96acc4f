/** The log of our own mistakes: what it may say, and in which releases a mistake stood. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkErrata, readErrata, stoodIn } from '../../../src/data/errata.ts';
import { checkPackage } from '../../../src/data/package.ts';
import { formatProblems } from '../../../src/data/problem.ts';
import { DataCopy } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
afterAll(() => copy.remove());
const write = (text: string): void => writeFileSync(join(copy.folder, 'errata.yml'), text);
const { tables } = checkPackage(copy.folder);
const faults = (charts?: ReadonlySet<string>): string[] => {
  const log = readErrata(copy.folder, 'data');
  return formatProblems([...log.problems, ...checkErrata(log, tables, charts)]);
};
const source = copy.row('sources').cells['source_id'] ?? '';
const entry = (more = ''): string => `- id: a-mistake
  found: '2026-11-26'
  since: 1.1.0
  where:
    - { chart: held }
    - { table: releases, key: { date: '2024-07-03', source_id: ${source} }, field: note }
    - { chapter: opening, anchor: '' }
  was: One thing.
  now: Another thing.
  source: ${source}
  version: 2.0.0
${more}`;

test('no file, an empty one and comments alone are no entries', () => {
  for (const text of ['', '\n', '# Nothing yet.\n']) {
    write(text);
    expect([readErrata(copy.folder, 'data').errata, faults()]).toEqual([[], []]);
  }
});

test('a whole entry is read', () => {
  write(entry());
  expect(faults(new Set(['held']))).toEqual([]);
  expect(readErrata(copy.folder, 'data').errata[0]).toMatchObject({
    id: 'a-mistake',
    source: [source],
    where: [{ chart: 'held' }, { table: 'releases' }, { chapter: 'opening' }],
  });
});

test('what is named and not there is told with its line, all at once', () => {
  write(
    entry(
      entry()
        .replace('chart: held', 'chart: helt')
        .replace('table: releases', 'table: release')
        .replace(`source: ${source}\n`, 'source: [no-such-source]\n'),
    ),
  );
  expect(faults(new Set(['held']))).toEqual([
    'data/errata.yml:12:3 id: expected each id once, found "a-mistake" again',
    'data/errata.yml:16:9 where.0.chart: expected a chart, or a former name of one, found "helt"',
    'data/errata.yml:17:9 where.1.table: expected the name of a table, found "release"',
    'data/errata.yml:21:3 source: expected a source, found "no-such-source"',
  ]);
});

test.each([
  ['version: 2.0.0', 'version: soon', 'data/errata.yml:11:3 0.version: expected a version such as 1.2.0, found "soon"'],
  ["found: '2026-11-26'", "found: '2026-11-31'", 'data/errata.yml:2:3 0.found: expected a day as YYYY-MM-DD, found "2026-11-31"'],
  ['field: note }', 'field: nothing }', 'data/errata.yml:6:9 where.1.table: expected a field of releases, found "nothing"'],
])('%s cannot be %s', (good, bad, said) => {
  write(entry().replace(good, bad));
  expect(faults().map((fault) => fault.replace(/, found .*$/, ''))).toEqual([said.replace(/, found .*$/, '')]);
});

test('a mistake stood in the releases from that in which it came to the one before that in which it was mended', () => {
  write(entry());
  const [mistake] = readErrata(copy.folder, 'data').errata;
  if (!mistake) throw new Error('no entry was read');
  const stood = (since: string, version: string, date: string): boolean => stoodIn({ ...mistake, since }, { version, date });
  expect(['1.0.0', '1.1.0', '1.10.0', '2.0.0'].map((version) => stood('1.1.0', version, '2026-12-01'))).toEqual([false, true, true, false]);
  expect(['2026-11-01', '2026-11-10'].map((date) => stood('2026-11-10', '1.0.0', date))).toEqual([false, true]);
});
