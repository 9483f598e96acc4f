import { counter } from '../columns.ts';
import { confidence, sourceId } from '../common.ts';
import { optional, slug, wholeNumber } from '../field.ts';
import { region } from '../regions.ts';
import { defineTable } from '../table.ts';

const votes = (description: string, unit = 'votes') => wholeNumber({ description, unit, max: 1_000_000 });

/** Polling stations of 2020 with a copied protocol, counted by turnout and by share of the incumbent. */
export const stations2020 = defineTable({
  name: 'stations-2020',
  title: 'Polling stations by turnout and share, 2020',
  description:
    'One row a cell: polling stations of a region whose official turnout and official share for Alexander Lukashenko fall into the same steps of five points. Our count of 1,362 stations with a copied protocol that gives the ballots cast; left out are ten second copies or faulty protocols and two with impossible sums. No random sample of stations.',
  primaryKey: ['cell'],
  valueField: 'stations',
  fields: {
    cell: slug({ description: 'Name of the cell: region, lower edge of turnout (or unknown), lower edge of the share.' }),
    region: region(),
    turnout_from_percent: optional(
      wholeNumber({
        description:
          'Lower edge of the step of turnout, five points wide; the step from 95 includes 100. Empty where the number of voters is missing or smaller than the ballots cast.',
        unit: 'percent',
        max: 95,
      }),
    ),
    lukashenko_share_from_percent: wholeNumber({
      description: 'Lower edge of the step of the share for Alexander Lukashenko, five points wide; the step from 95 includes 100.',
      unit: 'percent',
      max: 95,
    }),
    stations: wholeNumber({ description: 'Polling stations in the cell.', unit: 'polling stations', min: 1, max: 2000 }),
    voters_on_list: optional(votes('Voters on the lists of these stations. Empty where turnout is.', 'people')),
    votes_cast: votes('Ballots cast in these stations.'),
    votes_lukashenko: votes('Official votes for Alexander Lukashenko in these stations.'),
    votes_tsikhanouskaya: votes('Official votes for Sviatlana Tsikhanouskaya in these stations.'),
    ...counter(),
    source_id: sourceId(),
    confidence: confidence(),
  },
  rules: [
    (row) =>
      row.turnout_from_percent !== null && row.turnout_from_percent % 5 !== 0
        ? { field: 'turnout_from_percent', message: `expected a multiple of five, found "${row.turnout_from_percent}"` }
        : undefined,
    (row) =>
      row.lukashenko_share_from_percent % 5 !== 0
        ? { field: 'lukashenko_share_from_percent', message: `expected a multiple of five, found "${row.lukashenko_share_from_percent}"` }
        : undefined,
  ],
});
