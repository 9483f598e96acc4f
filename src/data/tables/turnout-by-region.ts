import { counted } from '../columns.ts';
import { day, decimal, oneOf } from '../field.ts';
import { region } from '../regions.ts';
import { defineTable } from '../table.ts';

/** Official turnout in the presidential elections of 2020 and 2025, by region. */
export const turnoutByRegion = defineTable({
  name: 'turnout-by-region',
  title: 'Official turnout by region',
  description:
    'One row an official turnout figure for a region, or for the country, at one moment of the vote of 2020 or 2025. Regional figures are preliminary, and independent observers could not check them.',
  primaryKey: ['election_date', 'region', 'measure', 'source_id'],
  valueField: 'value',
  dateField: 'election_date',
  fields: {
    election_date: day({ description: 'Main day of voting.' }),
    region: region(),
    measure: oneOf(
      { description: 'Up to which moment voters are counted.' },
      {
        turnout: { label: 'turnout', definition: 'Everyone who took part, early voters included.' },
        turnout_at_close: { label: 'turnout at 20:00', definition: 'Turnout as first announced for the close of the polling stations.' },
        early_voting: { label: 'early voting', definition: 'Early voters up to the eve of election day.' },
        early_voting_first_day: { label: 'first day of early voting', definition: 'Early voters of the first day.' },
        early_voting_three_days: { label: 'three days of early voting', definition: 'Early voters of the first three days together.' },
      },
    ),
    value: decimal({ description: 'Share of all voters on the lists.', unit: 'percent', max: 100 }),
    ...counted(),
  },
});
