/** The exports of the data package, each read back by another library than the one that wrote it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type, tableFromIPC } from '@uwdata/flechette';
import { csvParse } from 'd3-dsv';
import sqlite from 'node-sqlite3-wasm';
import { readParquet } from 'parquet-wasm/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { writeExports } from '../../../../src/data/exports/exports.ts';
import { correctionRows, markedTables } from '../../../../src/data/exports/marks.ts';
import { plainColumn } from '../../../../src/data/exports/sqlite.ts';
import { meaningOf } from '../../../../src/data/field.ts';
import { loadPackage } from '../../../../src/data/package.ts';
import { type ReadTable, readTable, referencesOf, type Value } from '../../../../src/data/read.ts';
import { factKeyOf } from '../../../../src/data/table.ts';
import { archivedTexts, PackageCopy } from '../../../fixtures/package-copy.ts';

const copy = new PackageCopy();
afterAll(copy.removed);
const data = loadPackage(copy.data);
const out = join(copy.folder, 'out');
/** The tables as they are exported: with the marks of corrections. */
const exported = markedTables(data);
let names: string[] = [];
beforeAll(() => {
  names = writeExports(data, out, copy.data);
});

const file = (name: string): Buffer => readFileSync(join(out, name));
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fieldsOf = ({ table }: ReadTable) => Object.entries(table.fields).map(([name, schema]) => ({ name, ...meaningOf(schema) }));
/** The rows of a table as lists of values, in the order of its fields. */
const valuesOf = (read: ReadTable): Value[][] => read.rows.map(({ values }) => fieldsOf(read).map(({ name }) => values[name] ?? null));

test('there is something to export', () => {
  expect(data.tables.length).toBeGreaterThan(10);
  expect(data.tables.every(({ rows }) => rows.length > 0)).toBe(true);
});

describe.each(exported.map((read) => [read.table.name, read] as const))('%s', (name, read) => {
  test('CSV', () => {
    const text = file(`${name}.csv`).toString();
    const corrected = data.corrections.some(({ correction }) => correction.table === name);
    if (!corrected) expect(text).toBe(readFileSync(join(copy.data, `${name}.csv`), 'utf8'));
    const rows = csvParse(text);
    expect(rows.columns).toEqual(fieldsOf(read).map((field) => field.name));
    const typed = rows.map((row) =>
      fieldsOf(read).map((field) => {
        const cell = row[field.name] ?? '';
        if (cell === '') return null;
        return field.type === 'integer' || field.type === 'number' ? Number(cell) : cell;
      }),
    );
    expect(typed).toEqual(valuesOf(read));
  });

  test('JSON', () => {
    const rows: Record<string, Value>[] = JSON.parse(file(`${name}.json`).toString());
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => fieldsOf(read).map((field) => field.name)));
    expect(rows.map((row) => Object.values(row))).toEqual(valuesOf(read));
  });

  test('Parquet', () => {
    const arrow = tableFromIPC(readParquet(file(`${name}.parquet`)).intoIPCStream(), { useBigInt: true });
    const shape = arrow.schema.fields.map((field) => [field.name, field.type.typeId, field.nullable]);
    const types = { string: Type.Utf8, integer: Type.Int, number: Type.Float, date: Type.Date };
    expect(shape).toEqual(fieldsOf(read).map((field) => [field.name, types[field.type], !field.required]));
    const columns = fieldsOf(read).map((field, index) => Array.from(arrow.getChildAt(index), (value) => plain(value, field.type)));
    expect(valuesOf(read).map((_, row) => columns.map((column) => column[row]))).toEqual(valuesOf(read));
    expect(arrow.numRows).toBe(read.rows.length);
  });

  test('metadata', () => {
    const metadata = JSON.parse(file(`${name}.metadata.json`).toString());
    expect(metadata).toMatchObject({ name, title: read.table.title, rows: read.rows.length, primaryKey: read.table.primaryKey });
    expect(Object.keys(metadata.fields)).toEqual(fieldsOf(read).map((field) => field.name));
    expect(metadata.files.filter((listed: string) => !names.includes(listed))).toEqual([]);
    expect(metadata.citation).toContain(read.table.title);
    const cited = fieldsOf(read).filter(({ references }) => references === 'sources');
    const ids = read.rows.flatMap(({ values }) => cited.map((field) => values[field.name] ?? null)).filter((id) => id !== null);
    expect(metadata.sources).toBe(new Set(ids).size);
  });
});

/** A value of an Arrow column as the package has it: days as ISO text. */
function plain(value: unknown, type: string): unknown {
  if (type === 'date' && (typeof value === 'number' || value instanceof Date)) return new Date(value).toISOString().slice(0, 10);
  return typeof value === 'bigint' ? Number(value) : value;
}

describe('SQLite', () => {
  const open = () => new sqlite.Database(join(out, 'no-empty-cells.sqlite'));
  const name = (text: string): string => `"${text}"`;
  /** The one column whose name in the files is a word of SQL. */
  const asInFiles = (column: unknown) => (column === 'group_name' ? 'group' : column);
  let database: ReturnType<typeof open>;
  beforeAll(() => {
    database = open();
  });
  afterAll(() => database.close());

  test('is sound, and no key leads nowhere', () => {
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  });

  test.each(exported.map((read) => [read.table.name, read] as const))('%s', (table, read) => {
    const plain = table.replaceAll('-', '_');
    const rows = database.all(`SELECT * FROM ${plain} ORDER BY rowid`);
    expect(rows.map((row) => Object.values(row))).toEqual(valuesOf(read));
    // The name of the files is the name of a view.
    const byFile = database.all(`SELECT * FROM ${name(table)}`);
    expect(byFile.map((row) => Object.values(row))).toEqual(valuesOf(read));
    expect(Object.keys(byFile[0] ?? {})).toEqual(fieldsOf(read).map((field) => field.name));

    const affinity = { string: 'TEXT', date: 'TEXT', integer: 'INTEGER', number: 'REAL' };
    const columns = database.all(`PRAGMA table_info(${plain})`);
    const filled = read.table.primaryKey.every((field) => fieldsOf(read).find((other) => other.name === field)?.required);
    expect(columns.map((column) => [asInFiles(column['name']), column['type'], column['notnull'], column['pk']])).toEqual(
      fieldsOf(read).map((field) => [
        field.name,
        affinity[field.type],
        field.required ? 1 : 0,
        filled ? read.table.primaryKey.indexOf(field.name) + 1 : 0,
      ]),
    );
    const unique = database.all(`PRAGMA index_list(${plain})`).filter((index) => index['unique'] === 1);
    const keys = unique.map((index) =>
      database.all(`PRAGMA index_info(${name(String(index['name']))})`).map((column) => asInFiles(column['name'])),
    );
    expect(keys).toContainEqual(read.table.primaryKey);

    const foreign = database.all(`PRAGMA foreign_key_list(${plain})`).map((key) => [key['from'], key['table']]);
    expect(foreign.sort()).toEqual(
      referencesOf(read.table)
        .map(({ field, references }) => [field, references.replaceAll('-', '_')])
        .sort(),
    );

    const comments = database.all('SELECT field, description, unit, type FROM _fields WHERE "table" = ? ORDER BY position', [table]);
    expect(comments).toEqual(fieldsOf(read).map(({ name: field, description, unit = null, type }) => ({ field, description, unit, type })));
    const { sql } = database.get('SELECT sql FROM sqlite_schema WHERE name = ?', [plain]) ?? {};
    expect(fieldsOf(read).filter(({ description }) => !String(sql).includes(`-- ${description}`))).toEqual([]);

    const categories = database.all('SELECT field, value, label FROM _categories WHERE "table" = ? ORDER BY rowid', [table]);
    expect(categories).toEqual(
      fieldsOf(read).flatMap((field) => (field.categories ?? []).map(({ value, label }) => ({ field: field.name, value, label }))),
    );
  });

  test('has no name of its tables and columns that needs quotes', () => {
    const columns = database.all(
      `SELECT t.name AS owner, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\\_%' ESCAPE '\\'`,
    );
    expect(columns.length).toBeGreaterThan(300);
    for (const { owner, name: column } of columns) database.all(`SELECT ${column} FROM ${owner} LIMIT 0`);
    const described = database.all('SELECT table_name, column_name, refers_to FROM _fields WHERE refers_to IS NOT NULL');
    for (const { table_name: from, column_name: field, refers_to: to } of described)
      database.all(`SELECT x.${field} FROM ${from} AS x, ${to} LIMIT 0`);
    expect(described.length).toBeGreaterThan(40);
    expect(database.all('SELECT count(*) AS held FROM _tables WHERE table_name IN (SELECT name FROM sqlite_schema)')).toEqual([
      { held: exported.length },
    ]);
  });

  test('has views of the rows that are to be used, one a fact', () => {
    const judged = exported.filter(({ table }) => 'status' in table.fields);
    expect(judged.length).toBeGreaterThan(20);
    for (const read of judged) {
      const plain = read.table.name.replaceAll('-', '_');
      const fact = factKeyOf(read.table).map(plainColumn).join(', ');
      const used = read.rows.filter(({ values }) => values['status'] === 'preferred').length;
      expect(database.all(`SELECT count(*) AS used FROM ${plain}_preferred`), plain).toEqual([{ used }]);
      if (fact !== '') expect(database.all(`SELECT 1 FROM ${plain}_preferred GROUP BY ${fact} HAVING count(*) > 1`), plain).toEqual([]);
    }
  });

  test('finds the rows of a document, and of a fact, by an index', () => {
    for (const { table } of exported) {
      const plain = table.name.replaceAll('-', '_');
      for (const { field } of referencesOf(table)) {
        const [step] = database.all(`EXPLAIN QUERY PLAN SELECT * FROM ${plain} WHERE ${field} = 'x'`);
        expect(String(step?.['detail']), `${plain}.${field}`).toMatch(/^SEARCH .* USING /);
      }
      if (!('status' in table.fields)) continue;
      const fact = factKeyOf(table).map((field) => `${plainColumn(field)} = 'x'`);
      const [step] = database.all(`EXPLAIN QUERY PLAN SELECT * FROM ${plain} WHERE ${fact.join(' AND ')}`);
      expect(String(step?.['detail']), plain).toMatch(/^SEARCH .* USING /);
    }
  });

  test('refuses a row whose source does not exist', () => {
    database.exec('PRAGMA foreign_keys = ON; BEGIN');
    const [row] = database.all('SELECT * FROM "releases" LIMIT 1');
    const values = Object.entries(row ?? {}).map(([field, value]) => (field === 'source_id' ? 'no-such-source' : value));
    const insert = () => database.run(`INSERT INTO "releases" VALUES (${values.map(() => '?').join()})`, values as Value[]);
    expect(insert).toThrow(/FOREIGN KEY/);
    database.exec('ROLLBACK');
  });
});

describe('the archive', () => {
  const entries = new Map<string, { bytes: Buffer; day: string }>();
  beforeAll(async () => {
    const zip = await fromBufferPromise(file('no-empty-cells.zip'));
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
      const day = entry.getLastModDate({ timezone: 'UTC' }).toISOString();
      entries.set(entry.fileName, { bytes: Buffer.concat(chunks), day });
    }
  });

  test('holds the tables and the texts, and nothing else', () => {
    const tables = data.tables.map(({ table }) => `${table.name}.csv`);
    const held = [...entries.keys()].map((path) => path.replace(/^no-empty-cells-[^/]+\//, ''));
    expect(held).toEqual([...tables, 'corrections.yml', 'datapackage.json', ...archivedTexts].sort());
    for (const [path, { bytes }] of entries) {
      const [, name = ''] = path.split('/');
      if (name === 'README.md') continue;
      const original = archivedTexts.includes(name) ? readFileSync(join(copy.data, name)) : file(name);
      expect(sum(bytes)).toBe(sum(original));
    }
  });

  test('has a README that is true of it: no command, no link to what it does not hold, every correction', () => {
    const held = [...entries.keys()].map((path) => path.replace(/^no-empty-cells-[^/]+\//, ''));
    const readme = String(entries.get([...entries.keys()].find((path) => path.endsWith('/README.md')) ?? '')?.bytes);
    expect(readme).toMatch(/^# No Empty Cells: the data\n/);
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, target = '']) => (/^(?:https?:|#)/.test(target) ? [] : [target]));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((target) => !held.includes(target))).toEqual([]);
    expect(readme).not.toMatch(/npm run|releases\/[\d<]|releases\.sha256|see the published values|pull\s+request/);
    for (const { table, field, printed } of correctionRows(data)) expect(readme).toContain(`| ${table} | ${field} | ${printed} | `);
  });

  test('is dated to the day of the version', () => {
    const { created } = JSON.parse(file('datapackage.json').toString());
    expect(new Set([...entries.values()].map(({ day }) => day.slice(0, 10)))).toEqual(new Set([created.slice(0, 10)]));
  });
});

describe('cells that differ from the printed source, or are doubted', () => {
  const raw = new Map(
    data.tables.map(({ table, file }) => [table.name, readTable(table, file, readFileSync(join(copy.data, `${table.name}.csv`)))]),
  );

  test('are marked in the note of their row, in every form of the table, and no other row is', () => {
    expect(data.corrections.length).toBeGreaterThan(2);
    for (const read of exported) {
      const printed = new Map(raw.get(read.table.name)?.rows.map((row) => [row.line, row.values]));
      for (const { line, values } of read.rows) {
        const differing = Object.keys(values).filter((field) => field !== 'note' && values[field] !== printed.get(line)?.[field]);
        const doubted = data
          .correctionsOf(read.table.name, line)
          .flatMap(({ correction: { action, field } }) => (action === 'flag' ? [field] : []));
        const marks = [
          ...String(values['note'] ?? '').matchAll(/\[(?:Corrected|Doubtful), by us: ([a-z_]+)|\[Corrected by us: ([a-z_]+) is/g),
        ];
        expect(
          marks.map(([, doubt, change]) => doubt ?? change),
          `${read.file}:${line}`,
        ).toEqual([...differing, ...doubted]);
      }
    }
  });

  test('stand whole beside the table, in SQLite and in the file itself', () => {
    const rows = correctionRows(data);
    const database = new sqlite.Database(join(out, 'no-empty-cells.sqlite'));
    expect(database.all('SELECT * FROM _corrections').map(({ table_name: _, ...row }) => row)).toEqual(rows);
    database.close();
    for (const name of new Set(rows.map(({ table }) => table)))
      expect(JSON.parse(file(`${name}.metadata.json`).toString()).corrections).toEqual(rows.filter(({ table }) => table === name));
    expect(file('corrections.yml')).toEqual(readFileSync(join(copy.data, 'corrections.yml')));
  });
});

test('the descriptor states size and sum of each table as it is exported', () => {
  const { resources } = JSON.parse(file('datapackage.json').toString());
  const stated = resources.map(({ path, bytes, hash }: Record<string, unknown>) => [path, bytes, hash]);
  expect(stated).toEqual(
    data.tables.map(({ table }) => {
      const bytes = file(`${table.name}.csv`);
      return [`${table.name}.csv`, bytes.length, `sha256:${sum(bytes)}`];
    }),
  );
});

test('SHA256SUMS covers every other file and is right', () => {
  const lines = file('SHA256SUMS').toString().trimEnd().split('\n');
  const stated = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  expect([...stated.keys()]).toEqual(
    readdirSync(out)
      .filter((name) => name !== 'SHA256SUMS')
      .sort(),
  );
  for (const [name, digest] of stated) expect(sum(file(name))).toBe(digest);
});

test('the same package gives the same bytes, on another day and in another time zone', () => {
  const again = join(copy.folder, 'again');
  const script = `import { writeExports } from './src/data/exports/exports.ts';
    import { loadPackage } from './src/data/package.ts';
    writeExports(loadPackage(${JSON.stringify(copy.data)}), ${JSON.stringify(again)}, ${JSON.stringify(copy.data)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: 'Pacific/Auckland' } });
  expect(readdirSync(again).sort()).toEqual([...names].sort());
  expect(names.filter((name) => !file(name).equals(readFileSync(join(again, name))))).toEqual([]);
});
