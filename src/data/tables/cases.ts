import { datedWithin, sourced } from '../columns.ts';
import { decimal, oneOf, optional, slug, text } from '../field.ts';
import { defineTable, type RowRule } from '../table.ts';

const verdicts = new Set(['sentenced', 'resentenced', 'sentenced_in_absentia', 'sentence_reduced']);
const inCustody = new Set(['detained', 'transferred', 'hospitalised', 'returned_to_custody', 'died', 'last_report']);
const releases = new Set(['released', 'expelled']);

const event = oneOf(
  { description: 'What happened.' },
  {
    detained: { label: 'detained', definition: 'Taken into custody, from which the person was not let go before the next event.' },
    transferred: { label: 'moved', definition: 'Moved to another place or kind of custody.' },
    sentenced: { label: 'sentenced', definition: 'Sentenced to prison by a court of first instance, in the first case.' },
    sentence_upheld: { label: 'sentence upheld', definition: 'A higher court left the sentence in force.' },
    sentence_reduced: {
      label: 'sentence shortened',
      definition: 'A higher court shortened the sentence. The years are those that remained of it.',
    },
    resentenced: { label: 'sentenced again', definition: 'Sentenced in a further case while in custody.' },
    sentenced_in_absentia: { label: 'sentenced in absentia', definition: 'Sentenced while abroad.' },
    hospitalised: {
      label: 'taken to hospital',
      definition: 'Taken from a colony to a public hospital, where the person’s own team made it known.',
    },
    incommunicado: { label: 'no more contact', definition: 'Last sign of life by letter, call or lawyer before a long silence.' },
    contact_resumed: { label: 'contact resumed', definition: 'First contact with family after a long silence.' },
    returned_to_custody: { label: 'taken back into custody', definition: 'Let go or pardoned, and put back into custody.' },
    released: { label: 'released', definition: 'Let go without being taken out of the country.' },
    expelled: { label: 'freed and taken abroad', definition: 'Freed and taken out of the country at once.' },
    exchanged: { label: 'exchanged', definition: 'Freed in an exchange of prisoners between states.' },
    exiled: { label: 'forced abroad', definition: 'Left or was forced out of the country without serving a sentence.' },
    died: { label: 'died in custody', definition: 'Died in prison, or in hospital as a prisoner.' },
    last_report: {
      label: 'last report',
      definition: 'The latest report seen that has the person in custody, where no end of it is known.',
    },
  },
);
const years = optional(
  decimal({
    description:
      'Years of prison that this verdict handed down. For a further sentence, what that verdict added; for a sentence shortened on appeal, its new length.',
    unit: 'years',
    min: 0.1,
    max: 30,
  }),
);
const form = optional(
  oneOf(
    { description: 'On what ground the person was let go.' },
    {
      pardon: 'pardon',
      amnesty: 'amnesty',
      term_served: 'sentence served',
      unknown: { label: 'not known', definition: 'The source names no ground, or speaks of talks between states only.' },
    },
  ),
);
const country = optional(text({ description: 'Country that the person was taken to or went to, where the source says so.' }));
const placeId = optional(
  slug({ description: 'Prison, colony or town where the person was held from then on, where the source says so.', references: 'places' }),
);

/** A number of years stands with a verdict, and a way out with a release, and with nothing else. */
const eventRule: RowRule<{
  event: typeof event;
  years_of_prison: typeof years;
  form: typeof form;
  country: typeof country;
  place_id: typeof placeId;
}> = (row) => {
  if (verdicts.has(row.event) !== (row.years_of_prison !== null))
    return { field: 'years_of_prison', message: 'expected years of prison for a verdict, and for nothing else' };
  if (releases.has(row.event) !== (row.form !== null))
    return { field: 'form', message: 'expected a form of release for a release or an expulsion, and for nothing else' };
  if (row.place_id !== null && !inCustody.has(row.event))
    return { field: 'place_id', message: 'expected a place of detention only where the person is in custody' };
  const leaves = row.event === 'expelled' || row.event === 'exchanged' || row.event === 'exiled';
  return row.country !== null && !leaves
    ? { field: 'country', message: 'expected a country only where the person left Belarus' }
    : undefined;
};

/** Public cases from detention to release, exile or death. */
export const cases = defineTable({
  name: 'cases',
  title: 'Public cases',
  description:
    'One row a dated event in the case of a public figure, as one source reports it. A case without a release, an exile or a death is open: the last event is the last one known, not the present.',
  primaryKey: ['person', 'date', 'event', 'source_id'],
  valueField: 'years_of_prison',
  dateField: 'date',
  givesWayWithin: ['person'],
  orderedBy: ['person', 'date'],
  fields: {
    ...datedWithin('Day of the event, read with date_precision.', 'some day of it'),
    person: slug({ description: 'Whose case it is.', references: 'people' }),
    event,
    years_of_prison: years,
    charge: optional(text({ description: 'What the verdict was for, in short.' })),
    form,
    country,
    place_id: placeId,
    ...sourced(),
  },
  rules: [eventRule],
});
