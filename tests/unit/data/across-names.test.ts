/** Places, regions and people that a cell names can be joined: what the tables of names lack, or have in vain, is told at its cell. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { DataCopy } from '../../fixtures/data-copy.ts';

const copy = new DataCopy();
beforeEach(() => copy.restore());
afterAll(() => copy.remove());

/** The copy without a line of a table. */
function without(table: string, line: number): void {
  const lines = copy.lines(table);
  lines.splice(line - 1, 1);
  copy.write(table, `${lines.join('\n')}\n`);
}

test.each(['place', 'region', 'destination'])('a %s without a row is told wherever it stands', (field) => {
  const table = { place: 'protest-sizes', region: 'turnout-by-region', destination: 'exile' }[field] ?? '';
  const user = copy.row(table, (cells) => copy.row('place-names', ({ name }) => name === cells[field]).line > 0);
  const name = user.cells[field];
  without('place-names', copy.row('place-names', (cells) => cells['name'] === name).line);
  expect(copy.check()).toContain(
    `data/${table}.csv:${user.line}:${copy.column(table, field)} ${field}: expected one that stands in place-names.csv, found "${name}"`,
  );
});

test('a person of the package whose name has no row is told', () => {
  without('person-names', copy.row('person-names', ({ name }) => name === 'Mikola Statkevich').line);
  const { line } = copy.row('presidential-results', ({ candidate }) => candidate === 'Mikola Statkevich');
  expect(copy.check()).toContain(
    `data/presidential-results.csv:${line}:3 candidate: expected one that stands in person-names.csv, found "Mikola Statkevich"`,
  );
});

test('a name that means another person is told', () => {
  const row = copy.row('person-names', ({ name }) => name === 'Mikola Statkevich');
  copy.setCells('person-names', row, { person: 'ales-pushkin' });
  expect(copy.check()).toContain(
    `data/person-names.csv:${row.line}:2 person: expected mikola-statkevich, who has this name in people.csv, found "ales-pushkin"`,
  );
});

test('a name that stands nowhere is told', () => {
  const row = copy.row('place-names', ({ name }) => name === 'Estonia');
  copy.setCells('place-names', row, { name: 'Estland' });
  expect(copy.check()).toContain(
    `data/place-names.csv:${row.line}:1 name: expected a name that a row of another table has (place, region, destination), found "Estland"`,
  );
});

test('a name of a person in another field is told, since embeds without names would keep it', () => {
  const name = copy.row('opinion-surveys', ({ answer }) => answer === 'Natallia Kachanava').cells['answer'] ?? '';
  const row = copy.row('protest-sizes', ({ place }) => place === 'Minsk');
  copy.setCells('protest-sizes', row, { place: name });
  expect(copy.check()).toContain(
    `data/protest-sizes.csv:${row.line}:${copy.column('protest-sizes', 'place')} place: expected a field made by personName (src/data/field.ts), found the name "${name}" in another`,
  );
});

test('an event that names a person in vain is told', () => {
  const row = copy.row('event-people', ({ event_id }) => event_id === '2020-06-18-viktar-babaryka-arrested');
  without('event-people', row.line);
  expect(copy.check()).toContainEqual(
    expect.stringMatching(
      /^data\/events\.csv:\d+:5 title: expected a row of event-people\.csv with viktar-babaryka, found none beside "Viktar Babaryka"$/,
    ),
  );
});
