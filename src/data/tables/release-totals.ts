import { counted, period } from '../columns.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** How many were let out in a period, and on what ground. */
export const releaseTotals = defineTable({
  name: 'release-totals',
  title: 'Released by period',
  description:
    'One row a published number of political prisoners who got out within a period, by ground. Most serve their terms and walk out; pardons are the smaller part. The stock of former prisoners stands in political-prisoners, single waves in releases.',
  primaryKey: ['period_start', 'period_end', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  fields: {
    ...period(['month', 'year', 'cumulative', 'span'], {
      cumulative: 'Everyone counted since the campaign of 2020 or, for pardons, since July 2024, up to the last day.',
    }),
    metric: oneOf(
      { description: 'On what ground the people got out.' },
      {
        pardoned: { label: 'pardoned', definition: 'Let out under an edict of pardon, whether or not taken abroad.' },
        pardoned_known_by_name: { label: 'pardoned, known by name', definition: 'The part of a pardon whose names rights defenders know.' },
        amnestied: { label: 'amnestied', definition: 'Let out under a law of amnesty.' },
        released_by_diplomacy: {
          label: 'released after diplomacy',
          definition: 'Let out after another state stepped in, outside edicts and laws.',
        },
        expelled: { label: 'taken abroad', definition: 'Let out and taken out of the country at once; foreigners are included.' },
        served_full_term: {
          label: 'sentence served',
          definition: 'Let out at the end of the term. In spans of days: those whom the counter learned of in these days.',
        },
        released: {
          label: 'released on any ground',
          definition: 'Let out for any reason: pardon, end of the term, a punishment without prison.',
        },
      },
    ),
    value: wholeNumber({ description: 'Number of people.', unit: 'people', max: 20_000 }),
    ...counted(),
  },
});
