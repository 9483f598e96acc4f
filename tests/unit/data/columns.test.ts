/** The runs of columns that tables share: their order, their types, and the rules that come along. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { counted, dated, datedWithin, judged, period } from '../../../src/data/columns.ts';
import { wholeNumber } from '../../../src/data/field.ts';
import { readTable } from '../../../src/data/read.ts';
import { tables } from '../../../src/data/registry.ts';
import { defineTable, type Fields, type RowOf, type Table } from '../../../src/data/table.ts';

const value = () => wholeNumber({ description: 'People.', unit: 'people' });
const about = { title: 'Counts', description: 'Counts for tests.' };

const byDay = defineTable({
  name: 'by-day',
  ...about,
  primaryKey: ['date', 'source_id'],
  fields: { ...dated('Day of the count.', 'its end'), value: value(), ...counted() },
  rules: [(row) => (row.value > 100 ? { field: 'value', message: 'expected at most 100' } : undefined)],
});
const byPeriod = defineTable({
  name: 'by-period',
  ...about,
  primaryKey: ['period_end', 'source_id'],
  fields: { ...period(['week', 'month', 'cumulative'], { cumulative: 'Since May.' }), value: value(), ...counted() },
});

const within = defineTable({
  name: 'within',
  ...about,
  primaryKey: ['date', 'source_id'],
  fields: { ...datedWithin('Day of the count.', 'its end'), value: value(), ...counted() },
});

const problemsOf = (table: Table, row: string) =>
  readTable(table, 'test.csv', Buffer.from(`${Object.keys(table.fields).join(',')}\n${row}\n`)).problems.map(
    ({ subject, message }) => `${subject}: ${message}`,
  );
const rest = (status: string, why = '') => `exact,Viasna,reported_count,a-source,high,${status},${why},`;

describe('runs of columns', () => {
  it('stand in a table in the order in which they are spread', () => {
    expect(Object.keys(byPeriod.fields).join(' ')).toBe(
      'period_start period_end period value qualifier counted_by basis source_id confidence status status_note note',
    );
  });

  it('give rows the types of their values', () => {
    type Day = RowOf<typeof byDay.fields>;
    type Period = RowOf<typeof byPeriod.fields>;
    expectTypeOf<Day['date_precision']>().toEqualTypeOf<'day' | 'month' | 'year'>();
    expectTypeOf<Day['status_note']>().toEqualTypeOf<string | null>();
    expectTypeOf<Day['value']>().toEqualTypeOf<number>();
    expectTypeOf<Period['period']>().toEqualTypeOf<'week' | 'month' | 'cumulative'>();
  });

  it('bring their rules, which speak before those of the table', () => {
    expect(problemsOf(byDay, `2024-05-31,month,7,${rest('preferred')}`)).toEqual([]);
    expect(problemsOf(byDay, `2024-05-30,month,700,${rest('superseded')}`)).toEqual([
      'date_precision: expected 2024-05-31 for a date known to the month, found "2024-05-30"',
      'status_note: expected a reason for the status "superseded", found an empty cell',
      'value: expected at most 100',
    ]);
    expect(problemsOf(byPeriod, `2024-05-01,2024-05-30,month,7,${rest('conflicting', 'Another count.')}`)).toEqual([
      'period: expected a period that fits 2024-05-01 to 2024-05-30, found "month"',
    ]);
    expect(problemsOf(byPeriod, `2024-05-02,2024-05-01,cumulative,7,${rest('preferred')}`)).toEqual([
      'period_end: expected a day on or after 2024-05-02, found "2024-05-01"',
    ]);
  });

  it('allow only the kinds of period that the table names', () => {
    expect(problemsOf(byPeriod, `2024-01-01,2024-12-31,year,7,${rest('preferred')}`)).toEqual([
      'period: expected one of week, month, cumulative, found "year"',
    ]);
  });
});

/** Rows of real tables are broken on purpose: a table that wrote the fields out by hand, without the rules, would let them pass. */
describe('every table of the package', () => {
  const brokenBy = (table: Table, row: Record<string, string | null>) =>
    table.rules.flatMap((rule) => rule(row as RowOf<Fields>)?.field ?? []);
  const having = (field: string) => tables.filter((table) => field in table.fields).map((table) => [table.name, table] as const);

  it.each(having('status'))('%s asks why a row is not preferred', (_name, table) => {
    expect(Object.keys(table.fields)).toEqual(expect.arrayContaining(Object.keys(judged())));
    expect(brokenBy(table, { status: 'superseded', status_note: null })).toContain('status_note');
  });
  it.each(having('date_precision'))('%s pads a date to its precision', (_name, table) => {
    expect(brokenBy(table, { date: '2024-05-30', date_precision: 'month' })).toContain('date_precision');
  });
  it.each(having('period_start'))('%s fits its period to its days', (_name, table) => {
    expect(brokenBy(table, { period_start: '2024-05-02', period_end: '2024-05-31', period: 'month' })).toContain('period');
  });
});

describe('a day that is not known', () => {
  const row = (...cells: readonly string[]) => problemsOf(within, `${cells.join(',')},,7,${rest('preferred')}`);

  it('stands as the last possible one, beside the first', () => {
    expect(row('2022-06-15', 'month', '2022-06-01', '2022-06-15')).toEqual([]);
    expect(row('2022-06-30', 'month', '', '')).toEqual([]);
    expect(row('2025-05-20', 'year', '2025-01-01', '2025-05-20')).toEqual([]);
    expect(row('2022-06-30', 'month', '2022-06-01', '2022-06-15')).toEqual([
      'date: expected 2022-06-15, the last possible day, found "2022-06-30"',
    ]);
  });

  it('has two bounds in order, and a precision that both share', () => {
    expect(row('2022-06-15', 'month', '', '2022-06-15')).toEqual(['date_from: expected the first and the last possible day together']);
    expect(row('2022-06-30', 'month', '2022-06-01', '')).toEqual(['date_to: expected the first and the last possible day together']);
    expect(row('2022-06-15', 'month', '2022-06-15', '2022-06-15')).toEqual([
      'date_to: expected a day after 2022-06-15, found "2022-06-15"',
    ]);
    expect(row('2022-06-15', 'day', '2022-06-01', '2022-06-15')).toEqual([
      'date_precision: expected month or year where the day is not known, found "day"',
    ]);
    expect(row('2022-06-15', 'month', '2022-05-30', '2022-06-15')).toEqual([
      'date_precision: expected a precision that 2022-05-30 and 2022-06-15 share, found "month"',
    ]);
  });
});

describe('a release made before a column was added', () => {
  const read = (header: string, row: string, older: boolean) =>
    readTable(within, 'test.csv', Buffer.from(`${header}\n${row}\n`), { older });
  const header = 'date,date_precision,value,qualifier,counted_by,basis,source_id,confidence,status,status_note,note';

  it('is read with that column empty', () => {
    const old = read(header, `2024-05-31,month,7,${rest('preferred')}`, true);
    expect(old.problems).toEqual([]);
    expect(old.rows[0]?.values).toMatchObject({ date: '2024-05-31', date_from: null, date_to: null, date_inferred: null, value: 7 });
    expect(read(header, `2024-05-31,month,7,${rest('preferred')}`, false).problems[0]?.message).toContain('expected this column');
  });

  it('is faulty when it has a column too many', () => {
    expect(read(`${header},more`, `2024-05-31,month,7,${rest('preferred')},x`, true).problems).not.toEqual([]);
  });
});
