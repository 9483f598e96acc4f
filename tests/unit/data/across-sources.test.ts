/** Faults of the documents beside one another: an address twice, dates out of order, languages that there are not, a day that has not come. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPackage } from '../../../src/data/package.ts';
import { formatProblems } from '../../../src/data/problem.ts';
import { DataCopy, type RawRow } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
beforeEach(() => copy.restore());
afterAll(() => copy.remove());

/** Spoils cells of the first plain source that fits; gives what the check says of `field` in it. */
function spoil(fits: (cells: RawRow['cells']) => boolean, cells: Record<string, string>, field: string): string[] {
  const row = copy.row('sources', fits);
  copy.setCells('sources', row, cells);
  const place = `data/sources.csv:${row.line}:${copy.column('sources', field)} ${field}: `;
  return copy.check().flatMap((told) => (told.startsWith(place) ? [told.slice(place.length)] : []));
}

const dated = (cells: RawRow['cells']): boolean => cells['published_precision'] === 'day' && cells['not_before'] === '';

/** A source, what another takes over to be of the same page and day, and which other. */
function twice() {
  const plain = (cells: RawRow['cells']): boolean => dated(cells) && !/[?#]|\/$/.test(cells['url'] ?? '');
  const row = copy.row('sources', plain);
  const { url = '', publisher = '', published = '' } = row.cells;
  const other = (cells: RawRow['cells']): boolean => dated(cells) && cells['source_id'] !== row.cells['source_id'];
  return { row, cells: { url, publisher, published }, other };
}

describe('an address', () => {
  test.each([
    ['as it is', (url: string) => url],
    ['with a slash at its end', (url: string) => `${url}/`],
    ['with a place on the page', (url: string) => `${url}#top`],
  ])('that stands twice is told, %s', (_, change) => {
    const { row, cells, other } = twice();
    expect(spoil(other, { ...cells, url: change(cells.url) }, 'url')).toEqual([
      `expected an address of its own, another day of publication, or a note that names ${row.cells['source_id']}, found that of line ${row.line} again`,
    ]);
  });

  test('may stand twice where the page was changed between, or a note says that it is the same', () => {
    const { row, cells, other } = twice();
    expect(spoil(other, { ...cells, published: '2019-01-01' }, 'url')).toEqual([]);
    copy.restore();
    expect(spoil(other, { ...cells, note: `The same page as ${row.cells['source_id']}.` }, 'url')).toEqual([]);
  });
});

describe('the dates of a document', () => {
  test('are in order: published, then read', () => {
    expect(spoil(dated, { published: '2099-01-01' }, 'published')).toEqual([
      expect.stringMatching(/^expected a day until \d{4}-\d\d-\d\d, when the text was read, found "2099-01-01"$/),
    ]);
  });
  test('leave bounds that can be', () => {
    const bounds = (from: string, until: string) => ({ not_before: from, not_after: until });
    expect(spoil(dated, bounds('2098-01-01', '2099-01-01'), 'not_after')).toEqual([expect.stringMatching(/^expected a day until /)]);
  });
  test('keep to the bounds of publication', () => {
    const day = copy.row('sources', dated).cells['published'] ?? '';
    expect(spoil(dated, { not_before: '2026-11-01' }, 'published')).toEqual([
      `expected a day from 2026-11-01, the earliest that not_before allows, found "${day}"`,
    ]);
    copy.restore();
    expect(spoil(dated, { not_after: '2001-01-01' }, 'published')).toEqual([
      `expected a day until 2001-01-01, the latest that not_after allows, found "${day}"`,
    ]);
  });
  test('that have not come are told as a warning, since clocks may be wrong', () => {
    const row = copy.row('sources', dated);
    copy.setCells('sources', row, { accessed: '2999-01-01' });
    const { problems, warnings } = checkPackage(copy.folder);
    expect(problems).toEqual([]);
    expect(formatProblems(warnings)).toContainEqual(
      expect.stringMatching(new RegExp(`^data/sources.csv:${row.line}:\\d+ accessed: expected a day until today, .*, found "2999-01-01"$`)),
    );
  });
});

describe('the language of a document', () => {
  test.each(['english', 'xx', 'EN', 'en_GB', 'e', 'en-', 'zh-hant', 'by!'])('"%s" is told', (language) => {
    expect(spoil(() => true, { language }, 'language')).toEqual([
      `expected a BCP 47 tag of a language, such as be or zh-Hant, found "${language}"`,
    ]);
  });
  test.each(['be', 'zh-Hant', 'be-tarask', 'pt-BR'])('"%s" is one', (language) => {
    expect(spoil(() => true, { language }, 'language')).toEqual([]);
  });
});
