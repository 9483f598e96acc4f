/** The data package as a whole: all tables read, checked against one another, and handed out typed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemsError, quote } from './problem.ts';
import { type ReadTable, type Row, readTable, referencesOf, rowsOf } from './read.ts';
import { tables as registered } from './registry.ts';
import type { Fields, RowOf, Table, TableOf } from './table.ts';

export interface PackageCheck {
  readonly tables: readonly ReadTable[];
  readonly problems: readonly Problem[];
  /** Faults that don't stop a build: sources that no row uses. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads every table under `directory` and checks it, alone and against the others. Never throws on bad
 * input. `usedSources` are ids that other texts of the project quote, so that they don't count as unused.
 */
export function checkPackage(
  directory: string,
  label = 'data',
  tables = registered,
  usedSources: ReadonlySet<string> = new Set(),
): PackageCheck {
  const problems: Problem[] = [];
  const read = tables.flatMap((table): ReadTable[] => {
    const file = `${label}/${table.name}.csv`;
    try {
      return [readTable(table, file, readFileSync(join(directory, `${table.name}.csv`)))];
    } catch (error) {
      problems.push({ file, line: 1, column: 1, subject: '', message: `expected the table ${quote(table.name)}, ${reasonOf(error)}` });
      return [];
    }
  });
  for (const table of read) for (const problem of [...table.problems, ...danglingReferences(table, read)]) problems.push(problem);
  // A row that can't be read uses its source all the same.
  return { tables: read, problems, warnings: problems.length > 0 ? [] : unusedSources(read, usedSources) };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT' ? 'found no such file' : `the file can't be read (${code || String(error)})`;
}

function danglingReferences(read: ReadTable, all: readonly ReadTable[]): Problem[] {
  const names = Object.keys(read.table.fields);
  return referencesOf(read.table).flatMap(({ field, references }) => {
    const ids = all.find(({ table }) => table.name === references)?.ids;
    if (!ids) return [];
    return read.rows.flatMap(({ line, values }): Problem[] => {
      const value = values[field];
      if (value === null || value === undefined || ids.has(String(value))) return [];
      return [
        {
          file: read.file,
          line,
          column: names.indexOf(field) + 1,
          subject: field,
          message: `expected one that stands in ${references}.csv, found ${quote(String(value))}`,
        },
      ];
    });
  });
}

function unusedSources(all: readonly ReadTable[], usedElsewhere: ReadonlySet<string>): Problem[] {
  const sources = all.find(({ table }) => table.name === 'sources');
  if (!sources) return [];
  const used = new Set<unknown>(usedElsewhere);
  for (const read of all) {
    for (const { field, references } of referencesOf(read.table)) {
      if (references === 'sources') for (const row of read.rows) used.add(row.values[field]);
    }
  }
  return sources.rows
    .filter((row) => !used.has(row.values['source_id']))
    .map((row) => ({
      file: sources.file,
      line: row.line,
      column: 1,
      subject: 'source_id',
      message: `no row uses the source ${quote(String(row.values['source_id']))}`,
    }));
}

/** The checked package: rows by table. */
export class DataPackage {
  readonly tables: readonly ReadTable[];
  readonly #byName: ReadonlyMap<string, ReadTable>;

  constructor(tables: readonly ReadTable[]) {
    this.tables = tables;
    this.#byName = new Map(tables.map((read) => [read.table.name, read]));
  }

  /** Typed rows of a table, in the order of its file. */
  rows<F extends Fields>(table: TableOf<F>): readonly RowOf<F>[] {
    return rowsOf(table, this.read(table.name)?.rows ?? []);
  }

  /** A table by its name, for code that learns the name from a text; `undefined` when there is none. */
  read(name: string): { readonly table: Table; readonly rows: readonly Row[] } | undefined {
    return this.#byName.get(name);
  }
}

/** Reads the package or throws every problem at once. */
export function loadPackage(directory: string, label = 'data'): DataPackage {
  const { tables, problems } = checkPackage(directory, label);
  if (problems.length > 0) throw new ProblemsError(problems);
  return new DataPackage(tables);
}
