/** The data package as a whole: all tables read, checked against one another, and handed out typed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkAcross } from './across.ts';
import { checkCounts } from './across-counts.ts';
import { checkFacts, checkOrder } from './across-facts.ts';
import { checkNames } from './across-names.ts';
import { checkSources, readInFuture } from './across-sources.ts';
import { type AppliedCorrection, applyCorrections } from './apply-corrections.ts';
import { readCorrections } from './corrections.ts';
import { readFacts } from './facts.ts';
import { type Problem, ProblemsError, quote } from './problem.ts';
import { type ReadTable, type Row, readTable, referencesOf, rowsOf } from './read.ts';
import { tables as registered } from './registry.ts';
import type { Fields, RowOf, Table, TableOf } from './table.ts';
import { readBytes } from './text-file.ts';

export interface PackageCheck {
  /** The tables as they are used: with the corrections applied. */
  readonly tables: readonly ReadTable[];
  readonly corrections: readonly AppliedCorrection[];
  readonly problems: readonly Problem[];
  /** Faults that don't stop a build: sources that no row uses, or that are said to have been read after today. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads every table under `directory` and checks it, alone and against the others. Never throws on bad
 * input. `older`: a release made before today’s schemas. Columns that it lacks are empty, and tables that it lacks or that
 * today’s schemas can't read are left out, but for those that other tables quote. `usedSources` are ids that other texts of the project quote, so that they don't count as unused.
 */
export function checkPackage(
  directory: string,
  label = 'data',
  tables = registered,
  usedSources: ReadonlySet<string> = new Set(),
  { older = false } = {},
): PackageCheck {
  const problems: Problem[] = [];
  const mayBeEmpty = readFacts(directory, label).facts?.as_of !== undefined;
  const quoted = new Set(tables.flatMap((table) => referencesOf(table).map(({ references }) => references)));
  const found = tables.flatMap((table): ReadTable[] => {
    const file = `${label}/${table.name}.csv`;
    if (older && !quoted.has(table.name) && !existsSync(join(directory, `${table.name}.csv`))) return [];
    try {
      return [
        readTable(table, file, readBytes(join(directory, `${table.name}.csv`), file, `the table ${quote(table.name)}`), {
          mayBeEmpty,
          older,
        }),
      ];
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  const read = older ? found.filter(({ table, problems }) => problems.length === 0 || quoted.has(table.name)) : found;
  for (const table of read) for (const problem of [...table.problems, ...danglingReferences(table, read)]) problems.push(problem);
  const corrections = readCorrections(directory, label, { mayLack: older });
  for (const problem of corrections.problems) problems.push(problem);
  // A row that can't be read uses its source all the same, and may be the one that a correction means.
  if (problems.length > 0) return { tables: read, corrections: [], problems, warnings: [] };
  const held = ({ table }: { table: string }): boolean => read.some((one) => one.table.name === table);
  const corrected = applyCorrections(read, older ? { ...corrections, corrections: corrections.corrections.filter(held) } : corrections);
  const cited = corrections.corrections.flatMap(({ source }) => source ?? []);
  // A clock that runs behind by a zone is no fault of the row.
  const today = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const warnings = [...unusedSources(read, new Set([...usedSources, ...cited])), ...readInFuture(read, today)];
  // A release is what it was: rules made after it are for the tables of today.
  const contradictions = older
    ? []
    : [
        ...checkAcross(corrected.tables, { partial: mayBeEmpty }),
        ...checkCounts(corrected.tables),
        ...checkFacts(corrected.tables, { partial: mayBeEmpty }),
        ...checkOrder(read),
        ...checkNames(corrected.tables, { partial: mayBeEmpty }),
        ...checkSources(corrected.tables),
      ];
  return { tables: corrected.tables, corrections: corrected.applied, problems: [...corrected.problems, ...contradictions], warnings };
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
  /** What `corrections.yml` changed, left out or marked. */
  readonly corrections: readonly AppliedCorrection[];
  readonly #byName: ReadonlyMap<string, ReadTable>;

  constructor(tables: readonly ReadTable[], corrections: readonly AppliedCorrection[] = []) {
    this.tables = tables;
    this.corrections = corrections;
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

  /** The corrections that mark a row as doubtful or change a cell of it. */
  correctionsOf(table: string, line: number): readonly AppliedCorrection[] {
    return this.corrections.filter(({ correction, line: corrected }) => correction.table === table && corrected === line);
  }
}

/** Reads the package or throws every problem at once. */
export function loadPackage(directory: string, label = 'data', { older = false } = {}): DataPackage {
  const { tables, corrections, problems } = checkPackage(directory, label, undefined, undefined, { older });
  if (problems.length > 0) throw new ProblemsError(problems);
  return new DataPackage(tables, corrections);
}
