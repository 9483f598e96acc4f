/** Each fault of the data package is found, at its place, in words that say what to do. */
import { mkdirSync, rmSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { tables } from '../../../src/data/registry.ts';
import { DataCopy, type RawRow } from '../../fixtures/data-copy.ts';

const TABLE = 'political-prisoners';
const FILE = `data/${TABLE}.csv`;

const copy = new DataCopy();
beforeEach(() => copy.restore());
afterAll(() => copy.remove());

/** Puts `text` into a cell of the first plain row, and gives what the check says about that cell. */
function spoilCell(field: string, text: string, table = TABLE): { found: string[]; place: string } {
  const row = copy.row(table);
  copy.setCells(table, row, { [field]: text });
  return { found: copy.check(), place: `data/${table}.csv:${row.line}:${copy.column(table, field)} ${field}:` };
}

describe('the package as it is', () => {
  test('has no fault, and the command prints each table with its rows, and what it does not look at', async () => {
    const { code, out, err } = await copy.runCheck();
    expect(out).toEqual([
      ...tables.map(({ name }) => `data/${name}.csv: ${copy.lines(name).length - 1} rows`),
      'Not looked at: figures, charts, chapters and links that rest on the tables (npm run check).',
    ]);
    expect(err.filter((line) => !line.startsWith('warning: '))).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('a cell', () => {
  test.each([
    ['letters in a number', 'value', '3O', 'expected a whole number, found "3O"'],
    ['a decimal in a whole number', 'value', '30.5', 'expected a whole number, found "30.5"'],
    ['a separator in a number', 'value', '1 400', 'expected a whole number, found "1 400"'],
    ['a leading zero', 'value', '030', 'expected a whole number, found "030"'],
    ['a zero below zero', 'value', '-0', 'expected a whole number, found "-0"'],
    ['a number below the range', 'value', '-1', 'expected at least 0, found "-1"'],
    ['a number above the range', 'value', '20001', 'expected at most 20000, found "20001"'],
    [
      'a value that is not in the list',
      'qualifier',
      'roughly',
      'expected one of exact, about, at_least, more_than, up_to, fewer_than, found "roughly"',
    ],
    [
      'a name that every object has',
      'qualifier',
      'constructor',
      'expected one of exact, about, at_least, more_than, up_to, fewer_than, found "constructor"',
    ],
    ['another way to write a date', 'date', '09.08.2020', 'expected a date as YYYY-MM-DD, found "09.08.2020"'],
    ['a day that does not exist', 'date', '2023-02-29', 'expected a day that exists, found "2023-02-29"'],
    ['an empty cell', 'counted_by', '', 'expected a value, found an empty cell'],
    ['a source that does not exist', 'source_id', 'no-such-source', 'expected one that stands in sources.csv, found "no-such-source"'],
    ['a blank before', 'counted_by', ' Viasna', 'expected no blanks at the ends, found " Viasna"'],
    ['a blank after', 'counted_by', 'Viasna ', 'expected no blanks at the ends, found "Viasna "'],
    ['a no-break space after', 'counted_by', 'Viasna\u00a0', 'expected no blanks at the ends, found "Viasna\u00a0"'],
    ['a zero-width space', 'counted_by', 'Via\u200bsna', 'expected no hidden characters, found "Via\\u200bsna"'],
    ['a tab', 'counted_by', 'Via\tsna', 'expected no hidden characters, found "Via\\tsna"'],
    ['a change of direction', 'counted_by', 'Via\u202esna', 'expected no hidden characters, found "Via\\u202esna"'],
    [
      'a cell cut short in the message',
      'source_id',
      `${'x'.repeat(61)}!`,
      `expected lower-case letters, digits and single hyphens, found "${'x'.repeat(57)}…"`,
    ],
  ])('%s', (_name, field, text, message) => {
    const { found, place } = spoilCell(field, text);
    expect(found).toEqual([`${place} ${message}`]);
  });

  test.each(['-0', '-0.0', '84,28', '.5', '1e2', '9'.repeat(400)])('with a decimal that is none, or too large to be held: %s', (text) => {
    const { found, place } = spoilCell('share_percent', text.includes(',') ? `"${text}"` : text, 'presidential-results');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${place} expected a number, found "${text.slice(0, 57)}`);
  });

  test.each(['=1+1', '+375', '-SUM(A1)', '@SUM(A1)'])('that a spreadsheet would run: %s', (text) => {
    const { found, place } = spoilCell('note', text);
    expect(found).toEqual([`${place} expected no cell that begins with = + - or @ (a spreadsheet may run it), found "${text}"`]);
  });

  test.each(['ftp://example.org/a', 'javascript:alert(1)', 'www.example.org', 'https://', 'http://a b.example/'])(
    'that is no web address: %s',
    (text) => {
      const { found, place } = spoilCell('url', text, 'sources');
      expect(found).toEqual([`${place} expected an address that begins with http:// or https://, found "${text}"`]);
    },
  );
});

describe('a row', () => {
  test('whose date says more than its precision', () => {
    const row = copy.row(TABLE, ({ date = '', date_precision }) => date_precision === 'day' && /^2024-0[1-9]-1/.test(date));
    copy.setCells(TABLE, row, { date_precision: 'year' });
    const place = `${FILE}:${row.line}:${copy.column(TABLE, 'date_precision')} date_precision:`;
    expect(copy.check()).toEqual([`${place} expected 2024-12-31 for a date known to the year, found "${row.cells['date']}"`]);
  });

  test('with the key of another', () => {
    const row = copy.row(TABLE);
    const lines = copy.lines(TABLE);
    copy.write(TABLE, `${[...lines, lines[row.line - 1]].join('\n')}\n`);
    const message = `expected a new key (date, metric, counted_by, source_id), found that of line ${row.line} again`;
    expect(copy.check()).toEqual([`${FILE}:${lines.length + 1}:1 date: ${message}`]);
  });

  test('with a cell too few, and one with a cell too many', () => {
    const count = copy.column(TABLE, 'note');
    const lines = copy.lines(TABLE);
    const row = copy.row(TABLE);
    const cells = Object.values(row.cells);
    copy.write(TABLE, `${[...lines, cells.slice(0, -1).join(','), [...cells, 'more'].join(',')].join('\n')}\n`);
    expect(copy.check()).toEqual([
      `${FILE}:${lines.length + 1}:${count - 1} expected ${count} cells, found ${count - 1}`,
      `${FILE}:${lines.length + 2}:${count + 1} expected ${count} cells, found ${count + 1}`,
    ]);
  });

  test('with a quote inside a cell', () => {
    const row = copy.row(TABLE);
    const line = Object.values({ ...row.cells, counted_by: 'the "Viasna" centre' }).join(',');
    copy.setLine(TABLE, row.line, line);
    const [problem = '', ...others] = copy.check();
    expect(others).toEqual([]);
    const place = `${FILE}:${row.line}:${copy.column(TABLE, 'counted_by')}`;
    expect(problem).toContain(
      `${place} expected quotes only around a whole cell, doubled inside it, found a stray one in "${line.slice(0, 40)}`,
    );
  });

  test('that is broken over two lines within quotes', () => {
    const row = copy.row(TABLE);
    copy.setCells(TABLE, row, { note: '"first\nsecond"' });
    const problems = copy.check();
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain(`${FILE}:${row.line}:${copy.column(TABLE, 'note')} expected quotes only around a whole cell`);
    expect(problems[1]).toContain(`${FILE}:${row.line + 1}:1 expected quotes only around a whole cell`);
  });

  test('that is empty', () => {
    const lines = copy.lines(TABLE);
    copy.write(TABLE, `${[...lines.slice(0, 3), '', ...lines.slice(3)].join('\n')}\n`);
    expect(copy.check()).toEqual([`${FILE}:4:1 expected a row, found an empty line`]);
  });
});

describe('a header', () => {
  const withHeader = (change: (names: string[]) => string[]): string[] => {
    copy.setLine(TABLE, 1, change((copy.lines(TABLE)[0] ?? '').split(',')).join(','));
    return copy.check();
  };

  test('with an unknown column', () => {
    const count = copy.column(TABLE, 'note');
    expect(withHeader((names) => [...names, 'remark'])).toEqual([
      `${FILE}:1:${count + 1} expected only the columns of this table, found "remark"`,
    ]);
  });

  test('without a column', () => {
    const column = copy.column(TABLE, 'basis');
    expect(withHeader((names) => names.filter((name) => name !== 'basis'))).toEqual([
      `${FILE}:1:${column} basis: expected this column, found none of that name`,
    ]);
  });

  test('without its last column', () => {
    const column = copy.column(TABLE, 'note');
    expect(withHeader((names) => names.slice(0, -1))).toEqual([
      `${FILE}:1:${column - 1} note: expected this column, found none of that name`,
    ]);
  });

  test('with a column twice', () => {
    const count = copy.column(TABLE, 'note');
    expect(withHeader((names) => [...names, 'value'])).toEqual([`${FILE}:1:${count + 1} value: expected each column once, found it again`]);
  });

  test('in another order', () => {
    expect(withHeader(([first = '', second = '', ...rest]) => [second, first, ...rest])).toEqual([
      `${FILE}:1:1 date_precision: expected the column "date" here, found the columns in another order`,
    ]);
  });
});

describe('a file', () => {
  test.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ])('whose columns are separated by %j', (sign, name) => {
    copy.write(TABLE, copy.text(TABLE).replaceAll(',', sign));
    expect(copy.check()).toEqual([
      `${FILE}:1:1 expected columns separated by commas, found ${name}, as some programs for tables save them`,
    ]);
  });

  test('that begins with a byte order mark', () => {
    copy.write(TABLE, `\uFEFF${copy.text(TABLE)}`);
    expect(copy.check()).toEqual([`${FILE}:1:1 expected UTF-8 without a byte order mark, found one`]);
  });

  /** Writes a cell that ends in a byte of Windows-1251. */
  const writeForeignByte = (table: string, row: RawRow, changes: Readonly<Record<string, string>>, field: string): void => {
    copy.setCells(table, row, { ...changes, [field]: 'MARK' });
    const [before = '', after = ''] = copy.text(table).split('MARK');
    copy.write(table, Buffer.concat([Buffer.from(before), Buffer.from([0xcc]), Buffer.from(after)]));
  };

  test('with a byte that is not UTF-8', () => {
    const row = copy.row(TABLE);
    writeForeignByte(TABLE, row, { counted_by: '"Viasna, ""Spring"""' }, 'note');
    expect(copy.check()).toEqual([
      `${FILE}:${row.line}:${copy.column(TABLE, 'note')} expected UTF-8, found bytes that are not in this line`,
    ]);
  });

  test('in another encoding', () => {
    const row = copy.row(TABLE);
    const foreign = Object.values({ ...row.cells, counted_by: '\u00c2\u00e5\u00f1\u00ed\u00e0' }).join(',');
    copy.write(TABLE, Buffer.from(`${[copy.lines(TABLE)[0], foreign, foreign, foreign].join('\n')}\n`, 'latin1'));
    expect(copy.check()).toEqual([`${FILE}:2:${copy.column(TABLE, 'counted_by')} expected UTF-8, found bytes that are not in 3 lines`]);
  });

  test('of sources that can’t be read does not make the rows of other tables look wrong', () => {
    writeForeignByte('sources', copy.row('sources'), {}, 'title');
    expect(copy.check()).toHaveLength(1);
  });

  test('with line ends of two kinds', () => {
    const lines = copy.lines(TABLE);
    copy.write(TABLE, lines.map((line, index) => `${line}${index === 1 || index === 3 ? '\r\n' : '\n'}`).join(''));
    expect(copy.check()).toEqual([`${FILE}:2:1 expected line ends of LF alone, found CR LF in 2 of ${lines.length} lines`]);
  });

  test.each([
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('with line ends of %s', (name, end) => {
    copy.write(TABLE, copy.text(TABLE).replaceAll('\n', end));
    expect(copy.check()).toEqual([`${FILE}:1:1 expected line ends of LF alone, found ${name} in every line`]);
  });

  test('without a line end at the end', () => {
    copy.write(TABLE, copy.text(TABLE).replace(/\n$/, ''));
    expect(copy.check()).toEqual([
      `${FILE}:${copy.lines(TABLE).length}:1 expected a line end after the last row, found the end of the file`,
    ]);
  });

  test.each([
    ['without a byte', ''],
    ['with nothing but line ends', '\n\n\n'],
  ])('%s', (_name, text) => {
    copy.write(TABLE, text);
    expect(copy.check()).toEqual([`${FILE}:1:1 expected a header and rows, found an empty file`]);
  });

  test('with a header alone', () => {
    copy.write(TABLE, `${copy.lines(TABLE)[0]}\n`);
    expect(copy.check()).toEqual([`${FILE}:1:1 expected at least one row under the header, found none`]);
  });

  test('that is missing', () => {
    rmSync(copy.path(TABLE));
    expect(copy.check()).toEqual([`${FILE}:1:1 expected the table "${TABLE}", found no such file`]);
  });
});

describe('the command', () => {
  test('tells all faults of all files at once, in order, and no stack', async () => {
    const prisoners = copy.row(TABLE);
    const source = copy.row('sources');
    const release = copy.row('releases');
    copy.setCells(TABLE, prisoners, { value: 'many', qualifier: 'roughly', source_id: 'no-such-source' });
    copy.setCells('sources', source, { url: 'gopher://example.org/' });
    copy.setCells('releases', release, { source_id: 'no-such-source' });
    copy.write('detentions', '');
    const { code, out, err } = await copy.runCheck();
    const at = (table: string, line: number, field: string): string => `data/${table}.csv:${line}:${copy.column(table, field)} ${field}:`;
    expect(err).toEqual([
      'data/detentions.csv:1:1 expected a header and rows, found an empty file',
      `${at(TABLE, prisoners.line, 'value')} expected a whole number, found "many"`,
      `${at(TABLE, prisoners.line, 'qualifier')} expected one of exact, about, at_least, more_than, up_to, fewer_than, found "roughly"`,
      `${at('releases', release.line, 'source_id')} expected one that stands in sources.csv, found "no-such-source"`,
      `${at('sources', source.line, 'url')} expected an address that begins with http:// or https://, found "gopher://example.org/"`,
    ]);
    expect(out).toEqual([]);
    expect(code).toBe(1);
  });

  test('warns of a source that no row uses, and passes', async () => {
    const row = copy.row('sources');
    const lines = copy.lines('sources');
    const spare = Object.values({ ...row.cells, source_id: 'zz-source-to-spare', url: 'https://example.org/spare' }).join(',');
    copy.write('sources', `${[...lines, spare].join('\n')}\n`);
    const { code, err } = await copy.runCheck();
    expect(err).toContain(`warning: data/sources.csv:${lines.length + 1}:1 source_id: no row uses the source "zz-source-to-spare"`);
    expect(code).toBe(0);
  });

  test('names every table and text when the folder is empty, and says in a sentence when there is none', async () => {
    const folder = `${copy.folder}/nothing`;
    mkdirSync(folder);
    const { code, err } = await copy.runCheck(folder);
    expect(err).toEqual(
      expect.arrayContaining([
        'data/nothing/package.yml:1:1 expected the facts of the package, found no such file',
        'data/nothing/LICENSE:1:1 expected this text of the package, found no such file',
        ...tables.map(({ name }) => `data/nothing/${name}.csv:1:1 expected the table "${name}", found no such file`),
      ]),
    );
    expect(code).toBe(1);
    rmSync(folder, { recursive: true });
    expect(await copy.runCheck(folder)).toEqual({ code: 1, out: [], err: [`${folder} is no folder.`] });
    const { code: ended, err: told } = await copy.runCheck('--help');
    expect([ended, told]).toEqual([1, ['Name one folder of tables, or none for data/: npm run data:check [-- <folder>]']]);
  });
});

describe('a large table', () => {
  const rows = 100_000;
  const table = 'opinion-surveys';
  /** As many rows as that, each of another question, with quotes in every second. */
  const enlarge = (value: string): void => {
    const row = copy.row(table, ({ status }) => status === 'preferred');
    const lines = Array.from({ length: rows }, (_, index) => {
      const question = `Z ${String(index).padStart(6, '0')}`;
      return Object.values({ ...row.cells, question, share_percent: value, note: index % 2 === 0 ? '"one, ""two"""' : '' }).join(',');
    });
    copy.write(table, `${[...copy.lines(table), ...lines].join('\n')}\n`);
  };

  test('is read in seconds', () => {
    enlarge('30');
    const begun = performance.now();
    expect(copy.check()).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  }, 60_000);

  test('with a fault in every row gets them all told', () => {
    enlarge('3O');
    expect(copy.check()).toHaveLength(rows);
  }, 60_000);
});
