import { counted } from '../columns.ts';
import { place, rangeEnd } from '../common.ts';
import { day, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Estimates of the size of single protests, by who made them. */
export const protestSizes = defineTable({
  name: 'protest-sizes',
  title: 'Sizes of protests',
  description:
    'One row a published estimate of the number of people at one event. Nobody counted heads: the estimates differ by a factor of ten, and each is shown with the name of who made it. Where a source gives a range, its lower and upper end stand as two rows.',
  primaryKey: ['date', 'event', 'place', 'range_end', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  fields: {
    date: day({ description: 'Day of the event.' }),
    event: text({ description: 'Name of the event, the same as in detentions.' }),
    place: place(),
    value: wholeNumber({ description: 'Estimated number of people.', unit: 'people', max: 1_000_000 }),
    range_end: rangeEnd(),
    ...counted(),
  },
});
