import { sourced } from '../columns.ts';
import { day, oneOf, optional, slug } from '../field.ts';
import { defineTable } from '../table.ts';

/** Dated mentions of protests, detentions and strikes by town. */
export const townMentions = defineTable({
  name: 'town-mentions',
  title: 'Where protests, detentions and strikes were reported',
  description:
    'One row a report that names a place of Belarus, between May 2020 and February 2022, as one where people protested, were detained in connection with protests, or went on strike. A row says that something was reported, not how much: lists in the sources end with “and other towns”, and a place that is missing was not quiet for that reason.',
  primaryKey: ['place_id', 'date', 'kind', 'source_id'],
  dateField: 'date',
  fields: {
    place_id: slug({ description: 'The place.', references: 'places' }),
    date: day({ description: 'Day of what was reported. Where the source takes several days together: the last of them.' }),
    date_from: optional(day({ description: 'The first day, where the source takes several days together.' })),
    kind: oneOf(
      { description: 'What was reported.' },
      {
        protest: { label: 'protest', definition: 'A march, a rally, a chain of people or another public action.' },
        detentions: { label: 'detentions', definition: 'People detained at or around a protest.' },
        strike: { label: 'strike', definition: 'Workers who stopped work or walked out.' },
      },
    ),
    ...sourced(),
  },
  rules: [
    (row) =>
      row.date_from !== null && row.date_from >= row.date
        ? { field: 'date_from', message: `expected a day before ${row.date}, found "${row.date_from}"` }
        : undefined,
  ],
});
