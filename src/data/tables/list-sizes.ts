import { counted, dated } from '../columns.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** How long the official lists of “extremism” and “terrorism” were, by date. */
export const listSizes = defineTable({
  name: 'list-sizes',
  title: 'Sizes of official lists',
  description:
    'One row the size of one official list of Belarus on a day, as somebody counted it: people, “formations” and materials called extremist by the Interior Ministry and the courts, people and organisations called terrorist by the KGB. The lists count three things, people, groups and entries, and are never added.',
  primaryKey: ['date', 'list', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  fields: {
    ...dated('Day of the count, read with date_precision.', 'its end'),
    list: oneOf(
      { description: 'Which list, and what of it.' },
      {
        extremist_people: {
          label: 'people called extremist',
          definition: 'People on the Interior Ministry’s list of people “involved in extremist activity”. A person can stand on it twice.',
        },
        extremist_formations: {
          label: '“extremist formations”',
          definition: 'Groups, channels and chats that the Interior Ministry or the KGB call extremist formations.',
        },
        extremist_formation_entries: {
          label: 'entries of “extremist formations”',
          definition: 'Entries of the list of formations; one formation can fill several.',
        },
        extremist_materials_entries: {
          label: 'entries of “extremist materials”',
          definition: 'Entries of the list of materials that courts called extremist: pages, channels, books.',
        },
        terrorist_people: {
          label: 'people called terrorist',
          definition:
            'People on the KGB’s list of people “involved in terrorist activity”. Most are foreigners from lists of the United Nations.',
        },
        terrorist_people_belarus: {
          label: 'citizens of Belarus called terrorist',
          definition: 'Citizens of Belarus on the KGB’s list; political opponents stand on it since November 2020.',
        },
        terrorist_organisations: {
          label: 'organisations called terrorist',
          definition: 'Organisations on the KGB’s list; most are foreign.',
        },
      },
    ),
    value: wholeNumber({
      description: 'Number of people, groups or entries, as the list says.',
      unit: 'people, groups or entries',
      max: 100_000,
    }),
    ...counted(),
  },
});
