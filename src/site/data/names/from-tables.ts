/** The people, places and laws of the index, out of the tables of this subject. A project with other tables has others here, or none. */
import { meaningOf } from '../../../data/field.ts';
import { candidates2025 } from '../../../data/tables/candidates-2025.ts';
import { cases } from '../../../data/tables/cases.ts';
import { deathsInCustody } from '../../../data/tables/deaths-in-custody.ts';
import { laws } from '../../../data/tables/laws.ts';
import { people } from '../../../data/tables/people.ts';
import { places } from '../../../data/tables/places.ts';
import { protestDeaths } from '../../../data/tables/protest-deaths.ts';
import { formatDate } from '../../../figures/format.ts';
import type { Edition } from '../../edition.ts';
import { type DatedEvent, type Entry, given, lastWord, type Spelling, slugOf } from './entry.ts';

const split = (text: string | null): string[] => (text ?? '').split(';').map((part) => part.trim());
/** The other spellings of the name that is shown, each once: the tables' English, those of other languages, those of agencies. */
function spellingsOf(
  row: Readonly<Record<'name', string> & Record<'name_be' | 'name_ru' | 'name_pl' | 'name_other', string | null>>,
  shown: string,
): Spelling[] {
  const all: (readonly [string | null, string | undefined])[] = [
    [row.name, undefined],
    [row.name_be, 'be'],
    [row.name_ru, 'ru'],
    [row.name_pl, 'pl'],
    ...split(row.name_other).map((text) => [text, undefined] as const),
  ];
  return all.flatMap(([text, language], index) =>
    text === null || text === '' || text === shown || all.findIndex(([other]) => other === text) < index ? [] : [{ text, language }],
  );
}

export function peopleOf(edition: Edition): Entry[] {
  const events = eventsOf(edition);
  const { say } = edition.dataWords;
  const known = edition.data.rows(people).map((row) => {
    const name = say(row.name);
    return { id: row.person, name, what: say(row.role), spellings: spellingsOf(row, name), events: events.get(row.person) ?? [] };
  });
  const standing = edition.data
    .rows(candidates2025)
    .filter(
      ({ candidate }, index, all) =>
        !known.some(({ name }) => name === say(candidate)) && all.findIndex((row) => row.candidate === candidate) === index,
    )
    .map(({ candidate, role }) => ({
      id: slugOf(candidate),
      name: say(candidate),
      what: say(role ?? ''),
      spellings: [] as Spelling[],
      events: [] as DatedEvent[],
    }));
  const all = [...known, ...standing, ...deadOf(edition, new Set(known.map(({ name }) => name)))];
  // A surname alone means a person only where nobody else has it.
  const owners = new Map<string, Set<string>>();
  for (const { id, name, spellings } of all)
    for (const form of [name, ...spellings.map(({ text }) => text)])
      owners.set(lastWord(form), (owners.get(lastWord(form)) ?? new Set()).add(id));
  return all.map((person) => {
    const names = [person.name, ...person.spellings.map(({ text }) => text)];
    const surnames = names.map(lastWord).filter((form) => owners.get(form)?.size === 1);
    return {
      ...person,
      group: 'people',
      forms: given([...names, ...surnames]),
      explained: null,
      events: person.events,
    };
  });
}

/** Those who died in custody or in the protests and stand in no other table of people. */
function deadOf({ data, locale, strings, dataWords }: Edition, known: ReadonlySet<string>) {
  const { died, dead } = strings.names;
  const rows = [
    ...data.rows(deathsInCustody).map((row, index) => ({ row, index, table: deathsInCustody.name, what: dead.custody })),
    ...data.rows(protestDeaths).map((row, index) => ({ row, index, table: protestDeaths.name, what: dead.protests })),
  ];
  return rows.flatMap(({ row, index, table, what }) => {
    const name = dataWords.say(row.name);
    if (row.status !== 'preferred' || known.has(name)) return [];
    const line = data.read(table)?.rows[index]?.line;
    const event: DatedEvent = { day: formatDate(row.date, row.date_precision, locale), what: died, row: `/data/${table}/#L${line}` };
    return [
      { id: slugOf(row.name), name, what, spellings: name === row.name ? [] : [{ text: row.name, language: undefined }], events: [event] },
    ];
  });
}

/** The cases by person: each event once a day, as the preferred row has it. */
function eventsOf({ data, locale, strings, dataWords }: Edition): ReadonlyMap<string, DatedEvent[]> {
  const labels = new Map(meaningOf(cases.fields.event).categories?.map(({ value, label }) => [value, label]));
  const rows = data.rows(cases);
  const found = new Map<string, (DatedEvent & { readonly iso: string })[]>();
  for (const [index, row] of rows.entries()) {
    if (row.status !== 'preferred') continue;
    const line = data.read('cases')?.rows[index]?.line;
    const label = labels.get(row.event) ?? row.event;
    const years = row.years_of_prison === null ? '' : `: ${strings.names.years(row.years_of_prison)}`;
    const event = {
      iso: row.date,
      day: formatDate(row.date, row.date_precision, locale),
      what: `${dataWords.say(label)}${years}`,
      row: `/data/cases/#L${line}`,
    };
    found.set(row.person, [...(found.get(row.person) ?? []), event]);
  }
  for (const events of found.values()) events.sort((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0));
  return found;
}

export function placesOf(edition: Edition): Entry[] {
  const rows = edition.data.rows(places);
  const { say } = edition.dataWords;
  const kinds = new Map(meaningOf(places.fields.kind).categories?.map(({ value, label }) => [value, label]));
  return rows.map((row) => {
    const region = rows.find(({ place_id }) => place_id === row.region_id)?.name;
    const name = say(row.name);
    const spellings = spellingsOf(row, name);
    const kind = say(kinds.get(row.kind) ?? row.kind);
    const what = region === undefined ? kind : `${kind}, ${say(region)}`;
    return {
      id: row.place_id,
      group: 'places',
      name,
      what,
      spellings,
      forms: [name, ...spellings.map(({ text }) => text)],
      explained: null,
      events: [],
    };
  });
}

/** A law with its steps as dated events, and what its last step says as its line. */
export function lawsOf({ data, locale, dataWords: { say } }: Edition): Entry[] {
  const steps = new Map(meaningOf(laws.fields.step).categories?.map(({ value, label }) => [value, label]));
  const found = new Map<string, { name: string; what: string; events: DatedEvent[] }>();
  const order = data.rows(laws).map((row, index) => ({ row, line: data.read('laws')?.rows[index]?.line }));
  for (const { row, line } of order.sort((a, b) => (a.row.date < b.row.date ? -1 : 1))) {
    if (row.status !== 'preferred') continue;
    const law = found.get(row.law_id) ?? { name: say(row.title), what: say(row.summary ?? ''), events: [] as DatedEvent[] };
    law.events.push({
      day: formatDate(row.date, row.date_precision, locale),
      what: say(steps.get(row.step) ?? row.step),
      row: `/data/laws/#L${line}`,
    });
    found.set(row.law_id, law);
  }
  return [...found].map(([id, law]) => ({ ...law, id: `law-${id}`, group: 'laws', spellings: [], forms: [law.name], explained: null }));
}
