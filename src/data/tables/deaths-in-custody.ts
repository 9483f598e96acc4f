import { datedWithin, sourced } from '../columns.ts';
import { optional, personName, slug, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Political prisoners who died in custody, as named in public reporting. */
export const deathsInCustody = defineTable({
  name: 'deaths-in-custody',
  title: 'Deaths of political prisoners in custody',
  description:
    'One preferred row a person: the nine political prisoners whose deaths in custody from May 2021 to September 2025 Belarusian rights groups have made public. Wider lists count deaths of people who were never recognised, or who died after release.',
  primaryKey: ['name', 'source_id'],
  dateField: 'date',
  fields: {
    ...datedWithin('Day of death, read with date_precision.', 'some day of it'),
    name: personName({ description: 'Name as international agencies transliterate it.' }),
    age: optional(wholeNumber({ description: 'Age at death.', unit: 'years', min: 14, max: 110 })),
    place: text({ description: 'Place of death or of custody.' }),
    place_id: optional(slug({ description: 'Colony, prison or remand prison in which the person was held last.', references: 'places' })),
    sentence: optional(text({ description: 'Punishment and charge, in short.' })),
    circumstances: optional(text({ description: 'What was publicly reported of the death, in one clause.' })),
    ...sourced(),
  },
});
