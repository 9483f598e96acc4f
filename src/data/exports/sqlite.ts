/** The package as one SQLite file: typed tables with their keys, and tables that say what the fields mean. */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { PackageFacts } from '../facts.ts';
import { type FieldMeaning, meaningOf } from '../field.ts';
import { type ReadTable, referencesOf } from '../read.ts';
import { factKeyOf, type Table } from '../table.ts';
import { citationOf } from './citation.ts';
import type { CorrectionRow } from './marks.ts';

const affinity: Readonly<Record<FieldMeaning['type'], string>> = { string: 'TEXT', date: 'TEXT', integer: 'INTEGER', number: 'REAL' };

/**
 * SQLite keeps no comments on fields but for the text of CREATE TABLE; these tables can be queried. `table_name`, `column_name` and `refers_to` are
 * the names that stand in the file, and no words of SQL as `table` and `references` are.
 */
const dictionary = `
CREATE TABLE "_package" ("key" TEXT PRIMARY KEY NOT NULL, "value" TEXT NOT NULL) STRICT;
CREATE TABLE "_tables" ("table" TEXT PRIMARY KEY NOT NULL, "title" TEXT NOT NULL, "description" TEXT NOT NULL, "rows" INTEGER NOT NULL,
  "table_name" TEXT GENERATED ALWAYS AS (replace("table", '-', '_'))) STRICT;
CREATE TABLE "_fields" ("table" TEXT NOT NULL REFERENCES "_tables", "position" INTEGER NOT NULL, "field" TEXT NOT NULL, "type" TEXT NOT NULL,
  "unit" TEXT, "description" TEXT NOT NULL, "required" INTEGER NOT NULL, "references" TEXT,
  "table_name" TEXT GENERATED ALWAYS AS (replace("table", '-', '_')), "refers_to" TEXT GENERATED ALWAYS AS (replace("references", '-', '_')),
  "column_name" TEXT NOT NULL, PRIMARY KEY ("table", "field")) STRICT;
CREATE TABLE "_categories" ("table" TEXT NOT NULL, "field" TEXT NOT NULL, "position" INTEGER NOT NULL, "value" TEXT NOT NULL, "label" TEXT NOT NULL,
  "definition" TEXT, "table_name" TEXT GENERATED ALWAYS AS (replace("table", '-', '_')), PRIMARY KEY ("table", "field", "value"), FOREIGN KEY ("table", "field") REFERENCES "_fields" ("table", "field")) STRICT;
CREATE TABLE "_corrections" ("table" TEXT NOT NULL REFERENCES "_tables", "key" TEXT NOT NULL, "field" TEXT NOT NULL, "action" TEXT NOT NULL,
  "printed" TEXT, "given" TEXT, "reason" TEXT NOT NULL, "source_id" TEXT, "status" TEXT NOT NULL, "date" TEXT NOT NULL,
  "table_name" TEXT GENERATED ALWAYS AS (replace("table", '-', '_'))) STRICT;
`;

/** Writes the file at `path`, replacing what is there. Throws when a foreign key leads nowhere. */
export function writeSqlite(
  tables: readonly ReadTable[],
  path: string,
  facts: PackageFacts,
  corrections: readonly CorrectionRow[] = [],
): void {
  rmSync(path, { force: true });
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    // A file that is made anew needs no way back, and without a journal its bytes depend on nothing but the rows.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; BEGIN');
    database.exec(dictionary);
    for (const { table } of tables) database.exec(createTable(table, tables));
    for (const read of tables) insertRows(database, read);
    for (const { table } of tables) for (const statement of [...indexes(table), ...views(table)]) database.exec(statement);
    describeTables(database, tables, facts);
    const insert = database.prepare(`INSERT INTO "_corrections" VALUES (${Array(10).fill('?').join(', ')})`);
    for (const row of corrections)
      insert.run(row.table, row.key, row.field, row.action, row.printed, row.given, row.reason, row.source_id, row.status, row.date);
    database.exec('COMMIT');
    const dangling = database.prepare('PRAGMA foreign_key_check').all();
    if (dangling.length > 0) throw new Error(`foreign keys of the SQLite file lead nowhere: ${JSON.stringify(dangling.slice(0, 5))}`);
  } finally {
    database.close();
  }
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The name of a table that needs no quotes: `political_prisoners`. The name of its files stays the name of a view. */
export function plainName(name: string): string {
  return name.replaceAll('-', '_');
}

/** Words that SQL keeps for itself, so that a column of that name would need quotes (https://sqlite.org/lang_keywords.html). */
const keptWords = new Set(
  'add all alter and as between case check collate commit constraint create default delete distinct drop else escape exists foreign from group having in index insert into is join limit not null on or order primary references select set table then to transaction union unique update using values when where'.split(
    ' ',
  ),
);

/** The name of a column that needs no quotes: `group_name` for `group`. */
export function plainColumn(name: string): string {
  return keptWords.has(name) ? `${name}_name` : name;
}

const columnsOf = (names: readonly string[]): string => names.map((name) => quoteName(plainColumn(name))).join(', ');

/** Indexes on what rows are looked up by, where the key of the table does not begin with it: references, and the key of the fact. */
function indexes(table: Table): string[] {
  const judged = 'status' in table.fields;
  const keys = [
    ...referencesOf(table).map(({ field }) => ({ what: field, fields: [field] })),
    ...(judged ? [{ what: 'fact', fields: factKeyOf(table) }] : []),
  ];
  return keys
    .filter(({ fields }) => fields.length > 0 && fields.some((field, index) => table.primaryKey[index] !== field))
    .map(
      ({ what, fields }) =>
        `CREATE INDEX ${quoteName(`${plainName(table.name)}_by_${what}`)} ON ${quoteName(plainName(table.name))} (${columnsOf(fields)})`,
    );
}

/** The table under the name of its files, and the rows of it that are to be used. */
function views(table: Table): string[] {
  const plain = plainName(table.name);
  const asInFiles = Object.keys(table.fields)
    .map((name) => (plainColumn(name) === name ? quoteName(name) : `${quoteName(plainColumn(name))} AS ${quoteName(name)}`))
    .join(', ');
  return [
    ...(plain === table.name ? [] : [`CREATE VIEW ${quoteName(table.name)} AS SELECT ${asInFiles} FROM ${quoteName(plain)}`]),
    ...('status' in table.fields
      ? [`CREATE VIEW ${quoteName(`${plain}_preferred`)} AS SELECT * FROM ${quoteName(plain)} WHERE "status" = 'preferred'`]
      : []),
  ];
}

function createTable(table: Table, all: readonly ReadTable[]): string {
  // A field that may be empty can stand in the key of a table, but in no primary key of SQLite.
  const filled = table.primaryKey.every((name) => table.fields[name] && meaningOf(table.fields[name]).required);
  const constraints = [
    `${filled ? 'PRIMARY KEY' : 'UNIQUE'} (${columnsOf(table.primaryKey)})`,
    ...referencesOf(table).flatMap(({ field, references }) => {
      const key = all.find((read) => read.table.name === references)?.table.primaryKey;
      if (key?.length !== 1) return [];
      return [`FOREIGN KEY (${columnsOf([field])}) REFERENCES ${quoteName(plainName(references))} (${columnsOf(key)})`];
    }),
  ];
  const columns = Object.entries(table.fields).map(([name, schema]) => {
    const { type, required, unit, description } = meaningOf(schema);
    const about = `${description}${unit === undefined ? '' : ` Unit: ${unit}.`}`.replace(/\s+/g, ' ');
    return `  ${columnsOf([name])} ${affinity[type]}${required ? ' NOT NULL' : ''}, -- ${about}`;
  });
  return `CREATE TABLE ${quoteName(plainName(table.name))} (\n  -- ${table.description.replace(/\s+/g, ' ')}\n${columns.join('\n')}\n  ${constraints.join(',\n  ')}\n) STRICT`;
}

function insertRows(database: DatabaseSync, { table, rows }: ReadTable): void {
  const names = Object.keys(table.fields);
  const insert = database.prepare(`INSERT INTO ${quoteName(plainName(table.name))} VALUES (${names.map(() => '?').join(', ')})`);
  for (const { values } of rows) insert.run(...names.map((name) => values[name] ?? null));
}

function describeTables(database: DatabaseSync, tables: readonly ReadTable[], facts: PackageFacts): void {
  const about = database.prepare('INSERT INTO "_package" VALUES (?, ?)');
  const { name, title, version, released, licence } = facts;
  for (const [key, value] of Object.entries({ name, title, version, released, license: licence.path, citation: citationOf(facts) }))
    about.run(key, value);
  const insertTable = database.prepare('INSERT INTO "_tables" VALUES (?, ?, ?, ?)');
  const insertField = database.prepare('INSERT INTO "_fields" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertCategory = database.prepare('INSERT INTO "_categories" VALUES (?, ?, ?, ?, ?, ?)');
  for (const { table, rows } of tables) {
    insertTable.run(table.name, table.title, table.description, rows.length);
    for (const [index, [field, schema]] of Object.entries(table.fields).entries()) {
      const { type, unit, description, required, references, categories = [] } = meaningOf(schema);
      insertField.run(
        table.name,
        index + 1,
        field,
        type,
        unit ?? null,
        description,
        required ? 1 : 0,
        references ?? null,
        plainColumn(field),
      );
      for (const [position, { value, label, definition }] of categories.entries())
        insertCategory.run(table.name, field, position + 1, value, label, definition ?? null);
    }
  }
}
