import { confidence, note, yesNo } from '../common.ts';
import { day, decimal, oneOf, optional, slug, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** How long the people of `cases` were held, against the terms they were given. Our arithmetic, not a count. */
export const timeServed = defineTable({
  name: 'time-served',
  title: 'Time served in public cases',
  description:
    'One row a person of cases whose arrest and whose way out are both known: our arithmetic from the preferred rows of that table, and no count of anybody. The people are public figures, many of them freed in deals, so the shares say nothing about the others, most of whom serve their full terms. Days before the verdict count as one and a half of colony for some, which is not reckoned in.',
  primaryKey: ['person'],
  valueField: 'days',
  dateField: 'ended',
  fields: {
    person: slug({ description: 'Whose case it is.', references: 'people' }),
    detained: day({ description: 'Day of the arrest; the last day of the month where the day is not known.' }),
    ended: day({ description: 'Day of the release, exchange, expulsion or death; the last day of the month where the day is not known.' }),
    end: oneOf(
      { description: 'How custody ended.' },
      { released: 'released', expelled: 'freed and taken abroad', exchanged: 'exchanged', died: 'died in custody' },
    ),
    days: wholeNumber({ description: 'Days from the arrest to the end of custody.', unit: 'days', max: 5000 }),
    days_approximate: yesNo('Whether one of the two days is known to the month only.'),
    years_of_prison: optional(
      decimal({
        description: 'Years of prison handed down together: the first term as shortened on appeal, and further terms.',
        unit: 'years',
        max: 60,
      }),
    ),
    share_percent: optional(
      decimal({ description: 'Days served as a share of the years handed down, a year taken as 365.25 days.', unit: 'percent', max: 200 }),
    ),
    source_id: slug({ description: 'The document of the end of custody.', references: 'sources' }),
    second_source_id: slug({ description: 'The document of the arrest.', references: 'sources' }),
    confidence: confidence(),
    note: note(),
  },
  rules: [
    (row) =>
      row.ended > row.detained ? undefined : { field: 'ended', message: `expected a day after ${row.detained}, found "${row.ended}"` },
    (row) =>
      row.days === daysBetween(row.detained, row.ended)
        ? undefined
        : { field: 'days', message: `expected ${daysBetween(row.detained, row.ended)}, the days between the two, found "${row.days}"` },
    (row) => {
      if (row.years_of_prison === null || row.share_percent === null) return undefined;
      const share = Math.round((row.days / (row.years_of_prison * 365.25)) * 100);
      return share === row.share_percent
        ? undefined
        : { field: 'share_percent', message: `expected ${share}, the share of the years handed down, found "${row.share_percent}"` };
    },
  ],
});
