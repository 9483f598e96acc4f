import { counted } from '../columns.ts';
import { place } from '../common.ts';
import { day, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** People detained at single events, by who counted. */
export const detentions = defineTable({
  name: 'detentions',
  title: 'People detained at protests and raids',
  description:
    'One row a published count of people detained at one event. Viasna’s lists of names grew for days, so an early list is a minimum; the Interior Ministry speaks now of people detained, now of people placed in detention. The two are shown side by side and never merged.',
  primaryKey: ['date', 'event', 'place', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  fields: {
    date: day({ description: 'Day of the event; the first day where the note names several.' }),
    event: text({ description: 'Name of the event, the same as in protest-sizes.' }),
    place: place(),
    value: wholeNumber({ description: 'Number of people detained.', unit: 'people', max: 100_000 }),
    ...counted(),
  },
});
