/** Twenty ways to get a file wrong, each with what the check has to say. They rest on the example that the texts go through. */

export interface Fault {
  readonly what: string;
  readonly file: string;
  readonly spoil: (text: string) => string;
  /** What the line of the check says beside file, line and column. */
  readonly told: RegExp;
}

/** A row of the fines of the example, with one cell of its own. */
const fine = (change: Readonly<Record<number, string>>): ((text: string) => string) => {
  const row = ['2022-12-31', 'year', 'Belarus', '70', 'exact', 'Example Union', 'documented_minimum', 'example-2025-01-10-fines', 'high'];
  const cells = [...row, 'preferred', '', ''].map((cell, index) => change[index] ?? cell);
  return (text) => `${text}${cells.join(',')}\n`;
};
const swap =
  (before: string | RegExp, after: string): ((text: string) => string) =>
  (text) =>
    text.replace(before, () => after);
const more =
  (words: string): ((text: string) => string) =>
  (text) =>
    `${text}${words}`;
const fault = (what: string, file: string, spoil: Fault['spoil'], told: RegExp): Fault => ({ what, file, spoil, told });

const fines = 'data/fines.csv';
const chapter = 'content/en/13-fines.md';
const strings = 'content/en/charts/fines.yml';

/** Faults of one list are made together: one look tells all of them. */
export const rounds: readonly (readonly Fault[])[] = [
  [
    fault('a letter for a digit', fines, fine({ 0: '2021-12-31', 3: '7O' }), /value: expected a whole number, found "7O"/),
    fault('a day that is none', fines, fine({ 0: '2020-02-30' }), /date: .*found "2020-02-30"/),
    fault('a formula', fines, fine({ 0: '2018-12-31', 11: '=1+1' }), /note: .*=1\+1/),
    fault('a row with a cell too many', fines, fine({ 0: '2017-12-31', 11: 'a,b' }), /expected 12 .*found 13/),
    fault('an address that runs', 'data/sources.csv', swap('https://example.org/fines', 'javascript:alert(1)'), /url: .*javascript/),
    fault('a stray table', 'data/strikes.csv', more('day\n'), /nothing reads the file/),
    fault('a dead link of a text', 'README.md', more('\n[gone](src/gone.md)\n'), /found "src\/gone\.md"/),
    fault('another version in the citation', 'CITATION.cff', more('version: 9.9.9\n'), /expected a copy of data\/CITATION\.cff/),
    fault('a release that was touched', 'data/releases/1.0.0/releases.csv', more(' '), /expected the file as released in 1\.0\.0/),
  ],
  [
    fault('a source that is not there', fines, fine({ 7: 'nobody-2020' }), /source_id: .*nobody-2020/),
    fault('a counter that is not there', fines, fine({ 0: '2021-12-31', 5: 'Nobody' }), /counted_by: .*Nobody/),
  ],
  [fault('a row twice', fines, fine({ 0: '2023-12-31', 3: '81' }), /expected a new key .*found that of line \d+ again/)],
  [
    fault(
      'a figure of no row',
      'content/figures.yml',
      swap(/(?<=fines-2024: .*on: )2024-12-31/, '2016-12-31'),
      /fines-2024: expected a row of fines/,
    ),
  ],
  [
    fault(
      'a figure that nothing prints',
      'content/figures.yml',
      more('fines-2023: { table: fines, on: 2023-12-31 }\n'),
      /fines-2023: expected a figure that a chapter, a text or a chart prints/,
    ),
  ],
  [fault('a key of a chart misspelt', strings, swap('labels:', 'label:'), / label: /)],
  [fault('a number typed into a title', strings, swap('{fines-2024}', '120'), /title: .*found "120"/)],
  [fault('a bare number', chapter, more('\nThere were 500 of them.\n'), /found "500"/)],
  [fault('a directive that is none', chapter, more('\nAs :figur[fines-2024] says.\n'), /figur: expected .*found an unknown directive/)],
  [fault('a term that is not explained', chapter, more('\nA :term[gag order] came.\n'), /term: .*found "gag order"/)],
  [fault('a link to no page', chapter, more('\nIt [leads](/nowhere/) nowhere.\n'), /found "\/nowhere\/"/)],
];
