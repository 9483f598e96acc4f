/** From the cells of a file to the typed rows of a table. */
import { type CsvFile, readCsv } from './csv.ts';
import { type Cell, meaningOf } from './field.ts';
import { type Problem, quote } from './problem.ts';
import { hiddenCharacters, oddCharacters } from './safe-text.ts';
import type { Fields, RowOf, Table, TableOf } from './table.ts';

export type Value = string | number | null;

/** A row with the line that it stands on. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, Value>>;
}

export interface ReadTable {
  readonly table: Table;
  readonly file: string;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** What stands in the key's first column, in faulty rows too; `null` where a row could not be read at all. */
  readonly ids: ReadonlySet<string> | null;
}

/**
 * Reads and checks one file against its table. Never throws; rows with faults are left out of `rows`.
 * `older`: columns may be missing, as in a release made before they were added; their values are `null`. Rules of
 * the table are for the rows of today, and are not asked.
 * `mayBeEmpty`: a header without rows is no fault, as in a copy of the package as of an early day.
 */
export function readTable(table: Table, file: string, bytes: Uint8Array, { mayBeEmpty = false, older = false } = {}): ReadTable {
  const found = readCsv(file, bytes);
  const csv = older ? withEmptyColumns(found, table) : found;
  const absent = older ? new Set(csv.header.filter((name) => !found.header.includes(name))) : null;
  const problems: Problem[] = [...csv.problems];
  const names = Object.keys(table.fields);
  const rows: Row[] = [];
  if (csv.header.length > 0) problems.push(...headerProblems(file, csv.header, names));
  const known = names.every((name, index) => csv.header[index] === name) && csv.header.length === names.length;
  if (known) {
    for (const { line, cells } of csv.lines) {
      const read = readRow(table, names, file, line, cells, absent);
      for (const problem of read.problems) problems.push(problem);
      if (read.row) rows.push(read.row);
    }
    if (csv.lines.length === 0 && csv.problems.length === 0 && !mayBeEmpty) {
      problems.push({ file, line: 1, column: 1, subject: '', message: 'expected at least one row under the header, found none' });
    }
    for (const problem of duplicateKeys(table, names, file, rows)) problems.push(problem);
  }
  const key = names.indexOf(table.primaryKey[0] ?? '');
  const ids = known && !csv.incomplete ? new Set(csv.lines.map(({ cells }) => cells[key] ?? '')) : null;
  return { table, file, rows, problems, ids };
}

/** The file with the columns that it lacks added as empty cells. */
function withEmptyColumns(csv: CsvFile, table: Table): CsvFile {
  const { header } = csv;
  const names = Object.keys(table.fields);
  if (header.some((name) => !names.includes(name))) return csv;
  const from = names.map((name) => header.indexOf(name));
  const filled = (cells: readonly string[]): readonly string[] =>
    cells.length === header.length ? from.map((index) => cells[index] ?? '') : cells;
  return { ...csv, header: names, lines: csv.lines.map((line) => ({ ...line, cells: filled(line.cells) })) };
}

function headerProblems(file: string, header: readonly string[], names: readonly string[]): Problem[] {
  const at = (column: number, subject: string, message: string): Problem => ({ file, line: 1, column, subject, message });
  const problems: Problem[] = [];
  for (const [index, name] of header.entries()) {
    if (!names.includes(name)) problems.push(at(index + 1, '', `expected only the columns of this table, found ${quote(name)}`));
    else if (header.indexOf(name) !== index) problems.push(at(index + 1, name, 'expected each column once, found it again'));
  }
  for (const [index, name] of names.entries()) {
    if (!header.includes(name))
      problems.push(at(Math.min(index + 1, header.length), name, 'expected this column, found none of that name'));
  }
  if (problems.length === 0) {
    const column = names.findIndex((name, index) => header[index] !== name);
    if (column >= 0)
      problems.push(
        at(column + 1, header[column] ?? '', `expected the column ${quote(names[column] ?? '')} here, found the columns in another order`),
      );
  }
  return problems;
}

function readRow(
  table: Table,
  names: readonly string[],
  file: string,
  line: number,
  cells: readonly string[],
  /** Columns that an older release lacks; `null` for the tables of today. */
  absent: ReadonlySet<string> | null,
): { row?: Row; problems: Problem[] } {
  if (cells.length !== names.length) {
    const message = `expected ${names.length} cells, found ${cells.length}`;
    return {
      problems: [
        { file, line, column: Math.min(cells.length, names.length) + (cells.length > names.length ? 1 : 0), subject: '', message },
      ],
    };
  }
  const problems: Problem[] = [];
  const values: Record<string, Value> = {};
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? '';
    const schema = table.fields[name];
    if (!schema) continue;
    if (absent?.has(name)) {
      values[name] = null;
      continue;
    }
    const read = absent === null ? readWritten(schema, cell) : readCell(schema, cell);
    if ('message' in read) problems.push({ file, line, column: index + 1, subject: name, message: read.message });
    else values[name] = read.value;
  }
  if (problems.length > 0) return { problems };
  for (const { field, message } of absent === null ? brokenRules(table, values) : []) {
    problems.push({ file, line, column: names.indexOf(field) + 1, subject: field, message });
  }
  return problems.length > 0 ? { problems } : { row: { line, values }, problems };
}

/** The value of a cell, or what is wrong with its text. */
export function readCell(schema: Cell<unknown>, cell: string): { readonly value: Value } | { readonly message: string } {
  const fault = shapeFault(cell);
  if (fault !== null) return { message: fault };
  const result = schema.safeParse(cell);
  return result.success ? { value: result.data as Value } : { message: result.error.issues[0]?.message ?? 'expected another value' };
}

/** The value of a cell that is written today, or what is wrong with its text or its writing. */
export function readWritten(schema: Cell<unknown>, cell: string): ReturnType<typeof readCell> {
  const read = readCell(schema, cell);
  const fault = 'message' in read ? null : writingFault(cell);
  return fault === null ? read : { message: fault };
}

/** The rules of the table that a row breaks. */
export function brokenRules(table: Table, values: Row['values']): { field: string; message: string }[] {
  return table.rules.flatMap((rule) => rule(values as RowOf<Fields>) ?? []);
}

/** Faults that no field allows: blanks at the ends, hidden characters, and cells that a spreadsheet would run as a formula. */
function shapeFault(cell: string): string | null {
  if (cell !== cell.trim()) return `expected no blanks at the ends, found ${quote(cell)}`;
  if (hiddenCharacters.test(cell)) return `expected no hidden characters, found ${quote(cell)}`;
  if (/^[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))
    return `expected no cell that begins with = + - or @ (a spreadsheet may run it), found ${quote(cell)}`;
  return null;
}

/** No cell of today is longer: the longest is an address of some 400 characters. More is a text pasted into the wrong place. */
const longestCell = 1000;

/** What pandas, R and spreadsheets read as a missing value where it stands in a cell alone; a small `none` is a word to all of them. */
const missingValues = /^(?:[Nn]\/?[Aa]|#N\/A(?: N\/A)?|#NA|<NA>|-?[Nn]a[Nn]|NAN|-?1\.#(?:IND|QNAN)|[Nn]ull|NULL|None|NONE|[Nn]il|NIL)$/;

/** Faults of the writing of a cell, which rows of an older release may have. */
function writingFault(cell: string): string | null {
  if (cell.length > longestCell)
    return `expected at most ${longestCell} characters, found ${cell.length}, ${quote(`${cell.slice(0, 40)}…`)}`;
  if (missingValues.test(cell))
    return `expected words that no program reads as a missing value, such as "None of them", found ${quote(cell)}`;
  const odd = oddCharacters.exec(cell)?.[0];
  if (odd !== undefined) {
    const code = (odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `expected plain blanks and no characters without a meaning, found U+${code} in ${quote(cell)}`;
  }
  if (/ {2}/.test(cell)) return `expected single blanks, found two in ${quote(cell)}`;
  const composed = cell.normalize('NFC');
  if (composed !== cell) {
    const at = [...composed].findIndex((character, index) => character !== [...cell][index]);
    return `expected composed letters (NFC), as in ${quote([...composed].slice(at, at + 1).join(''))}, found a letter and its accent apart in ${quote(cell)}`;
  }
  return null;
}

function duplicateKeys(table: Table, names: readonly string[], file: string, rows: readonly Row[]): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { line, values } of rows) {
    const key = JSON.stringify(table.primaryKey.map((name) => values[name] ?? null));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else {
      const subject = table.primaryKey[0] ?? '';
      problems.push({
        file,
        line,
        column: names.indexOf(subject) + 1,
        subject,
        message: `expected a new key (${table.primaryKey.join(', ')}), found that of line ${first} again`,
      });
    }
  }
  return problems;
}

/** The rows of a table with their types, for code that names its table. */
export function rowsOf<F extends Fields>(_table: TableOf<F>, rows: readonly Row[]): readonly RowOf<F>[] {
  // readTable has put every value through the schema of its field.
  return rows.map((row) => row.values as unknown as RowOf<F>);
}

/** The fields of a table that quote the key of another, with that table's name. */
export function referencesOf(table: Table): { field: string; references: string }[] {
  return Object.entries(table.fields).flatMap(([field, schema]) => {
    const { references } = meaningOf(schema);
    return references === undefined ? [] : [{ field, references }];
  });
}
