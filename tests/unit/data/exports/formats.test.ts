/** The export formats on values that the package does not hold today. */
import { tableFromIPC } from '@uwdata/flechette';
import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { readParquet } from 'parquet-wasm/node';
import { describe, expect, test } from 'vitest';
import { csvLine, tableCsv } from '../../../../src/data/exports/csv.ts';
import { tableJson } from '../../../../src/data/exports/json.ts';
import { tableParquet } from '../../../../src/data/exports/parquet.ts';
import type { PackageFacts } from '../../../../src/data/facts.ts';
import { day, decimal, optional, text, wholeNumber } from '../../../../src/data/field.ts';
import { type ReadTable, readTable } from '../../../../src/data/read.ts';
import { defineTable } from '../../../../src/data/table.ts';

const table = defineTable({
  name: 'odd',
  title: 'Odd values',
  description: 'Values at the edges of what a table may hold.',
  primaryKey: ['id'],
  since: '0000-01-01',
  fields: {
    id: text({ description: 'Key.' }),
    day: optional(day({ description: 'Day.' })),
    small: optional(wholeNumber({ description: 'Fits 32 bits.', unit: 'people', min: -5, max: 2_147_483_647 })),
    large: optional(wholeNumber({ description: 'Does not.', unit: 'people', max: 9_007_199_254_740_991 })),
    share: optional(decimal({ description: 'Share.', unit: 'percent', min: -100 })),
  },
});

const facts: PackageFacts = {
  name: 'odd-values',
  title: 'Odd values',
  description: 'A package for tests.',
  version: '1.0.0',
  released: '2026-11-22',
  licence: { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  contributors: [{ title: 'somebody', roles: ['creator'] }],
  keywords: ['tests'],
};

const file = `id,day,small,large,share
plain,1969-12-31,-5,9007199254740991,84.0
"needless",0001-01-01,2147483647,4294967296,-0.5
"with ""quotes"", and commas",,,,
Ўладзімір 𝔘,2024-02-29,0,0,0.10
`;

function read(bytes: string): ReadTable {
  const result = readTable(table, 'odd.csv', Buffer.from(bytes), { mayBeEmpty: true });
  expect(result.problems).toEqual([]);
  return result;
}

describe('CSV', () => {
  const odd = read(file);
  const csv = (rows: ReadTable['rows']): string => Buffer.from(tableCsv({ ...odd, rows }, Buffer.from(file))).toString();
  const lines = file.trimEnd().split('\n');

  test('keeps the bytes of rows that nothing changed, however they are spelled', () => {
    expect(csv(odd.rows)).toBe(file);
  });

  test('leaves out a row that a correction dropped, and keeps the others', () => {
    expect(csv(odd.rows.filter(({ line }) => line !== 3))).toBe(`${[lines[0], lines[1], lines[3], lines[4]].join('\n')}\n`);
  });

  test('writes a changed cell anew and keeps the rest of its line', () => {
    const rows = odd.rows.map((row) => (row.line === 2 ? { ...row, values: { ...row.values, id: 'a, "b"', small: null } } : row));
    expect(csv(rows)).toBe(`${[lines[0], '"a, ""b""",1969-12-31,,9007199254740991,84.0', lines[2], lines[3], lines[4]].join('\n')}\n`);
  });

  test('any cells can be read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 }), (cells) => {
        expect(csvParseRows(csvLine(cells))).toEqual([cells]);
      }),
    );
  });
});

describe('JSON', () => {
  test('has null for an empty cell and numbers as numbers', () => {
    const rows: unknown = JSON.parse(Buffer.from(tableJson(read(file))).toString());
    expect(rows).toEqual([
      { id: 'plain', day: '1969-12-31', small: -5, large: 9_007_199_254_740_991, share: 84 },
      { id: 'needless', day: '0001-01-01', small: 2_147_483_647, large: 4_294_967_296, share: -0.5 },
      { id: 'with "quotes", and commas', day: null, small: null, large: null, share: null },
      { id: 'Ўладзімір 𝔘', day: '2024-02-29', small: 0, large: 0, share: 0.1 },
    ]);
  });

  test('of a table without rows is an empty array', () => {
    expect(JSON.parse(Buffer.from(tableJson(read('id,day,small,large,share\n'))).toString())).toEqual([]);
  });
});

describe('Parquet', () => {
  const arrow = (bytes: string) => {
    const parquet = tableParquet(read(bytes), facts);
    if (!parquet) throw new Error('expected a file');
    return tableFromIPC(readParquet(parquet).intoIPCStream(), { useBigInt: true, useDate: true });
  };

  test('has the widths that the schema calls for, and every value', () => {
    const odd = arrow(file);
    expect(odd.schema.fields.map(({ name, type }) => [name, 'bitWidth' in type ? type.bitWidth : null]).slice(2, 4)).toEqual([
      ['small', 32],
      ['large', 64],
    ]);
    const column = (name: string): unknown[] => [...odd.getChild(name)];
    expect(column('id')).toEqual(['plain', 'needless', 'with "quotes", and commas', 'Ўладзімір 𝔘']);
    const days = column('day').map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value));
    expect(days).toEqual(['1969-12-31', '0001-01-01', null, '2024-02-29']);
    expect(column('small')).toEqual([-5, 2_147_483_647, null, 0]);
    expect(column('large')).toEqual([9_007_199_254_740_991n, 4_294_967_296n, null, 0n]);
    expect(column('share')).toEqual([84, -0.5, null, 0.1]);
  });

  test('there is none of a table without rows', () => {
    expect(tableParquet(read('id,day,small,large,share\n'), facts)).toBeNull();
  });
});
