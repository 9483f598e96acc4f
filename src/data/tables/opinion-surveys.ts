import { counter, dated, sourced } from '../columns.ts';
import { qualifier } from '../common.ts';
import { day, decimal, oneOf, optional, personName, text, wholeNumber } from '../field.ts';
import { together } from '../rules.ts';
import { defineTable } from '../table.ts';

/** Answers to opinion surveys, with who was asked and how. */
export const opinionSurveys = defineTable({
  name: 'opinion-surveys',
  title: 'Opinion surveys',
  description:
    'One row the share of one answer to one question in one survey. Fear of speaking openly is part of every figure. Only rows with the same question, counter and population are comparable; how people say they voted in 2020 is in vote-2020-estimates.',
  primaryKey: ['question', 'answer', 'asked_of', 'date', 'counted_by', 'source_id'],
  valueField: 'share_percent',
  dateField: 'date',
  since: '2010-01-01',
  orderedBy: ['question', 'date'],
  fields: {
    question: text({ description: 'The question in our own words. The same words mean the same question.' }),
    answer: personName({
      description: 'The answer in our own words.',
      butFor: ['National Anti-Crisis Management', 'Support Alexander Lukashenko'],
    }),
    asked_of: oneOf(
      { description: 'Whose answers the share is a share of.' },
      {
        all: { label: 'everyone asked', definition: 'Everyone of the population who was asked.' },
        said_they_voted: 'those who said they voted',
        protesters: 'those who took part in protests',
        those_who_know: { label: 'those who know the person', definition: 'Everyone asked who knows the person rated.' },
        pro_government: {
          label: 'supporters of the government',
          definition: 'People whom the pollster’s clusters count as its supporters.',
        },
        not_pro_government: 'everyone but supporters of the government',
        pro_democratic: { label: 'supporters of democratic change', definition: 'People whom the pollster’s clusters count as such.' },
        state_media_audience: 'the audience of state media',
      },
    ),
    fieldwork_start: optional(day({ description: 'First day of asking, where the days are known.' })),
    ...dated('Last day of asking, read with date_precision.', 'some day of it'),
    share_percent: decimal({ description: 'Share of the answer.', unit: 'percent', max: 100 }),
    qualifier: qualifier(),
    population: oneOf(
      { description: 'Population that the sample stands for.' },
      {
        urban_internet_users: {
          label: 'urban internet users',
          definition: 'People in towns who use the internet, weighted to the urban population.',
        },
        urban_16_to_64: {
          label: 'people of 16 to 64 in towns',
          definition: 'Internet users of 16 to 64 in towns of more than 20,000 people, by quota.',
        },
        national: { label: 'the country', definition: 'Adults in the whole country, as the pollster states.' },
        minsk: { label: 'Minsk', definition: 'Adults in the capital, part of a national sample.' },
        self_selected_readers: { label: 'readers who chose to take part', definition: 'Readers of online media; no sample at all.' },
      },
    ),
    mode: oneOf({ description: 'How people were asked.' }, { online: 'online', telephone: 'by telephone', not_stated: 'not stated' }),
    sample_size: optional(wholeNumber({ description: 'Number of people asked, where it is stated.', unit: 'people', max: 100_000 })),
    sample_qualifier: optional(qualifier()),
    ...counter(),
    ...sourced(),
  },
  rules: [
    (row) =>
      row.fieldwork_start !== null && row.fieldwork_start > row.date
        ? { field: 'date', message: `expected a day on or after ${row.fieldwork_start}, found "${row.date}"` }
        : undefined,
    together('sample_size', 'sample_qualifier', 'expected a qualifier exactly where there is a sample size'),
  ],
});
