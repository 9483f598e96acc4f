import { counter, datedWithin, sourced } from '../columns.ts';
import { qualifier, reportedIn } from '../common.ts';
import { oneOf, optional, text, wholeNumber } from '../field.ts';
import { atMost, together } from '../rules.ts';
import { defineTable } from '../table.ts';

/** Releases of prisoners in groups and exchanges. */
export const releases = defineTable({
  name: 'releases',
  title: 'Waves of release',
  description:
    'One preferred row a wave: people pardoned, expelled, exchanged or amnestied on one occasion, with other reports of the same wave beside it. Groups may include foreigners and people convicted of ordinary crimes. People who serve their terms and walk out are not here, and they are many.',
  primaryKey: ['date', 'counted_by', 'source_id'],
  valueField: 'released',
  dateField: 'date',
  fields: {
    ...datedWithin('Day of the release or of its announcement, read with date_precision.', 'some day of it'),
    released: wholeNumber({ description: 'Number of people released.', unit: 'people', max: 20_000 }),
    qualifier: qualifier(),
    political: optional(
      wholeNumber({ description: 'How many of them were political prisoners. Empty where no source says.', unit: 'people', max: 20_000 }),
    ),
    political_qualifier: optional(qualifier()),
    taken_abroad: optional(
      wholeNumber({
        description: 'How many of them were taken out of the country, 0 where none was. Empty where no source says.',
        unit: 'people',
        max: 20_000,
      }),
    ),
    foreigners: optional(
      wholeNumber({
        description: 'How many of them were citizens of other states, of Belarus as well or not. Empty where no source says.',
        unit: 'people',
        max: 20_000,
      }),
    ),
    form: oneOf(
      { description: 'In what way the people were released.' },
      {
        pardon: { label: 'pardon', definition: 'By edict of the president, without being taken out of the country.' },
        amnesty: { label: 'amnesty', definition: 'Under a law of amnesty.' },
        expulsion: { label: 'expulsion', definition: 'Freed and taken out of the country, with or without a pardon.' },
        exchange: { label: 'exchange', definition: 'Freed in an exchange of prisoners between states.' },
        mixed: { label: 'mixed', definition: 'In more than one of these ways.' },
        unknown: { label: 'not known', definition: 'The sources do not say, or disagree.' },
      },
    ),
    parties: optional(
      text({ description: 'Sides of the deal that led to the release, as named, separated by semicolons. Not mediators.' }),
    ),
    mediated_by: optional(
      text({ description: 'States or bodies that brought the release about or received the people, separated by semicolons.' }),
    ),
    in_return: optional(
      text({
        description: 'Relief that a side of the deal gave or announced in return, as reported at the time. Empty where none is known.',
      }),
    ),
    ...counter(),
    reported_in: reportedIn(),
    ...sourced(),
  },
  rules: [
    together('political', 'political_qualifier', 'expected a qualifier exactly where the number of political prisoners is given'),
    atMost('political', 'released'),
    atMost('taken_abroad', 'released'),
    atMost('foreigners', 'released'),
  ],
});
