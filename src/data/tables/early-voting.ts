import { counted } from '../columns.ts';
import { day, decimal, oneOf } from '../field.ts';
import { defineTable } from '../table.ts';

/** How many voted in the days before election day, by official figures. */
export const earlyVoting = defineTable({
  name: 'early-voting',
  title: 'Early voting',
  description:
    'One row an official figure on early voting in one vote. In 2020 and 2025 independent observers could not check it. Only shares with the same base can stand in one series: that of all voters runs from 2010 to 2025.',
  primaryKey: ['election_date', 'measure', 'source_id'],
  valueField: 'value',
  dateField: 'election_date',
  since: '1994-01-01',
  givesWayWithin: ['election_date'],
  fields: {
    election_date: day({ description: 'Main day of voting.' }),
    vote: oneOf({ description: 'Kind of vote.' }, { presidential: 'presidential election', referendum: 'referendum' }),
    measure: oneOf(
      { description: 'What the value is.' },
      {
        share_of_all_voters: { label: 'share of all voters', definition: 'Early voters as a percentage of everyone on the lists.' },
        share_of_those_who_voted: {
          label: 'share of those who voted',
          definition: 'Early voters as a percentage of everyone who took part.',
        },
        people: { label: 'people', definition: 'Number of people who voted early.' },
      },
    ),
    value: decimal({
      description: 'Percentage, or number of people where the measure says so.',
      unit: 'percent or people',
      max: 10_000_000,
    }),
    ...counted(),
  },
  rules: [
    (row) =>
      row.measure !== 'people' && row.value > 100
        ? { field: 'value', message: `expected at most 100 for a share, found "${row.value}"` }
        : undefined,
  ],
});
