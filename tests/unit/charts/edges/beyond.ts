/** The data as it may be after a release: rows later than the last and larger than the largest, of every kind that the tables have. */

import { meaningOf } from '../../../../src/data/field.ts';
import { DataPackage } from '../../../../src/data/package.ts';
import type { ReadTable, Row, Value } from '../../../../src/data/read.ts';

/** Categories that say how a row is known, not what it is of. */
const OF_KNOWLEDGE = ['qualifier', 'basis', 'confidence', 'status', 'date_precision', 'date_inferred', 'reported_in', 'range_end'];
/** Words that say what a row is of, where the table keeps no closed list of them. */
const SUBJECTS = ['counted_by', 'place', 'destination', 'series', 'person', 'region'];
/** Tables whose shares are parts of one whole, of which none can grow while the others stay, or of votes that are over. */
const SETTLED = ['opinion-surveys', 'vote-2020-estimates', 'presidential-results', 'stations-2020', 'turnout-by-region'];
/** Numbers that are names of places and years, or that measure nothing. */
const NO_SIZE = ['latitude', 'longitude', 'age', 'edition', 'sample'];

type Make = (row: Row, read: ReadTable) => Record<string, Value>;

const meaning = (read: ReadTable, field: string) => meaningOf(read.table.fields[field] as Parameters<typeof meaningOf>[0]);

/** Rows that the tables prefer, by what they are of. */
function series(read: ReadTable): Row[][] {
  const fields = Object.keys(read.table.fields).filter(
    (name) => SUBJECTS.includes(name) || (meaning(read, name).categories !== undefined && !OF_KNOWLEDGE.includes(name)),
  );
  const used = read.rows.filter(({ values }) => !('status' in values) || values['status'] === 'preferred');
  return [...Map.groupBy(used, ({ values }) => fields.map((name) => values[name]).join(' | ')).values()];
}

const dayAfter = (value: Value, years: number): Value => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  if (year === '') return value;
  const last = new Date(Date.UTC(Number(year) + years, Number(month), 0)).getUTCDate();
  const end = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${Number(year) + years}-${month}-${String(Number(day) === end ? last : Number(day)).padStart(2, '0')}`;
};

/** A row of the same kind so many years later, whose key is its own. */
const later =
  (years: number): Make =>
  (row, read) =>
    Object.fromEntries(
      Object.entries(row.values).map(([name, value]) => {
        const { type } = meaning(read, name);
        if (type === 'date') return [name, dayAfter(value, years)];
        return [name, read.table.primaryKey.length === 1 && name === read.table.primaryKey[0] ? `${value}-later` : value];
      }),
    );

/**
 * Whether a number has an end, as shares and scales have, or can be any number of people or things. Where a table holds both, the
 * row's own metric says which.
 */
function hasEnd(read: ReadTable, row: Row, field: string): boolean {
  const { unit = '' } = meaning(read, field);
  if (!/percent|points|share|place/.test(unit)) return false;
  const mixed = /people|votes|sentences/.test(unit);
  return !mixed || Object.values(row.values).some((value) => typeof value === 'string' && /share|percent|turnout/.test(value));
}

/** The same row with its numbers so many times as large, as far as their fields allow. What has an end is left as it is, or else the rest. */
const larger =
  (times: number, ended: boolean): Make =>
  (row, read) =>
    Object.fromEntries(
      Object.entries(row.values).map(([name, value]) => {
        if (typeof value !== 'number' || NO_SIZE.includes(name) || hasEnd(read, row, name) !== ended) return [name, value];
        const more = Number.isInteger(value) ? Math.ceil(value * times) : Math.round(value * times * 100) / 100;
        return [name, Math.min(more, meaning(read, name).maximum ?? Number.POSITIVE_INFINITY)];
      }),
    );

function changed(data: DataPackage, names: readonly string[], change: (read: ReadTable) => readonly Row[]): DataPackage {
  return new DataPackage(data.tables.map((read) => (names.includes(read.table.name) ? { ...read, rows: change(read) } : read)));
}

/** With one more row of every kind, a year after the last of it. */
export function yearLater(data: DataPackage, names: readonly string[]): DataPackage {
  return changed(data, names, (read) => {
    const { dateField } = read.table;
    if (dateField === undefined) return read.rows;
    const last = series(read).flatMap((rows) =>
      rows.reduce<Row[]>(
        ([latest], row) => [latest && String(latest.values[dateField]) >= String(row.values[dateField]) ? latest : row],
        [],
      ),
    );
    return [...read.rows, ...last.map((row, index) => ({ line: read.rows.length + 2 + index, values: later(1)(row, read) }))];
  });
}

/**
 * Everything counted twice as often, so that sums stay what they were; and the largest share of every kind half as large again, as
 * far as its scale goes.
 */
export function twiceAsMuch(data: DataPackage, names: readonly string[]): DataPackage {
  return changed(data, names, (read) => {
    const { valueField } = read.table;
    if (valueField === undefined) return read.rows;
    const largest = new Set(
      series(read).flatMap((rows) =>
        rows.reduce<Row[]>(([most], row) => [most && Number(most.values[valueField]) >= Number(row.values[valueField]) ? most : row], []),
      ),
    );
    return read.rows.map((row) => {
      const more = { ...row, values: larger(2, false)(row, read) };
      return largest.has(row) && !SETTLED.includes(read.table.name) ? { ...more, values: larger(1.5, true)(more, read) } : more;
    });
  });
}
