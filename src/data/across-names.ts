/** Names of places and people in the tables: each stands in the table that says which place or person it means. */
import type { Problem } from './problem.ts';
import { quote } from './problem.ts';
import type { ReadTable, Row } from './read.ts';

const columnsOfPlaces = ['place', 'region', 'destination'];
const columnsOfPeople = ['name', 'candidate', 'speaker'];

/**
 * Every name that can't be joined, at its cell, and every row of the tables of names that names nothing; of a package as of a day, in
 * which rows are left out, the latter is no fault.
 */
export function checkNames(tables: readonly ReadTable[], { partial = false } = {}): Problem[] {
  const find = (name: string): ReadTable | undefined => tables.find(({ table }) => table.name === name);
  return [
    ...joinable(tables, find('place-names'), columnsOfPlaces, 'place_id', () => true),
    ...peopleInColumns(tables, find('person-names'), find('people')),
    ...(partial ? [] : [...named(tables, find('place-names'), columnsOfPlaces), ...named(tables, find('person-names'), columnsOfPeople)]),
    ...peopleInEvents(find('events'), find('event-people'), find('people')),
  ];
}

const text = ({ values }: Row, field: string): string => String(values[field] ?? '');

function fault({ file, table }: ReadTable, { line }: Row, field: string, message: string): Problem {
  return { file, line, column: Object.keys(table.fields).indexOf(field) + 1, subject: field, message };
}

/** The tables with one of the columns, and that column; but for those whose rows say themselves which one they mean, and those that list names. */
function withColumn(tables: readonly ReadTable[], columns: readonly string[], own: string): { read: ReadTable; field: string }[] {
  const lists = ['people', 'places', 'person-names', 'place-names'];
  return tables
    .filter(({ table }) => !lists.includes(table.name) && !(own in table.fields))
    .flatMap((read) => columns.filter((field) => field in read.table.fields).map((field) => ({ read, field })));
}

/** Names of a column that are owed a row in the table of names and have none. */
function joinable(
  tables: readonly ReadTable[],
  names: ReadTable | undefined,
  columns: readonly string[],
  own: string,
  isOwed: (name: string) => boolean,
): Problem[] {
  if (!names) return [];
  const known = new Set(names.rows.map((row) => text(row, 'name')));
  return withColumn(tables, columns, own).flatMap(({ read, field }) =>
    read.rows
      .filter((row) => !known.has(text(row, field)) && isOwed(text(row, field)))
      .map((row) => fault(read, row, field, `expected one that stands in ${names.table.name}.csv, found ${quote(text(row, field))}`)),
  );
}

function peopleInColumns(tables: readonly ReadTable[], names: ReadTable | undefined, people: ReadTable | undefined): Problem[] {
  if (!names || !people) return [];
  const persons = new Map(people.rows.map((row) => [text(row, 'name'), text(row, 'person')]));
  const wrong = names.rows.filter((row) => persons.has(text(row, 'name')) && persons.get(text(row, 'name')) !== text(row, 'person'));
  return [
    ...joinable(tables, names, columnsOfPeople, 'person', (name) => persons.has(name)),
    ...wrong.map((row) =>
      fault(
        names,
        row,
        'person',
        `expected ${persons.get(text(row, 'name'))}, who has this name in people.csv, found ${quote(text(row, 'person'))}`,
      ),
    ),
  ];
}

/** Rows of a table of names whose name stands in no table. */
function named(tables: readonly ReadTable[], names: ReadTable | undefined, columns: readonly string[]): Problem[] {
  if (!names) return [];
  const used = new Set(withColumn(tables, columns, '').flatMap(({ read, field }) => read.rows.map((row) => text(row, field))));
  return names.rows
    .filter((row) => !used.has(text(row, 'name')))
    .map((row) =>
      fault(
        names,
        row,
        'name',
        `expected a name that a row of another table has (${columns.join(', ')}), found ${quote(text(row, 'name'))}`,
      ),
    );
}

/** People whose whole name stands in an event, without a row that joins them. */
function peopleInEvents(events: ReadTable | undefined, joins: ReadTable | undefined, people: ReadTable | undefined): Problem[] {
  if (!events || !joins || !people) return [];
  const joined = new Set(joins.rows.map((row) => `${text(row, 'event_id')} ${text(row, 'person')}`));
  return events.rows.flatMap((row) =>
    people.rows
      .filter((person) => !joined.has(`${text(row, 'event_id')} ${text(person, 'person')}`))
      .flatMap((person): Problem[] => {
        const field = ['title', 'summary'].find((column) => text(row, column).includes(text(person, 'name')));
        const message = `expected a row of event-people.csv with ${text(person, 'person')}, found none beside ${quote(text(person, 'name'))}`;
        return field === undefined ? [] : [fault(events, row, field, message)];
      }),
  );
}
