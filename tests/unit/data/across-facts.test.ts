/** One preferred row of a fact, what gives way to it, the order of rows, the span of the subject, and how cells are written: each fault at its cell. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { tables } from '../../../src/data/registry.ts';
import { factKeyOf } from '../../../src/data/table.ts';
import { DataCopy, type RawRow } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
beforeEach(() => copy.restore());
afterAll(() => copy.remove());

type Cells = Record<string, string>;

/** Spoils cells of the first plain row that fits; gives what the check says of `field` in that row. */
function spoil(table: string, fits: (cells: RawRow['cells']) => boolean, cells: Cells, field = Object.keys(cells)[0] ?? ''): string[] {
  const row = copy.row(table, fits);
  copy.setCells(table, row, cells);
  const place = `data/${table}.csv:${row.line}:${copy.column(table, field)} ${field}: `;
  return copy.check().flatMap((told) => (told.startsWith(place) ? [told.slice(place.length)] : []));
}

/** A row like another, in the line under it. */
function addBelow(table: string, row: RawRow, cells: Cells): void {
  const lines = copy.lines(table);
  const names = (lines[0] ?? '').split(',');
  lines.splice(row.line, 0, names.map((name) => cells[name] ?? row.cells[name] ?? '').join(','));
  copy.write(table, `${lines.join('\n')}\n`);
}

const sourceOf = (other: string): string => copy.row('sources', ({ source_id }) => source_id !== other).cells['source_id'] ?? '';

describe('a fact', () => {
  test('has one preferred row, in every table that judges its rows', () => {
    const isPlain = (row: string): boolean => row.includes(',preferred,') && !row.includes('"');
    const judged = tables.filter(
      ({ name, fields, primaryKey }) => 'status' in fields && primaryKey.includes('source_id') && copy.lines(name).some(isPlain),
    );
    expect(judged.length).toBeGreaterThan(20);
    for (const { name } of judged) {
      const row = copy.row(name, ({ status }) => status === 'preferred');
      addBelow(name, row, { source_id: sourceOf(row.cells['source_id'] ?? '') });
    }
    const found = copy.check();
    for (const table of judged) {
      const said = found.filter((told) => told.startsWith(`data/${table.name}.csv:`) && told.includes(' status: '));
      expect(said, table.name).toContainEqual(
        expect.stringMatching(
          new RegExp(`expected one preferred row a fact \\(${factKeyOf(table).join(', ')}\\), found "preferred" as in line \\d+$`),
        ),
      );
    }
  });

  test('that a row repeats has the value of the preferred row', () => {
    const table = 'political-prisoners';
    const row = copy.row(table, ({ status, date }) => status === 'repeated' && date === '2020-12-31');
    copy.setCells(table, row, { value: '170' });
    expect(copy.check()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^data/${table}\\.csv:${row.line}:${copy.column(table, 'value')} value: expected 169, the value that it repeats of line \\d+, found 170$`,
        ),
      ),
    ]);
  });

  test('that nobody prefers is told, and that it has no row to give way to', () => {
    const table = 'protest-deaths';
    const row = copy.row(table, ({ status }) => status === 'preferred');
    copy.setCells(table, row, { status: 'superseded', status_note: 'Overtaken' });
    expect(copy.check()).toContain(
      `data/${table}.csv:${row.line}:${copy.column(table, 'status')} status: expected a preferred row of the same name to give way to, found none beside "superseded"`,
    );
  });
});

describe('the order of rows', () => {
  test('is that of their days', () => {
    const [first, second] = [copy.row('sanctions'), copy.row('sanctions', ({ date }) => (date ?? '') > '2021-01-01')];
    const lines = copy.lines('sanctions');
    const moved = lines[second.line - 1] ?? '';
    lines.splice(second.line - 1, 1);
    lines.splice(first.line - 1, 0, moved);
    copy.write('sanctions', `${lines.join('\n')}\n`);
    expect(copy.check()).toEqual([
      `data/sanctions.csv:${first.line + 1}:1 date: expected a day from ${second.cells['date']}, as in line ${first.line}, for the rows stand in order, found "${first.cells['date']}"`,
    ]);
  });

  test('of what is not told by days is that of the names', () => {
    const lines = copy.lines('sources');
    copy.write('sources', `${[lines[0], ...lines.slice(1).reverse()].join('\n')}\n`);
    expect(copy.check()).toContainEqual(
      expect.stringMatching(/^data\/sources\.csv:3:1 source_id: expected a value from .* for the rows stand in order/),
    );
  });
});

describe('the span of the subject', () => {
  test.each([
    ['political-prisoners', 'date', '1920-01-31', '2020-01-01'],
    ['political-prisoners', 'date', '0000-01-01', '2020-01-01'],
    ['exile', 'period_start', '2012-01-01', '2013-01-01'],
    ['sources', 'published', '1936-01-01', '1994-01-01'],
  ])('of %s holds %s', (table, field, found, since) => {
    expect(spoil(table, (cells) => cells[field] !== '' && cells['date_from'] !== found, { [field]: found })).toContain(
      `expected a day from ${since}, found "${found}"`,
    );
  });
});

describe('a cell of words', () => {
  const note = (text: string): string[] => spoil('political-prisoners', () => true, { note: text });
  test.each([
    [
      'a letter and its accent apart',
      'Cafe\u0301 of Minsk',
      'expected composed letters (NFC), as in "é", found a letter and its accent apart',
    ],
    ['a no-break space', 'some\u00a0words', 'expected plain blanks and no characters without a meaning, found U+00A0 in "some\u00a0words"'],
    ['an em space', 'some\u2003words', 'found U+2003'],
    ['a character of private use', 'some \ue000 words', 'found U+E000'],
    ['a code point that stands for nothing', 'some \uffff words', 'found U+FFFF'],
    ['an answer that pandas reads as missing', 'None', 'expected words that no program reads as a missing value'],
    ['an answer that R reads as missing', 'NA', 'expected words that no program reads as a missing value'],
    ['an answer that a spreadsheet writes for one', '#N/A', 'expected words that no program reads as a missing value'],
    ['two blanks', 'some  words', 'expected single blanks, found two in "some  words"'],
    ['a zero-width blank', 'some\u200bwords', 'expected no hidden characters'],
    ['a control character', 'some\u0007words', 'expected no hidden characters'],
    ['a text pasted in whole', 'x'.repeat(1001), `expected at most 1000 characters, found 1001, "${'x'.repeat(40)}…"`],
  ])('with %s is told', (_, text, message) => {
    expect(note(text)).toEqual([expect.stringContaining(message)]);
  });

  test('may have every letter that has one code point, and a dash', () => {
    expect(note('Łukašenka – „Вясна“, Ў and ў, ё, 10 °C, «é»')).toEqual([]);
  });
});
