import { counted, inferred, period } from '../columns.ts';
import { wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** People newly recognised as political prisoners in a period. */
export const newlyRecognised = defineTable({
  name: 'newly-recognised',
  title: 'People newly recognised as political prisoners',
  description:
    'One row a published count of people recognised as political prisoners within a period. A recognition can follow an arrest by months, and former prisoners recognised late are left out where the source sets them apart. Months have gaps after February 2025; longer periods overlap most of the months, so only periods that do not overlap may be added, which is then our sum.',
  primaryKey: ['period_start', 'period_end', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  orderedBy: ['period_start'],
  fields: {
    ...period(['day', 'week', 'month', 'year', 'span'], { description: 'Length of the period.' }),
    ...inferred(),
    value: wholeNumber({ description: 'Number of people recognised in the period.', unit: 'people', max: 20_000 }),
    ...counted(),
  },
});
