import { counted } from '../columns.ts';
import { day, decimal, oneOf, optional, personName, wholeNumber } from '../field.ts';
import { together } from '../rules.ts';
import { defineTable } from '../table.ts';

const percent = (description: string) => optional(decimal({ description, unit: 'percent', max: 100 }));

/** Claims about how people voted on 9 August 2020, each with what was counted or asked. */
export const vote2020Estimates = defineTable({
  name: 'vote-2020-estimates',
  title: 'Estimates of the vote of 2020',
  description:
    'One row a share of one choice in the vote of 9 August 2020 as one body states it. The rows measure different populations: official count, copied protocols, models, surveys and exit polls must be shown with their population and never averaged.',
  primaryKey: ['population', 'choice', 'counted_by', 'share_of', 'source_id'],
  valueField: 'share_percent',
  dateField: 'fieldwork_end',
  orderedBy: [],
  fields: {
    population: oneOf(
      { description: 'What was counted or who was asked.' },
      {
        official_count: { label: 'official count', definition: 'All ballots, as announced by the election commission.' },
        copied_protocols: {
          label: 'copied protocols',
          definition: 'Official protocols that voters could copy; a part of the stations and no random sample.',
        },
        observed_stations: { label: 'observed stations', definition: 'The few stations where the count could be watched properly.' },
        model: { label: 'model for the country', definition: 'An estimate for all voters made from partial data and assumptions.' },
        model_of_polls: {
          label: 'model of polls',
          definition: 'Answers of people who chose to take part, weighted to the make-up of the country.',
        },
        survey_before_vote: {
          label: 'survey before the vote',
          definition: 'People asked before election day whom they meant to vote for.',
        },
        survey_urban_internet_users: {
          label: 'survey of urban internet users',
          definition: 'People in towns asked online, weeks or months later, whom they had voted for. Some do not say.',
        },
        exit_poll_permitted: {
          label: 'permitted exit poll',
          definition: 'People asked at polling stations by a pollster that the state allowed.',
        },
        exit_poll_abroad: {
          label: 'exit poll abroad',
          definition: 'Voters abroad whom volunteers asked; they chose to take part.',
        },
      },
    ),
    choice: personName({ description: 'Candidate, or another answer such as Against all or Refused to say.' }),
    share_percent: percent('Share of the choice. Empty where only an interval is stated.'),
    low_percent: percent('Lower end of the interval that the source states.'),
    high_percent: percent('Upper end of the interval that the source states.'),
    share_of: oneOf(
      { description: 'What the share is a share of.' },
      {
        all_who_voted: { label: 'all who voted', definition: 'All ballots cast, in the country or in the stations covered.' },
        modelled_voters: { label: 'voters of the model', definition: 'The voters of the country as the model pictures them.' },
        all_asked: { label: 'everyone asked', definition: 'Everyone who was asked, also those who did not vote or did not say.' },
        said_they_voted: { label: 'those who said they voted', definition: 'Everyone asked who said that they had voted.' },
      },
    ),
    fieldwork_start: optional(day({ description: 'First day of asking.' })),
    fieldwork_end: optional(day({ description: 'Last day of asking.' })),
    sample_size: optional(
      wholeNumber({
        description: 'Number of people asked or of stations counted, where it is stated.',
        unit: 'people or polling stations',
        max: 1_000_000,
      }),
    ),
    sample_unit: optional(oneOf({ description: 'What the sample consists of.' }, { people: 'people', stations: 'polling stations' })),
    ...counted(),
  },
  rules: [
    (row) =>
      row.share_percent === null && (row.low_percent === null || row.high_percent === null)
        ? { field: 'share_percent', message: 'expected a share or both ends of an interval, found neither' }
        : undefined,
    (row) =>
      row.low_percent !== null && row.high_percent !== null && row.high_percent < row.low_percent
        ? { field: 'high_percent', message: `expected at least ${row.low_percent}, found "${row.high_percent}"` }
        : undefined,
    together('sample_size', 'sample_unit', 'expected a unit exactly where there is a sample size'),
  ],
});
