/** corrections.yml: applied as it says, guarded by the expected value, and every fault told at its place in the file. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPackage, loadPackage } from '../../../src/data/package.ts';
import { formatProblems } from '../../../src/data/problem.ts';
import { tables } from '../../../src/data/registry.ts';
import { DataCopy } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
beforeEach(() => copy.restore());
afterAll(() => copy.remove());

/** Only the tables that these tests speak of: the rest would only take time. */
const few = tables.filter(({ name }) => ['releases', 'detention-totals', 'political-prisoners', 'sources', 'counters'].includes(name));

/** Checks the copy; the problems as they are printed. */
const check = (): string[] => formatProblems(checkPackage(copy.folder, 'data', few).problems);

const releaseRow = () => copy.row('releases', ({ status, released }) => status === 'preferred' && released !== '');

/** An entry on the first plain row of the table of releases, with some keys changed. A `null` leaves a key out. */
function entry(changes: Readonly<Record<string, unknown>> = {}): string {
  const { cells } = releaseRow();
  const key = Object.fromEntries(
    (tables.find(({ name }) => name === 'releases')?.primaryKey ?? []).map((field) => [field, cells[field] ?? '']),
  );
  const whole = {
    table: 'releases',
    key,
    field: 'released',
    expect: cells['released'],
    action: 'override',
    value: '900',
    reason: 'A test.',
    status: 'open',
    date: '2026-01-02',
    ...changes,
  };
  const lines = Object.entries(whole)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `- ${lines.join('\n  ')}\n`;
}

function write(...entries: string[]): void {
  writeFileSync(join(copy.folder, 'corrections.yml'), entries.join(''));
}

function rowsOf(table: string) {
  return loadPackage(copy.folder).read(table)?.rows ?? [];
}

describe('a correction', () => {
  test('that overrides changes the cell and nothing else, and is told', () => {
    writeFileSync(join(copy.folder, 'corrections.yml'), '[]\n');
    const before = rowsOf('releases');
    const row = releaseRow();
    write(entry());
    const data = loadPackage(copy.folder);
    const expected = before.map((found) => (found.line === row.line ? { ...found, values: { ...found.values, released: 900 } } : found));
    expect(data.read('releases')?.rows).toEqual(expected);
    expect(data.corrections).toMatchObject([
      { line: row.line, before: Number(row.cells['released']), after: 900, correction: { reason: 'A test.' } },
    ]);
    expect(data.correctionsOf('releases', row.line)).toHaveLength(1);
    expect(data.correctionsOf('releases', row.line + 1)).toHaveLength(0);
    expect(readFileSync(copy.path('releases'), 'utf8')).toContain(Object.values(row.cells).join(','));
  });

  test('that drops leaves the row out', () => {
    const row = releaseRow();
    write(entry({ action: 'drop', value: null }));
    expect(rowsOf('releases').some(({ line }) => line === row.line)).toBe(false);
    expect(rowsOf('releases')).toHaveLength(copy.lines('releases').length - 2);
  });

  test('that flags leaves the row as it is, marked', () => {
    const row = releaseRow();
    write(entry({ action: 'flag', value: null }));
    const data = loadPackage(copy.folder);
    expect(data.read('releases')?.rows.find(({ line }) => line === row.line)?.values['released']).toBe(Number(row.cells['released']));
    expect(data.correctionsOf('releases', row.line)).toMatchObject([{ correction: { action: 'flag' } }]);
  });

  test('can empty a cell that may be empty', () => {
    const row = releaseRow();
    write(entry({ field: 'note', expect: row.cells['note'], value: '' }));
    expect(rowsOf('releases').find(({ line }) => line === row.line)?.values['note']).toBeNull();
  });

  test('may give a number as a number', () => {
    write(entry({ expect: Number(releaseRow().cells['released']), value: 900 }));
    expect(check()).toEqual([]);
  });

  test('of several cells of one row is judged when all have been applied', () => {
    const row = copy.row('detention-totals', ({ period }) => period === 'month');
    const on = (field: string, value: string) =>
      entry({ table: 'detention-totals', key: { ...keyOf('detention-totals', row.cells) }, field, expect: row.cells[field], value });
    write(on('period_start', '2020-02-01'), on('period_end', '2020-02-29'));
    expect(check()).toEqual([]);
    write(on('period_start', '2020-02-01'));
    expect(check()).toEqual([expect.stringMatching(/^data\/corrections\.yml:6:3 0\.value: period: expected a period that fits/)]);
  });
});

function keyOf(table: string, cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries((tables.find(({ name }) => name === table)?.primaryKey ?? []).map((field) => [field, cells[field] ?? '']));
}

describe('a fault in corrections.yml', () => {
  const value = (): string => releaseRow().cells['released'] ?? '';
  const cases: Readonly<Record<string, [() => Readonly<Record<string, unknown>>, () => string]>> = {
    'a guard that no longer holds': [
      () => ({ expect: '999' }),
      () => `4:3 0.expect: expected "999" in data/releases.csv:${releaseRow().line}, found "${value()}"; look at the row again`,
    ],
    'an unknown table': [() => ({ table: 'no-such' }), () => '1:3 0.table: expected a table of the package, found "no-such"'],
    'an unknown field': [() => ({ field: 'freed' }), () => '3:3 0.field: expected a field of releases, found "freed"'],
    'an unknown field in the key': [() => ({ key: { day: '1' } }), () => '2:9 0.key.day: expected a field of releases, found "day"'],
    'a key that no row has': [
      () => ({ key: { date: '1999-01-01' } }),
      () => '2:3 0.key: expected one row of releases with this key, found none',
    ],
    'a key that many rows have': [
      () => ({ key: {} }),
      () => `2:3 0.key: expected one row of releases with this key, found ${copy.lines('releases').length - 1}`,
    ],
    'a value that the field does not allow': [() => ({ value: '3O' }), () => '6:3 0.value: expected a whole number, found "3O"'],
    'an empty value where one is required': [() => ({ value: '' }), () => '6:3 0.value: expected a value, found an empty cell'],
    'a value that a spreadsheet would run': [
      () => ({ field: 'note', expect: releaseRow().cells['note'], value: '=1+1' }),
      () => '6:3 0.value: expected no cell that begins with = + - or @ (a spreadsheet may run it), found "=1+1"',
    ],
    'a value with two blanks': [
      () => ({ field: 'note', expect: releaseRow().cells['note'], value: 'two  blanks' }),
      () => '6:3 0.value: expected single blanks, found two in "two  blanks"',
    ],
    'a value with a letter and its accent apart': [
      () => ({ field: 'note', expect: releaseRow().cells['note'], value: 'Cafe\u0301' }),
      () => '6:3 0.value: expected composed letters (NFC), as in "é"',
    ],
    'a value that programs read as missing': [
      () => ({ field: 'note', expect: releaseRow().cells['note'], value: 'N/A' }),
      () => '6:3 0.value: expected words that no program reads as a missing value, such as "None of them", found "N/A"',
    ],
    'an unknown source of the row': [
      () => ({ field: 'source_id', expect: releaseRow().cells['source_id'], value: 'no-such' }),
      () => '6:3 0.value: expected one that stands in sources.csv, found "no-such"',
    ],
    'an unknown source of the correction': [
      () => ({ source: 'no-such' }),
      () => '10:3 0.source: expected one that stands in sources.csv, found "no-such"',
    ],
    'no value to override with': [() => ({ value: null }), () => '1:3 0: expected a value to override with'],
    'a value beside a flag': [() => ({ action: 'flag' }), () => '6:3 0.value: expected no value beside the action "flag"'],
    'an unknown action': [() => ({ action: 'scale' }), () => '5:3 0.action: '],
    'an unknown key': [() => ({ because: 'x' }), () => '10:3 0.because: expected no such key here'],
    'no reason': [() => ({ reason: '' }), () => '7:3 0.reason: expected words'],
    'a day that does not exist': [() => ({ date: '2026-02-30' }), () => '9:3 0.date: expected a day as YYYY-MM-DD'],
  };
  test.each(Object.entries(cases))('%s', (_, [changes, message]) => {
    write(entry(changes()));
    const found = check();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`data/corrections.yml:${message()}`);
  });

  test('two corrections of one cell', () => {
    write(entry(), entry({ value: '901' }));
    expect(check()).toEqual(['data/corrections.yml:10:3 1: expected one correction for a cell, found another at line 1']);
  });

  test('a correction of a row that another drops, whichever comes first', () => {
    const drop = entry({ action: 'drop', value: null, field: 'note', expect: releaseRow().cells['note'] });
    write(drop, entry());
    expect(check()).toEqual([expect.stringContaining(' 1: expected one correction for a cell, found another at line 1')]);
    write(entry(), drop);
    expect(check()).toEqual([expect.stringContaining(' 1: expected one correction for a cell, found another at line 1')]);
  });

  test('a dropped row to which others refer', () => {
    const source = copy.row('sources', ({ source_id }) => source_id === releaseRow().cells['source_id']);
    const id = source.cells['source_id'];
    write(entry({ table: 'sources', key: { source_id: id }, field: 'title', expect: source.cells['title'], action: 'drop', value: null }));
    expect(check()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^data/corrections\\.yml:5:3 0\\.action: expected a row that no other refers to, found data/[a-z0-9-]+\\.csv:\\d+ referring to "${id}"$`,
        ),
      ),
    ]);
  });

  test('a new key that another row has', () => {
    const repeated = copy.row('political-prisoners', ({ status }) => status === 'repeated');
    const same = (cells: Readonly<Record<string, string>>): boolean =>
      ['date', 'metric', 'counted_by'].every((field) => cells[field] === repeated.cells[field]) && cells['status'] === 'preferred';
    const twin = copy.row('political-prisoners', same);
    const key = keyOf('political-prisoners', repeated.cells);
    write(
      entry({ table: 'political-prisoners', key, field: 'source_id', expect: repeated.cells['source_id'], value: twin.cells['source_id'] }),
    );
    const said = `expected a new key (date, metric, counted_by, source_id), found that of line ${twin.line}`;
    expect(check()).toEqual([`data/corrections.yml:6:3 0.value: ${said}`]);
  });

  test('YAML that is none', () => {
    write('- table: [');
    expect(check()).toEqual([expect.stringMatching(/^data\/corrections\.yml:\d+:\d+ expected YAML, found a fault/)]);
  });

  test('is never thrown, whatever stands in the file', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constantFrom('releases', 'released', 'drop', 'flag', 'override', 'open'),
    );
    const names = fc.constantFrom('table', 'key', 'field', 'expect', 'action', 'value', 'reason', 'source', 'status', 'date', 'other');
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(names, fc.oneof(leaf, fc.dictionary(fc.string(), leaf))), { minLength: 1, maxLength: 3 }),
        (entries) => {
          const text = JSON.stringify(entries, null, 1);
          writeFileSync(join(copy.folder, 'corrections.yml'), text);
          const { problems } = checkPackage(copy.folder, 'data', few);
          for (const { line, column } of problems) {
            expect(line).toBeLessThanOrEqual(text.split('\n').length);
            expect(column).toBeGreaterThan(0);
          }
          expect(problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the file', () => {
  test('that is missing is a fault, not a package without corrections', () => {
    rmSync(join(copy.folder, 'corrections.yml'));
    expect(check()).toEqual(['data/corrections.yml:1:1 expected the corrections ([] where there are none), found no such file']);
  });

  test('that was emptied says what to write', () => {
    write('# nothing\n');
    expect(check()).toEqual(['data/corrections.yml:1:1 expected a list of corrections; where there are none, write []']);
  });
});

test('a correction of a table whose rows can’t be marked is refused', () => {
  write(entry({ table: 'counters', key: { counter: 'Viasna' }, field: 'counter', expect: 'Viasna', value: 'Spring' }));
  expect(check()).toEqual([
    expect.stringMatching(
      /^data\/corrections\.yml:1:\d+ 0\.table: expected a table with the field note, in which downloads mark the row, found counters$/,
    ),
  ]);
});
