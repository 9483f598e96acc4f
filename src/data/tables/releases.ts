import { counter, dated, sourced } from '../columns.ts';
import { qualifier, reportedIn } from '../common.ts';
import { oneOf, optional, text, wholeNumber } from '../field.ts';
import { together } from '../rules.ts';
import { defineTable } from '../table.ts';

/** Releases of prisoners in groups and exchanges. */
export const releases = defineTable({
  name: 'releases',
  title: 'Waves of release',
  description:
    'One preferred row a wave: people pardoned, expelled, exchanged or amnestied on one occasion, with other reports of the same wave beside it. Groups may include foreigners and people convicted of ordinary crimes. People who serve their terms and walk out are not here, and they are many.',
  primaryKey: ['date', 'released', 'counted_by', 'source_id'],
  valueField: 'released',
  dateField: 'date',
  fields: {
    ...dated('Day of the release or of its announcement, read with date_precision.'),
    released: wholeNumber({ description: 'Number of people released.', unit: 'people', max: 20_000 }),
    qualifier: qualifier(),
    political: optional(
      wholeNumber({ description: 'How many of them were political prisoners. Empty where no source says.', unit: 'people', max: 20_000 }),
    ),
    political_qualifier: optional(qualifier()),
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
    mediated_by: optional(
      text({ description: 'States or bodies that brought the release about or received the people, separated by semicolons.' }),
    ),
    ...counter(),
    reported_in: reportedIn(),
    ...sourced(),
  },
  rules: [
    together('political', 'political_qualifier', 'expected a qualifier exactly where the number of political prisoners is given'),
    (row) =>
      row.political !== null && row.political > row.released
        ? { field: 'political', message: `expected at most ${row.released}, found "${row.political}"` }
        : undefined,
  ],
});
