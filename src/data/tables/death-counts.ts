import { counted, datedWithin } from '../columns.ts';
import { rangeEnd } from '../common.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** How many deaths each counter had on a day, and by which definition. */
export const deathCounts = defineTable({
  name: 'death-counts',
  title: 'Counts of deaths',
  description:
    'One row a published count of deaths linked to the protests or to political imprisonment, with the definition that the counter goes by. Differences are differences of definition before they are errors. People who are named stand in deaths-in-custody and protest-deaths.',
  primaryKey: ['date', 'metric', 'range_end', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: ['political_prisoners', 'political_custody_wider', 'protests', 'protests_wider', 'protests_and_prisons'],
  fields: {
    ...datedWithin('Day that the count is of, read with date_precision. For a count of one year, the year’s last day.', 'its end'),
    metric: oneOf(
      { description: 'Whose deaths are counted.' },
      {
        political_prisoners: {
          label: 'political prisoners in custody',
          definition: 'People recognised as political prisoners who died in custody, since 2020.',
        },
        political_prisoners_in_year: {
          label: 'political prisoners in the year',
          definition: 'People recognised as political prisoners who died in custody within the calendar year.',
        },
        political_custody_wider: {
          label: 'in custody, wider definition',
          definition:
            'Deaths in prisons and remand centres that the counter links to politics, whether or not the person was recognised as a political prisoner.',
        },
        protests: {
          label: 'at the protests of 2020',
          definition: 'Deaths in the context of the protests: by force used, after detention, or without timely medical care.',
        },
        protests_wider: {
          label: 'linked to the protests, wider definition',
          definition: 'Also deaths that nobody has explained and suicides.',
        },
        protests_and_prisons: { label: 'protests and prisons', definition: 'Deaths at the protests and, later, in prison together.' },
      },
    ),
    value: wholeNumber({ description: 'Number of deaths.', unit: 'people', max: 1_000 }),
    range_end: rangeEnd(),
    ...counted(),
  },
});
