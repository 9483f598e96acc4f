/** Runs a declared query against the data package. */
import { decimalsOf, meaningOf } from '../data/field.ts';
import type { DataPackage } from '../data/package.ts';
import type { Row } from '../data/read.ts';
import type { Table } from '../data/table.ts';
import { checkQuerySum } from './addable.ts';
import { combineQualifiers } from './compute.ts';
import { picks, type Query } from './declare.ts';
import { type Figure, FigureError, type Ground, isQualifier, type Qualifier } from './figure.ts';

/** The figure that a query comes to. Throws FigureError. */
export function runQuery(id: string, query: Query, data: DataPackage, known: ReadonlyMap<string, string>): Figure {
  const read = data.read(query.table);
  if (!read)
    throw new FigureError(
      `expected a table of the data package, found "${query.table}"; there are ${data.tables.map(({ table }) => table.name).join(', ')}`,
    );
  const { table } = read;
  const field = query.count ? (table.primaryKey[0] ?? '') : valueField(table, query);
  const named = picks.filter((pick) => query[pick] !== undefined);
  if (named.length > 1) throw new FigureError(`expected one way to pick a row, found ${named.join(' and ')}`);

  // What a later correction marks as doubtful is no extreme.
  const doubtful = (row: Row): boolean =>
    query.max === true && data.correctionsOf(table.name, row.line).some(({ correction }) => correction.action === 'flag');
  const rows = read.rows.filter((row) => matches(row, table, query, known) && row.values[field] !== null && !doubtful(row));
  const picked = pickRows(rows, table, field, query);
  const [only] = picked;
  if (!only) throw new FigureError(`expected a row of ${query.table}, found none that matches`);
  const one = query.sum === undefined && query.count === undefined;
  if (one && picked.length > 1) {
    throw new FigureError(
      `expected one row of ${query.table}, found ${picked.length} (lines ${picked.map(({ line }) => line).join(', ')})`,
    );
  }
  if (query.sum)
    checkQuerySum(
      picked.map((row) => ({ table, row, field })),
      query,
    );
  else if (query.across ?? query.apart) throw new FigureError('expected "across" and "apart" beside a sum only, found one without');
  const date = one && table.dateField !== undefined ? only.values[table.dateField] : null;
  const unit = meaningOf(columnOf(table, field)).unit;
  return {
    id,
    value: query.count ? picked.length : picked.reduce((sum, row) => sum + Number(row.values[field]), 0),
    qualifier: query.count ? 'exact' : combineQualifiers(picked.map((row) => qualifierOf(row, field))),
    as: query.as ?? (unit === 'percent' ? 'percent' : 'number'),
    field,
    digits: query.count ? 0 : (query.digits ?? Math.max(0, ...picked.map((row) => decimalsOf(Number(row.values[field]))))),
    date:
      typeof date === 'string' ? { iso: date, precision: String(only.values['date_precision'] ?? 'day'), from: periodStart(only) } : null,
    grounds: picked.map((row) => groundOf(table, row)),
    computed: one ? null : { operation: 'sum', operands: [], rows: picked.length, last: lastOf(picked, table) },
    knownBy: query['known-by'] ?? null,
  };
}

/** The latest day among rows; `null` where one has none. */
function lastOf(rows: readonly Row[], { dateField }: Table): { iso: string; precision: string } | null {
  const days = rows.map(({ values }) => {
    const iso = dateField === undefined ? null : values[dateField];
    return typeof iso === 'string' ? { iso, precision: String(values['date_precision'] ?? 'day') } : null;
  });
  return days.reduce((latest, day) => (latest && day ? (day.iso > latest.iso ? day : latest) : null), days[0] ?? null);
}

function columnOf(table: Table, field: string): Table['fields'][string] {
  const column = table.fields[field];
  if (!column)
    throw new FigureError(`expected a field of ${table.name}, found "${field}"; there are ${Object.keys(table.fields).join(', ')}`);
  return column;
}

function valueField(table: Table, query: Query): string {
  const field = query.field ?? table.valueField;
  if (field === undefined) throw new FigureError(`expected "field", since ${table.name} has more than one number`);
  const { type } = meaningOf(columnOf(table, field));
  if (type !== 'integer' && type !== 'number') throw new FigureError(`expected a field that holds numbers, found "${field}"`);
  return field;
}

/** Rows of other standing than preferred count only when the query asks for them; for an extreme, superseded ones do. */
function matches(row: Row, table: Table, query: Query, known: ReadonlyMap<string, string>): boolean {
  const where = query.where ?? {};
  const used = query.max ? ['preferred', 'superseded'] : ['preferred'];
  if ('status' in table.fields && !('status' in where) && !used.includes(String(row.values['status']))) return false;
  for (const [field, wanted] of Object.entries(where)) {
    columnOf(table, field);
    const allowed = Array.isArray(wanted) ? wanted : [wanted];
    if (!allowed.some((value) => String(value) === String(row.values[field] ?? ''))) return false;
  }
  const knownBy = query['known-by'];
  if (knownBy !== undefined) {
    const published = known.get(String(row.values['source_id']));
    if (published === undefined || published > knownBy) return false;
  }
  const date = table.dateField === undefined ? undefined : row.values[table.dateField];
  if (query.from !== undefined && !(typeof date === 'string' && date >= query.from)) return false;
  return query.until === undefined || (typeof date === 'string' && date <= query.until);
}

function pickRows(rows: readonly Row[], table: Table, field: string, query: Query): readonly Row[] {
  const { dateField } = table;
  const dated = (): { row: Row; date: string }[] => {
    if (dateField === undefined) throw new FigureError(`expected a table whose rows have a date, found ${table.name}`);
    return rows.flatMap((row) => {
      const date = row.values[dateField];
      return typeof date === 'string' ? [{ row, date }] : [];
    });
  };
  const onDay = (day: string | undefined): Row[] => dated().flatMap(({ row, date }) => (date === day ? [row] : []));
  const days = (): string[] =>
    dated()
      .map(({ date }) => date)
      .sort();

  if (query.on !== undefined) return onDay(query.on);
  if (query['latest-by'] !== undefined) {
    const until = query['latest-by'];
    const known = dated().filter(({ date }) => date <= until);
    // A running total never falls: what is known of it is the highest number, not that of the latest day.
    if (known.length > 0 && known.every(({ row }) => isRunningTotal(row, table)))
      return [
        highest(
          known.map(({ row }) => row),
          field,
        ),
      ];
    return onDay(
      days()
        .filter((date) => date <= until)
        .at(-1),
    );
  }
  if (query.first) return onDay(days()[0]);
  if (query.last) return onDay(days().at(-1));
  if (query.max) {
    return rows.length === 0 ? [] : [highest(rows, field)];
  }
  return rows;
}

/** The row of the highest value. It may have been reached twice; the first time is the one to name. */
function highest(rows: readonly Row[], field: string): Row {
  return rows.reduce((top, row) => (Number(row.values[field]) > Number(top.values[field]) ? row : top));
}

function isRunningTotal(row: Row, table: Table): boolean {
  return Object.entries(table.fields).some(([field, schema]) =>
    meaningOf(schema).categories?.some(({ value, runningTotal }) => runningTotal === true && value === row.values[field]),
  );
}

/** A number field other than the table's main one may have a qualifier of its own: `political_qualifier`. */
function qualifierOf(row: Row, field: string): Qualifier {
  const own = row.values[`${field}_qualifier`];
  const found = own !== undefined && own !== null ? own : row.values['qualifier'];
  return isQualifier(found) ? found : 'exact';
}

function periodStart(row: Row): string | null {
  const start = row.values['period_start'];
  return typeof start === 'string' ? start : null;
}

function groundOf(table: Table, row: Row): Ground {
  const read = (field: string): string | null => {
    const value = row.values[field];
    return typeof value === 'string' ? value : null;
  };
  return {
    table: table.name,
    line: row.line,
    sourceId: read('source_id'),
    countedBy: read('counted_by'),
    confidence: read('confidence'),
    reportedIn: read('reported_in'),
    note: read('note'),
  };
}
