/** What the index names: people, places, organisations, terms and laws, out of the tables and the glossary. */
import { counters } from '../../../data/tables/counters.ts';
import { termId } from '../../../story/terms.ts';
import type { Edition } from '../../edition.ts';
import { type Entry, given, lastWord, slugOf } from './entry.ts';
import { lawsOf, peopleOf, placesOf } from './from-tables.ts';

/** All entries of an edition, each group in the order of the alphabet: people by their surname. */
export function entriesOf(edition: Edition): Entry[] {
  const { compare } = edition.locale;
  const sorted = (entries: Entry[], key: (entry: Entry) => string = ({ name }) => name): Entry[] =>
    entries.sort((a, b) => compare(key(a), key(b)) || compare(a.name, b.name));
  return [
    ...sorted(peopleOf(edition), ({ name }) => lastWord(name)),
    ...sorted(placesOf(edition)),
    ...sorted(organisationsOf(edition)),
    ...termsOf(edition),
    ...sorted(lawsOf(edition)),
  ];
}

function organisationsOf({ data, dataWords: { say } }: Edition): Entry[] {
  return data.rows(counters).map(({ counter, description }) => ({
    id: `counter-${slugOf(counter)}`,
    group: 'organisations',
    name: say(counter),
    what: say(description),
    spellings: [],
    forms: given([say(counter), counter]),
    explained: null,
    events: [],
  }));
}

function termsOf({ story }: Edition): Entry[] {
  return story.terms.map(({ id, term, forms, prose }) => ({
    id: `index-${termId(id)}`,
    group: 'terms',
    name: term,
    what: prose,
    spellings: [],
    forms: [term, ...forms],
    explained: `/#${termId(id)}`,
    events: [],
  }));
}
