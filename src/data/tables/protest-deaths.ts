import { dated, sourced } from '../columns.ts';
import { oneOf, optional, personName, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** People whose deaths public reporting links to the protests of 2020. */
export const protestDeaths = defineTable({
  name: 'protest-deaths',
  title: 'Deaths linked to the protests of 2020',
  description:
    'One preferred row a person whose death public reporting links to the protests of 2020, with other reports beside it. How the death is linked differs, and counters differ over whom they include: counts stand in death-counts.',
  primaryKey: ['name', 'source_id'],
  dateField: 'date',
  fields: {
    ...dated('Day of death, or on which the person was found dead, read with date_precision.', 'some day of it'),
    name: personName({ description: 'Name as international agencies transliterate it.' }),
    place: optional(text({ description: 'Place of death.' })),
    link: oneOf(
      { description: 'How the death is linked to the protests.' },
      {
        at_protest: { label: 'at a protest', definition: 'Killed or fatally hurt by security forces at a protest.' },
        in_custody: { label: 'in custody', definition: 'Died after being detained at or near a protest.' },
        beaten: { label: 'beaten by masked men', definition: 'Died of a beating by men in plain clothes.' },
        disputed: { label: 'disputed', definition: 'Went missing and was found dead; the circumstances are disputed.' },
      },
    ),
    circumstances: optional(text({ description: 'What was publicly reported of the death, in one clause.' })),
    ...sourced(),
  },
});
