/** What holds for the reader of tables whatever the bytes are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, decimal, oneOf, optional, slug, text, wholeNumber } from '../../../src/data/field.ts';
import { type ReadTable, readTable } from '../../../src/data/read.ts';
import { tables } from '../../../src/data/registry.ts';
import { defineTable, type Table } from '../../../src/data/table.ts';

const sample = defineTable({
  name: 'sample',
  title: 'Sample',
  description: 'A table with a field of each kind.',
  primaryKey: ['id'],
  since: '0000-01-01',
  fields: {
    id: wholeNumber({ description: 'Number of the row.', unit: 'rows' }),
    day: day({ description: 'A day.' }),
    share: optional(decimal({ description: 'A share.', unit: 'percent', min: -100, max: 100 })),
    kind: oneOf({ description: 'A kind.' }, { one: 'one', two: 'two' }),
    name: optional(slug({ description: 'A short name.' })),
    note: optional(text({ description: 'Words.' })),
  },
});
const names = Object.keys(sample.fields);

const read = (table: Table, content: string | Uint8Array): ReadTable => readTable(table, 'f.csv', Buffer.from(content));

/** Quotes a cell where it has to be quoted. */
const written = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const file = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(written).join(',')}\n`).join('');

/** Text that a cell may hold, with whatever makes CSV hard. */
const words = fc
  .string({ unit: fc.constantFrom('a', 'Ў', 'é', '😀', '"', '""', ',', "'", ' ', '-', '=', '1', '\\'), maxLength: 12 })
  .map((found) => found.trim())
  .filter((found) => !/^[=+\-@]| {2}/.test(found));

const values = fc.record({
  day: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  share: fc.option(fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => hundredths / 100)),
  kind: fc.constantFrom('one', 'two'),
  name: fc.option(fc.constantFrom('a', 'a-b', 'year-2020')),
  note: words.map((found) => (found === '' ? null : found)),
});
const rows = fc
  .array(values, { minLength: 1, maxLength: 20 })
  .map((found) => found.map((row, index) => ({ id: index, ...row })))
  // What a table writes as -0 is 0.
  .map((found) => found.map((row) => ({ ...row, share: row.share === 0 ? 0 : row.share })));

const cellsOf = (row: Readonly<Record<string, unknown>>): string[] => names.map((name) => String(row[name] ?? ''));

/** Each problem names a line of the file and a field of that line. */
function expectInside(content: Uint8Array, { problems }: ReadTable): void {
  const lines = new TextDecoder().decode(content).split(/\r\n|\n|\r/);
  for (const { line, column } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').split(',').length);
  }
}

describe('a file without faults', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(rows, (wanted) => {
        const { rows: found, problems } = read(sample, file([names, ...wanted.map(cellsOf)]));
        expect(problems).toEqual([]);
        expect(found.map((row) => row.values)).toEqual(wanted);
        expect(found.map(({ line }) => line)).toEqual(wanted.map((_, index) => index + 2));
      }),
    );
  });

  test('and one cell of it spoilt gives one problem, there', () => {
    const spoilt = fc.constantFrom('=1', ' x', 'x ', '\u200b', '@', '+1', '-x', '1\t2', '\u0000');
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(names.length - 1), spoilt, (wanted, at, column, cell) => {
        const cells = wanted.map(cellsOf);
        const index = at % cells.length;
        (cells[index] ?? [])[column] = cell;
        const { rows: found, problems } = read(sample, file([names, ...cells]));
        expect(problems).toMatchObject([{ file: 'f.csv', line: index + 2, column: column + 1, subject: names[column] }]);
        expect(found).toHaveLength(wanted.length - 1);
      }),
    );
  });

  test('and faults in many cells give as many problems', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.boolean()), (wanted, choices) => {
        const places: [number, number][] = [];
        const cells = wanted.map((row, index) =>
          cellsOf(row).map((cell, column) => {
            if (choices.next().value !== true) return cell;
            places.push([index + 2, column + 1]);
            return '=1';
          }),
        );
        const { problems } = read(sample, file([names, ...cells]));
        expect(problems.map(({ line, column }) => [line, column])).toEqual(places);
      }),
    );
  });
});

describe('whatever stands in a file, reading it gives rows or problems, and each problem a place in it', () => {
  const check = (table: Table, content: Uint8Array): void => {
    const result = read(table, content);
    expectInside(content, result);
    expect(result.rows.length + result.problems.length).toBeGreaterThan(0);
  };
  const anyTable = fc.constantFrom(sample as Table, ...tables);
  const header = (table: Table): string => `${Object.keys(table.fields).join(',')}\n`;
  const anyCell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    words,
    fc.constantFrom('', '"', ',', '\r', '\n', '\uFEFF', '2020-08-09', '0'),
  );

  test('random bytes', () => {
    fc.assert(fc.property(anyTable, fc.uint8Array({ maxLength: 400 }), check));
  });

  test('random bytes under the right header', () => {
    fc.assert(
      fc.property(anyTable, fc.uint8Array({ maxLength: 400 }), (table, bytes) =>
        check(table, Buffer.concat([Buffer.from(header(table)), bytes])),
      ),
    );
  });

  test('random cells, quoted as they should be or not at all', () => {
    const line = (cell: (text: string) => string) =>
      fc.array(anyCell, { minLength: 1, maxLength: names.length + 2 }).map((cells) => `${cells.map(cell).join(',')}\n`);
    const content = fc.array(fc.oneof(line(written), line(String)), { maxLength: 10 });
    fc.assert(fc.property(content, (lines) => check(sample, Buffer.from(header(sample) + lines.join('')))));
  });

  test('random headers', () => {
    const column = fc.oneof(fc.constantFrom(...names), anyCell);
    const content = fc.array(column, { minLength: 1, maxLength: names.length + 2 });
    fc.assert(
      fc.property(content, (columns) => check(sample, Buffer.from(file([columns, cellsOf({ id: 1, day: '2020-08-09', kind: 'one' })])))),
    );
  });

  test('a good file with some of its bytes changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, changes, (wanted, changed) => {
        const bytes = Buffer.from(file([names, ...wanted.map(cellsOf)]));
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
        check(sample, bytes);
      }),
    );
  });
});
