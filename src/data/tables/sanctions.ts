import { dated, sourced } from '../columns.ts';
import { qualifier } from '../common.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** People and entities on sanctions lists over Belarus. */
export const sanctions = defineTable({
  name: 'sanctions',
  title: 'Sanctions lists',
  description:
    'One row a number of people or entities on a sanctions list over Belarus: how many stood on it from that day, or how many a decision added. Between two days a list stays as it was or changes unseen. Sanctions on whole sectors are not counted.',
  primaryKey: ['date', 'imposed_by', 'metric', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: ['people_listed', 'entities_listed'],
  fields: {
    ...dated('Day of the decision or of the count, read with date_precision.', 'some day of it'),
    imposed_by: oneOf({ description: 'Whose list it is.' }, { EU: 'European Union', US: 'United States', UK: 'United Kingdom' }),
    kind: oneOf(
      { description: 'What kind of step it was.' },
      {
        designation: { label: 'listing', definition: 'A decision that puts people or entities on the list.' },
        prolongation: { label: 'prolongation', definition: 'A decision that keeps the list in force for another year.' },
        delisting: { label: 'delisting', definition: 'A decision that takes people or entities off the list.' },
        count: { label: 'count', definition: 'A total told on a day on which nothing is known to have been decided.' },
      },
    ),
    state: oneOf(
      { description: 'Whether the step was in force on that day or announced.' },
      {
        in_force: { label: 'in force', definition: 'The step took effect.' },
        announced: { label: 'announced', definition: 'The step was decided or told, and took effect later or not on record.' },
      },
    ),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        people_listed: { label: 'people listed', definition: 'People on the list from that day.' },
        entities_listed: { label: 'entities listed', definition: 'Companies and organisations on the list from that day.' },
        people_added: { label: 'people added', definition: 'People that the decision adds.' },
        entities_added: { label: 'entities added', definition: 'Companies and organisations that the decision adds.' },
      },
    ),
    value: wholeNumber({ description: 'Number of people or entities.', unit: 'people or entities', max: 10_000 }),
    qualifier: qualifier(),
    ...sourced(),
  },
});
