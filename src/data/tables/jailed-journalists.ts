import { counted, datedWithin } from '../columns.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Journalists and media workers behind bars, by who counts. */
export const jailedJournalists = defineTable({
  name: 'jailed-journalists',
  title: 'Journalists behind bars',
  description:
    'One row a count of journalists in custody, or of detentions of journalists. Each body counts by its own rules: BAJ and RSF count journalists and other media workers, CPJ counts journalists held for their work on 1 December. Each is a series of its own.',
  primaryKey: ['date', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: ['behind_bars', 'detentions_since_election'],
  since: '2018-01-01',
  fields: {
    ...datedWithin('Day that the count is of, or last day of the period, read with date_precision.', 'its end'),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        behind_bars: { label: 'behind bars', definition: 'Journalists or media workers in custody on that day.' },
        detentions_in_year: {
          label: 'detentions in the year',
          definition: 'Times that journalists were detained in the calendar year; one person may be counted more than once.',
        },
        detentions_in_12_months: {
          label: 'detentions in twelve months',
          definition: 'Times that journalists were detained in the twelve months up to that day.',
        },
        detentions_since_election: {
          label: 'detentions since the election',
          definition: 'Times that journalists were detained from 9 August 2020 to that day.',
        },
      },
    ),
    value: wholeNumber({
      description: 'Number of people, or of detentions where the metric says so.',
      unit: 'people or detentions',
      max: 10_000,
    }),
    ...counted(),
  },
});
