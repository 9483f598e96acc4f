/** Names of places and people in the tables: each stands in the table that says which place or person it means. */
import { meaningOf } from './field.ts';
import type { Problem } from './problem.ts';
import { quote } from './problem.ts';
import type { ReadTable, Row } from './read.ts';
import type { Table } from './table.ts';

const columnsOfPlaces = ['place', 'region', 'destination'];
/** Tables that say whom or what a name means; a column of theirs is joined to none. */
const lists = ['people', 'places', 'person-names', 'place-names'];

interface Column {
  readonly read: ReadTable;
  readonly field: string;
}

/** Whether words are a full name: two or more, each with a capital, so that a choice such as "Against all" is none. */
export const isFullName = (words: string): boolean => /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(words);

/** The fields of a table that hold names of people, each with what in it is none. */
export function fieldsOfPeople({ fields }: Pick<Table, 'fields'>): { readonly field: string; readonly butFor: readonly string[] }[] {
  return Object.entries(fields).flatMap(([field, cell]) => {
    const { people } = meaningOf(cell);
    return people ? [{ field, butFor: people.butFor }] : [];
  });
}

/**
 * Every name that can't be joined, at its cell, and every row of the tables of names that names nothing; of a package as of a day, in
 * which rows are left out, the latter is no fault.
 */
export function checkNames(tables: readonly ReadTable[], { partial = false } = {}): Problem[] {
  const find = (name: string): ReadTable | undefined => tables.find(({ table }) => table.name === name);
  const places = columnsIn(tables, 'place_id', ({ fields }) => columnsOfPlaces.filter((field) => field in fields));
  const people = columnsIn(tables, 'person', (table) => fieldsOfPeople(table).map(({ field }) => field));
  return [
    ...joinable(places, find('place-names'), () => true),
    ...peopleInColumns(people, find('person-names'), find('people')),
    ...(partial ? [] : [...named(places, find('place-names')), ...named(people, find('person-names'))]),
    ...peopleInEvents(find('events'), find('event-people'), find('people')),
    ...peopleElsewhere(tables, people, find('people')),
  ];
}

const text = ({ values }: Row, field: string): string => String(values[field] ?? '');

function fault({ file, table }: ReadTable, { line }: Row, field: string, message: string): Problem {
  return { file, line, column: Object.keys(table.fields).indexOf(field) + 1, subject: field, message };
}

/** Columns of the tables, but for those whose rows say themselves which one they mean, and those that list names. */
function columnsIn(tables: readonly ReadTable[], own: string, fieldsOf: (table: Table) => readonly string[]): Column[] {
  return tables
    .filter(({ table }) => !lists.includes(table.name) && !(own in table.fields))
    .flatMap((read) => fieldsOf(read.table).map((field) => ({ read, field })));
}

/** Names of a column that are owed a row in the table of names and have none. */
function joinable(columns: readonly Column[], names: ReadTable | undefined, isOwed: (name: string) => boolean): Problem[] {
  if (!names) return [];
  const known = new Set(names.rows.map((row) => text(row, 'name')));
  return columns.flatMap(({ read, field }) =>
    read.rows
      .filter((row) => !known.has(text(row, field)) && isOwed(text(row, field)))
      .map((row) => fault(read, row, field, `expected one that stands in ${names.table.name}.csv, found ${quote(text(row, field))}`)),
  );
}

function peopleInColumns(columns: readonly Column[], names: ReadTable | undefined, people: ReadTable | undefined): Problem[] {
  if (!names || !people) return [];
  const persons = new Map(people.rows.map((row) => [text(row, 'name'), text(row, 'person')]));
  const wrong = names.rows.filter((row) => persons.has(text(row, 'name')) && persons.get(text(row, 'name')) !== text(row, 'person'));
  return [
    ...joinable(columns, names, (name) => persons.has(name)),
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
function named(columns: readonly Column[], names: ReadTable | undefined): Problem[] {
  if (!names) return [];
  const used = new Set(columns.flatMap(({ read, field }) => read.rows.map((row) => text(row, field))));
  return names.rows
    .filter((row) => !used.has(text(row, 'name')))
    .map((row) =>
      fault(
        names,
        row,
        'name',
        `expected a name that a row of another table has (${[...new Set(columns.map(({ field }) => field))].join(', ')}), found ${quote(text(row, 'name'))}`,
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

/**
 * Cells of other columns that are the name of a person: embeds without names would keep it. Counters are people sometimes, which their
 * descriptions say.
 */
function peopleElsewhere(tables: readonly ReadTable[], columns: readonly Column[], people: ReadTable | undefined): Problem[] {
  const names = new Set([
    ...(people?.rows ?? []).map((row) => text(row, 'name')),
    ...columns.flatMap(({ read, field }) => {
      const butFor = fieldsOfPeople(read.table).find((each) => each.field === field)?.butFor ?? [];
      return read.rows.map((row) => text(row, field)).filter((name) => isFullName(name) && !butFor.includes(name));
    }),
  ]);
  return tables
    .filter(({ table }) => ![...lists, 'counters', 'sources'].includes(table.name))
    .flatMap((read) => {
      const free = Object.entries(read.table.fields).flatMap(([field, cell]) => {
        const { type, people, references, categories } = meaningOf(cell);
        return type === 'string' && !people && !references && !categories ? [field] : [];
      });
      return read.rows.flatMap((row) =>
        free
          .filter((field) => names.has(text(row, field)))
          .map((field) =>
            fault(
              read,
              row,
              field,
              `expected a field made by personName (src/data/field.ts), found the name ${quote(text(row, field))} in another`,
            ),
          ),
      );
    });
}
