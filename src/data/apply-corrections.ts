/** Applies `corrections.yml` to tables that have been read and found sound, and checks that the result is still sound. */
import type { Correction, CorrectionsFile } from './corrections.ts';
import type { Cell } from './field.ts';
import { type Problem, quote } from './problem.ts';
import { brokenRules, type ReadTable, type Row, readCell, readWritten, referencesOf, type Value } from './read.ts';

/** The field in which downloads mark a row that a correction changed or doubts. */
export const markedField = 'note';

export interface AppliedCorrection {
  readonly correction: Correction;
  /** Line of the row in its table. */
  readonly line: number;
  /** The cell as the table has it. */
  readonly before: Value;
  /** The cell as it is used; the same as before where the row is flagged, `null` where it is dropped. */
  readonly after: Value;
}

interface Result {
  readonly tables: readonly ReadTable[];
  readonly applied: readonly AppliedCorrection[];
  readonly problems: readonly Problem[];
}

/** Names the key of an entry at which a fault is shown, and what is wrong. */
class Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  constructor(path: readonly PropertyKey[], message: string) {
    this.path = path;
    this.message = message;
  }
}

/**
 * The tables with every correction applied. A correction whose guard does not hold, or that names no row
 * or a value that its field does not allow, is a problem at its place in `corrections.yml`.
 */
export function applyCorrections(tables: readonly ReadTable[], { file, corrections, at }: CorrectionsFile): Result {
  const applied: AppliedCorrection[] = [];
  const problems: Problem[] = [];
  /** Entry by row, then by field. */
  const entries = new Map<string, Map<string, number>>();
  const corrected = new Map(tables.map((read) => [read.table.name, read]));
  const blame = (index: number, { path, message }: Fault): void => {
    problems.push({ file, ...at([index, ...path]), subject: [index, ...path].map(String).join('.'), message });
  };

  for (const [index, correction] of corrections.entries()) {
    const found = locate(correction, tables);
    if (found instanceof Fault) {
      blame(index, found);
      continue;
    }
    const { read, row, after } = found;
    const ofRow = entries.get(`${correction.table}:${row.line}`) ?? new Map<string, number>();
    const earlier = [...ofRow].find(([field, other]) => field === correction.field || [corrections[other], correction].some(isDrop))?.[1];
    if (earlier !== undefined) {
      blame(index, new Fault([], `expected one correction for a cell, found another at line ${at([earlier]).line}`));
      continue;
    }
    entries.set(`${correction.table}:${row.line}`, ofRow.set(correction.field, index));
    const source = sourceFault(correction, tables) ?? referenceFault(correction, row, after, tables);
    if (source) {
      blame(index, source);
      continue;
    }
    applied.push({ correction, line: row.line, before: row.values[correction.field] ?? null, after });
    const now = corrected.get(correction.table) ?? read;
    corrected.set(correction.table, withCorrection(now, correction, row.line, after));
  }
  for (const [index, correction] of corrections.entries()) {
    const fault = brokenAfter(correction, applied, corrected);
    if (fault) blame(index, fault);
  }
  return { tables: tables.map((read) => corrected.get(read.table.name) ?? read), applied, problems };
}

const isDrop = (correction: Correction | undefined): boolean => correction?.action === 'drop';

/** Whether a text of `corrections.yml` says the value of a cell: 1400 and "1400", 2.5 and "2.50" are the same. */
function says(text: string, schema: Cell<unknown> | undefined, value: Value): boolean {
  if (text === String(value ?? '')) return true;
  const read = schema === undefined ? null : readCell(schema, text);
  return read !== null && 'value' in read && read.value === value;
}

/** The row that a correction means, and the value that its cell gets; or what is wrong with the correction. */
function locate(correction: Correction, tables: readonly ReadTable[]): { read: ReadTable; row: Row; after: Value } | Fault {
  const read = tables.find(({ table }) => table.name === correction.table);
  if (!read) return new Fault(['table'], `expected a table of the package, found ${quote(correction.table)}`);
  const { fields } = read.table;
  const unknown = Object.keys(correction.key).find((field) => !(field in fields));
  if (unknown !== undefined) return new Fault(['key', unknown], `expected a field of ${correction.table}, found ${quote(unknown)}`);
  const schema = fields[correction.field];
  if (!schema) return new Fault(['field'], `expected a field of ${correction.table}, found ${quote(correction.field)}`);

  if (correction.action !== 'drop' && !(markedField in fields))
    return new Fault(
      ['table'],
      `expected a table with the field ${markedField}, in which downloads mark the row, found ${correction.table}`,
    );
  const rows = read.rows.filter(({ values }) =>
    Object.entries(correction.key).every(([field, text]) => says(text, fields[field], values[field] ?? null)),
  );
  const [row] = rows;
  if (!row || rows.length > 1)
    return new Fault(['key'], `expected one row of ${correction.table} with this key, found ${rows.length || 'none'}`);
  const before = row.values[correction.field] ?? null;
  if (!says(correction.expect, schema, before)) {
    const place = `${read.file}:${row.line}`;
    return new Fault(
      ['expect'],
      `expected ${quote(correction.expect)} in ${place}, found ${quote(String(before ?? ''))}; look at the row again`,
    );
  }
  if (correction.action === 'drop') return { read, row, after: null };
  if (correction.action === 'flag') return { read, row, after: before };
  const value = readWritten(schema, correction.value ?? '');
  return 'message' in value ? new Fault(['value'], value.message) : { read, row, after: value.value };
}

function sourceFault({ source }: Correction, tables: readonly ReadTable[]): Fault | null {
  const ids = tables.find(({ table }) => table.name === 'sources')?.ids;
  if (source === undefined || !ids || ids.has(source)) return null;
  return new Fault(['source'], `expected one that stands in sources.csv, found ${quote(source)}`);
}

/** A corrected row must not leave another row's reference, or its own, pointing at nothing. */
function referenceFault({ table, field, action }: Correction, row: Row, after: Value, tables: readonly ReadTable[]): Fault | null {
  if (action === 'flag') return null;
  const read = tables.find((other) => other.table.name === table);
  const key = read?.table.primaryKey[0] ?? '';
  if (action === 'drop' || field === key) {
    const id = String(row.values[key] ?? '');
    for (const other of tables) {
      for (const reference of referencesOf(other.table).filter(({ references }) => references === table)) {
        const user = other.rows.find(
          (candidate) => candidate.values[reference.field] === id && (other !== read || candidate.line !== row.line),
        );
        if (user)
          return new Fault(
            ['action'],
            `expected a row that no other refers to, found ${other.file}:${user.line} referring to ${quote(id)}`,
          );
      }
    }
  }
  if (action === 'drop' || !read) return null;
  const target = referencesOf(read.table).find((reference) => reference.field === field)?.references;
  const ids = tables.find((other) => other.table.name === target)?.ids;
  if (!ids || after === null || ids.has(String(after))) return null;
  return new Fault(['value'], `expected one that stands in ${target}.csv, found ${quote(String(after))}`);
}

function withCorrection(read: ReadTable, { action, field }: Correction, line: number, after: Value): ReadTable {
  if (action === 'flag') return read;
  if (action === 'drop') return { ...read, rows: read.rows.filter((row) => row.line !== line) };
  return { ...read, rows: read.rows.map((row) => (row.line === line ? { line, values: { ...row.values, [field]: after } } : row)) };
}

/** Rules over a row, and the key of its table, are looked at when all cells of the row have been corrected. */
function brokenAfter(
  correction: Correction,
  applied: readonly AppliedCorrection[],
  corrected: ReadonlyMap<string, ReadTable>,
): Fault | null {
  const line = applied.find((other) => other.correction === correction)?.line;
  const read = corrected.get(correction.table);
  const row = read?.rows.find((candidate) => candidate.line === line);
  if (correction.action !== 'override' || !read || !row) return null;
  const [broken] = brokenRules(read.table, row.values);
  if (broken) return new Fault(['value'], `${broken.field}: ${broken.message}`);
  if (!read.table.primaryKey.includes(correction.field)) return null;
  const twin = read.rows.find((other) => other !== row && read.table.primaryKey.every((name) => other.values[name] === row.values[name]));
  return twin ? new Fault(['value'], `expected a new key (${read.table.primaryKey.join(', ')}), found that of line ${twin.line}`) : null;
}
