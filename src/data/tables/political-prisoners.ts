import { counter, datedWithin, sourced } from '../columns.ts';
import { qualifier, reportedIn } from '../common.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Counts of political prisoners at a given day: held, women held, recognised since 2020, no longer held. */
export const politicalPrisoners = defineTable({
  name: 'political-prisoners',
  title: 'People held and recognised as political prisoners',
  description:
    'One row a published count of political prisoners in Belarus at a given day. Viasna counts under published criteria; other counters use wider or unstated ones, and their rows are never joined to Viasna’s.',
  primaryKey: ['date', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  fields: {
    ...datedWithin('Day that the count speaks of, read with date_precision.', 'its end'),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        currently_held: { label: 'held', definition: 'People in custody on that day who are recognised as political prisoners.' },
        women_held: { label: 'women held', definition: 'The women among the people held.' },
        recognised_since_2020: {
          label: 'ever recognised',
          definition: 'People recognised as political prisoners at any time since 2020.',
          runningTotal: true,
        },
        former_political_prisoners: {
          label: 'no longer held',
          definition: 'People once recognised who are no longer in custody, for any reason.',
        },
      },
    ),
    value: wholeNumber({ description: 'Number of people.', unit: 'people', max: 20_000 }),
    qualifier: qualifier(),
    ...counter(),
    reported_in: reportedIn(),
    ...sourced(),
  },
});
