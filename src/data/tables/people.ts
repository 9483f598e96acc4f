import { optional, personName, slug, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** The public figures whose cases the package follows, each in one spelling. */
export const people = defineTable({
  name: 'people',
  title: 'People named in cases',
  description:
    'One row a public figure whose case is followed in the table of cases: politicians, journalists, rights defenders and others who have been widely named in human rights reporting. It is a choice, not a list of political prisoners.',
  primaryKey: ['person'],
  fields: {
    person: slug({ description: 'Name of the person within the package.' }),
    name: personName({ description: 'Name as international agencies and rights groups transliterate it from Belarusian.' }),
    name_be: optional(
      text({
        description: 'Belarusian name in the official orthography. Of people who are not Belarusian, the form used in Belarus.',
      }),
    ),
    name_ru: optional(text({ description: 'Russian name.' })),
    name_pl: optional(text({ description: 'Name as Polish media write it.' })),
    name_other: optional(
      text({ description: 'Other Latin forms that agencies and rights groups use, from Russian or Belarusian, separated by semicolons.' }),
    ),
    role: text({ description: 'What the person is publicly known for.' }),
  },
});
