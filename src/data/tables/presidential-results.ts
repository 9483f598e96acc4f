import { counter, sourced } from '../columns.ts';
import { yesNo } from '../common.ts';
import { day, decimal, oneOf, optional, personName, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Results of the presidential elections of 1994 to 2025: official ones, and other claims beside them. */
export const presidentialResults = defineTable({
  name: 'presidential-results',
  title: 'Results of presidential elections',
  description:
    'One row a candidate’s result as stated by one body. Official shares are what the election commission announced. Polls, models and sums of copied protocols measure other things than a count of all ballots, and share_basis says what each share is a share of.',
  primaryKey: ['election_date', 'round', 'candidate', 'counted_by', 'share_basis', 'source_id'],
  valueField: 'share_percent',
  dateField: 'election_date',
  since: '1994-01-01',
  givesWayWithin: ['election_date', 'candidate'],
  fields: {
    election_date: day({ description: 'Main day of voting of the round.' }),
    round: oneOf({ description: 'Round of the election. Only 1994 had two.' }, { '1': 'first round', '2': 'second round' }),
    candidate: personName({ description: 'Name as international agencies transliterate it, or a choice such as Against all.' }),
    share_percent: optional(
      decimal({ description: 'Share of the candidate. Empty where only votes were stated.', unit: 'percent', max: 100 }),
    ),
    share_basis: oneOf(
      { description: 'What the share is a share of.' },
      {
        all_who_voted: {
          label: 'all who voted',
          definition: 'Ballots of all who took part, invalid ones included: the base that the law sets.',
        },
        valid_votes: { label: 'valid votes', definition: 'Valid ballots only: the base that reference books use.' },
        respondents: { label: 'people asked', definition: 'People who answered a poll or an exit poll.' },
        copied_protocols: {
          label: 'copied protocols',
          definition: 'Official protocols of the polling stations that somebody could copy or watch; no random sample.',
        },
        model: { label: 'model', definition: 'An estimate for the country made from partial data and assumptions.' },
      },
    ),
    votes: optional(wholeNumber({ description: 'Number of votes.', unit: 'votes', max: 10_000_000 })),
    turnout_percent: optional(decimal({ description: 'Turnout that the same body states.', unit: 'percent', max: 100 })),
    official: yesNo('Whether the election commission states the result.'),
    ...counter(),
    ...sourced(),
  },
  rules: [
    (row) =>
      row.share_percent === null && row.votes === null
        ? { field: 'share_percent', message: 'expected a share or a number of votes, found neither' }
        : undefined,
  ],
});
