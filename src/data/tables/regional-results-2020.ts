import { counted } from '../columns.ts';
import { decimal, oneOf, personName } from '../field.ts';
import { region } from '../regions.ts';
import { defineTable } from '../table.ts';

/** Official results of 9 August 2020 by region. */
export const regionalResults2020 = defineTable({
  name: 'regional-results-2020',
  title: 'Official results by region, 2020',
  description:
    'One row what the election commission announced for one candidate in one region on 9 August 2020. Shares are preliminary; final ones by region were not found. Numbers of votes are known for one candidate in two regions only, rounded to hundreds.',
  primaryKey: ['region', 'candidate', 'measure', 'source_id'],
  valueField: 'value',
  fields: {
    region: region(),
    candidate: personName({ description: 'Name as international agencies transliterate it.' }),
    measure: oneOf(
      { description: 'What the value is.' },
      { share: { label: 'share', definition: 'Percentage of those who took part.' }, votes: 'votes' },
    ),
    value: decimal({ description: 'Percentage, or number of votes where the measure says so.', unit: 'percent or votes', max: 5_000_000 }),
    ...counted(),
  },
  rules: [
    (row) =>
      row.measure === 'share' && row.value > 100
        ? { field: 'value', message: `expected at most 100 for a share, found "${row.value}"` }
        : undefined,
  ],
});
