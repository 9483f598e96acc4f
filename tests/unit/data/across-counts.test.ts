/** Faults between the rows of the data package are found, at their cells. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DataCopy, type RawRow } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
beforeEach(() => copy.restore());
afterAll(() => copy.remove());

/** Spoils cells of the first row without quotes that fits; gives what the check says, and the place of `field` in that row. */
function spoil(table: string, fits: (cells: RawRow['cells']) => boolean, cells: Record<string, string>, field: string) {
  const row = copy.row(table, fits);
  copy.setCells(table, row, cells);
  return { found: copy.check(), place: `data/${table}.csv:${row.line}:${copy.column(table, field)} ${field}:` };
}

test('an interim count in use although a fuller one of the same counter is known', () => {
  const { found, place } = spoil(
    'detentions',
    (row) => row['date'] === '2020-10-04' && row['counted_by'] === 'Viasna' && row['value'] === '170',
    { status: 'preferred', status_note: '', note: 'Interim list of the day' },
    'status',
  );
  // It is the second preferred row of the fact, too.
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/expected an interim count not to be preferred to the fuller one of line \d+, found "preferred"$/);
  expect(found[0]).toContain(place);
});

describe('a whole smaller than its part', () => {
  test('the country below its capital', () => {
    const { found, place } = spoil(
      'detentions',
      (row) => row['date'] === '2020-09-19' && row['place'] === 'Belarus',
      { value: '414', note: 'Soon released' },
      'value',
    );
    expect(found).toEqual([expect.stringMatching(/expected at least the 415 of line \d+, a part of it, found "414"$/)]);
    expect(found[0]).toContain(place);
  });

  test('a running total that falls', () => {
    const { found, place } = spoil(
      'civil-society',
      (row) => row['metric'] === 'organisations_lost' && row['date'] === '2025-08-31',
      { value: '1947' },
      'value',
    );
    expect(found).toEqual([expect.stringMatching(/expected a running total of at least 1948, as in line \d+, found "1947"$/)]);
    expect(found[0]).toContain(place);
  });

  test('a total of organisations below those in forced liquidation', () => {
    const { found } = spoil(
      'civil-society',
      (row) => row['metric'] === 'organisations_lost' && row['date'] === '2022-12-31' && row['status'] === 'preferred',
      { value: '700' },
      'value',
    );
    expect(found).toContainEqual(expect.stringMatching(/expected at least the 757 of line \d+, a part of it, found "700"$/));
  });

  test('a list shorter than what was put on it that day', () => {
    const { found } = spoil(
      'sanctions',
      (row) => row['imposed_by'] === 'EU' && row['metric'] === 'people_listed' && row['date'] === '2023-08-03',
      { value: '37' },
      'value',
    );
    expect(found).toEqual([expect.stringMatching(/expected at least the 38 that line \d+ adds, found "37"$/)]);
  });

  test('a country that is not the sum of its regions', () => {
    const { found, place } = spoil(
      'copied-protocols-2020',
      (row) => row['region'] === 'vitsebsk',
      { votes_invalid: '465' },
      'votes_invalid',
    );
    expect(found).toEqual([expect.stringMatching(/votes_invalid: expected \d+, the sum of the regions, found "\d+"$/)]);
    expect(found[0]).not.toContain(place);
  });
});

describe('a publisher', () => {
  test.each([
    ['under another spelling', 'UDF', 'expected "UDF.by", the one spelling of this publisher, found "UDF"'],
    ['named by a host', 'example.org', 'expected the name of a publisher or “Not identified”, found a host, "example.org"'],
    [
      'named by a user of a platform',
      'GitHub user someone',
      'expected the name of a publisher, found the user of a platform, "GitHub user someone"',
    ],
  ])('%s', (_name, publisher, message) => {
    const { found, place } = spoil('sources', () => true, { publisher }, 'publisher');
    expect(found).toEqual([`${place} ${message}`]);
  });
});
