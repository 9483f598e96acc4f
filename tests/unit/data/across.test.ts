/** Rules that span rows and tables: each finds what it is for, in the right cell, and leaves sound rows alone. */
import { describe, expect, it } from 'vitest';
import { checkAcross } from '../../../src/data/across.ts';
import type { Row } from '../../../src/data/read.ts';
import { readTable } from '../../../src/data/read.ts';
import { tables as registered } from '../../../src/data/registry.ts';

type Cells = Readonly<Record<string, string>>;

/** A table of the package with rows that say only what matters; every other cell is a value that the field allows. */
function table(name: string, ...rows: readonly Cells[]) {
  const found = registered.find((one) => one.name === name);
  if (!found) throw new Error(`no table ${name}`);
  const fields = Object.keys(found.fields);
  const filler: Cells = {
    date_precision: 'day',
    qualifier: 'exact',
    counted_by: 'Viasna',
    basis: 'documented_minimum',
    reported_in: 'report',
    source_id: 'a-source',
    confidence: 'high',
    status: 'preferred',
    value: '1',
    place: 'Minsk',
    place_id: '',
    name_be: 'я',
    name_ru: 'я',
    name_pl: 'ja',
    role: 'Activist',
    title: 'A text',
    publisher: 'A paper',
    url: 'https://example.org/',
    published_from: 'seen',
    language: 'en',
    kind: 'news',
    host_class: 'own',
    state_aligned: 'no',
    accessed: '2026-01-01',
    period: 'month',
    series: 'known',
    days_approximate: 'no',
    second_source_id: 'a-source',
    read_as: 'page',
  };
  const csv = [fields, ...rows.map((row) => fields.map((field) => row[field] ?? filler[field] ?? ''))]
    .map((cells) => cells.join(','))
    .join('\n');
  return readTable(found, `data/${name}.csv`, Buffer.from(`${csv}\n`));
}

const told = (...read: readonly ReturnType<typeof table>[]) =>
  checkAcross(read).map(({ file, line, column, subject, message }) => {
    const header = Object.keys(read.find((one) => one.file === file)?.table.fields ?? {});
    expect(header[column - 1]).toBe(subject);
    return `${file}:${line} ${subject}: ${message}`;
  });

const held = (date: string, metric: string, value: string, more: Cells = {}): Cells => ({ date, metric, value, ...more });

describe('the fillers', () => {
  it('make rows that their tables accept', () => {
    const read = table('political-prisoners', held('2024-01-31', 'currently_held', '7'));
    expect(read.problems).toEqual([]);
    expect(read.rows.map((row: Row) => row.values['value'])).toEqual([7]);
  });
});

describe('a day and its source', () => {
  const source = (more: Cells) => table('sources', { source_id: 'a-source', ...more });
  const count = (date: string, more: Cells = {}) => table('political-prisoners', held(date, 'currently_held', '7', more));

  it('is not after the day on which the source was read', () => {
    expect(told(source({ accessed: '2024-05-01' }), count('2024-05-02'))).toEqual([
      'data/political-prisoners.csv:2 date: expected a day until 2024-05-01, when its source was read, found "2024-05-02"',
    ]);
    expect(told(source({ accessed: '2024-05-01' }), count('2024-05-31', { date_precision: 'month' }))).toEqual([]);
  });

  it('is not after the last day of publication', () => {
    const published = source({ published: '2024-05-10', published_precision: 'day' });
    expect(told(published, count('2024-05-11'))[0]).toContain('expected a day until 2024-05-10, when its source was published');
    expect(told(published, count('2024-05-10'))).toEqual([]);
    expect(told(source({ published: '2024-05-31', published_precision: 'month' }), count('2024-05-20'))).toEqual([]);
    expect(told(source({ not_before: '2024-05-01', not_after: '2024-05-09' }), count('2024-05-10'))).toHaveLength(1);
  });
});

describe('totals', () => {
  it('are not smaller than their parts', () => {
    const rows = (women: string, status = 'preferred') =>
      table(
        'political-prisoners',
        held('2024-01-31', 'currently_held', '100'),
        held('2024-01-31', 'women_held', women, { status, status_note: 'x' }),
      );
    expect(told(rows('101'))).toEqual(['data/political-prisoners.csv:3 value: expected at most 100, the whole in line 2, found "101"']);
    expect(told(rows('100'))).toEqual([]);
    expect(told(rows('101', 'conflicting'))).toEqual([]);
  });

  it('that run since a first day do not fall', () => {
    const rows = (last: string, qualifier = 'exact') =>
      table(
        'political-prisoners',
        held('2024-01-31', 'recognised_since_2020', '100'),
        held('2024-02-29', 'recognised_since_2020', last, { qualifier }),
      );
    expect(told(rows('99'))[0]).toContain(':3 value: expected at least 100, the running total of line 2, found "99"');
    expect(told(rows('100'))).toEqual([]);
    expect(told(rows('99', 'about'))).toEqual([]);
  });
});

describe('the course of a case', () => {
  const event = (date: string, name: string, more: Cells = {}): Cells => ({
    date,
    person: 'a-person',
    event: name,
    ...(name === 'released' ? { form: 'pardon' } : {}),
    ...(name === 'sentenced' ? { years_of_prison: '5' } : {}),
    ...more,
  });

  it('frees and sentences nobody before the arrest', () => {
    expect(told(table('cases', event('2021-05-02', 'detained'), event('2021-05-01', 'released')))[0]).toContain(
      ':3 date: expected a day from 2021-05-02, when the person was detained, found "2021-05-01"',
    );
    expect(told(table('cases', event('2021-05-31', 'detained', { date_precision: 'month' }), event('2021-05-20', 'sentenced')))).toEqual(
      [],
    );
  });

  it('ends with death, and with freedom for the last report', () => {
    expect(told(table('cases', event('2021-05-02', 'died'), event('2021-06-01', 'transferred')))[0]).toContain('until 2021-05-02');
    const seen = event('2021-05-02', 'last_report');
    expect(told(table('cases', seen, event('2021-06-01', 'released')))[0]).toContain(
      ':2 status: expected "superseded", since the person was freed on 2021-06-01, found "preferred"',
    );
    expect(told(table('cases', seen, event('2021-05-01', 'released')))).toEqual([]);
  });

  it('is followed by what is derived from it', () => {
    const cases = table('cases', event('2021-05-02', 'detained'), event('2021-06-01', 'sentenced'), event('2022-05-02', 'released'));
    const served = (detained: string, years: string, days = '365') =>
      table('time-served', { person: 'a-person', detained, ended: '2022-05-02', end: 'released', days, years_of_prison: years });
    expect(told(cases, served('2021-05-02', '5'))).toEqual([]);
    expect(told(cases, served('2021-05-03', '4', '364'))).toEqual([
      'data/time-served.csv:2 detained: expected the day of "detained" in cases.csv, found "2021-05-03"',
      'data/time-served.csv:2 years_of_prison: expected 5, as cases.csv adds up to, found "4"',
    ]);
  });
});

describe('a death', () => {
  const death = (more: Cells): Cells => ({ date: '2023-07-11', name: 'A Person', place_id: 'minsk', ...more });

  it('has one age among the reports that agree', () => {
    const two = (status: string) =>
      table('deaths-in-custody', death({ age: '57' }), death({ age: '58', status, status_note: 'x', source_id: 'b-source' }));
    expect(told(two('repeated'))[0]).toContain(':3 age: expected 57, as in line 2, or the status "conflicting", found "58"');
    expect(told(two('conflicting'))).toEqual([]);
  });

  it('has one day in both tables', () => {
    const people = table('people', { person: 'a-person', name: 'A Person' });
    const died = (date: string) => table('cases', { date, person: 'a-person', event: 'died' });
    expect(told(people, table('deaths-in-custody', death({})), died('2023-07-11'))).toEqual([]);
    expect(told(people, table('deaths-in-custody', death({})), died('2023-07-12'))[0]).toContain(
      'expected 2023-07-11, as in line 2 of data/deaths',
    );
  });
});
