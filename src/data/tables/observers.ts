import { sourced } from '../columns.ts';
import { day, oneOf, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** What observers and international bodies said about each vote, and whether they were invited. */
export const observers = defineTable({
  name: 'observers',
  title: 'Verdicts of observers',
  description:
    'One row what one body said about one vote, in our own words. Bodies differ in what they measure by: the OSCE by the commitments of its states, the observers of the CIS and SCO by national law, domestic observers by both law and international standards.',
  primaryKey: ['election_date', 'body', 'stage', 'source_id'],
  dateField: 'election_date',
  since: '1994-01-01',
  givesWayWithin: ['election_date'],
  fields: {
    election_date: day({ description: 'Main day of voting; of the deciding round in 1994.' }),
    vote: oneOf({ description: 'Kind of vote.' }, { presidential: 'presidential election', parliamentary: 'parliamentary election' }),
    body: text({ description: 'Who speaks.' }),
    body_kind: oneOf(
      { description: 'Kind of body.' },
      {
        osce: { label: 'OSCE', definition: 'The OSCE, its office ODIHR and its parliamentary assembly, also in missions with others.' },
        cis_sco: {
          label: 'CIS and SCO',
          definition: 'Missions of the Commonwealth of Independent States and of the Shanghai Cooperation Organisation.',
        },
        domestic: { label: 'domestic observers', definition: 'Belarusian rights groups that watch elections.' },
        other: {
          label: 'other bodies',
          definition: 'The United Nations, the European Union, the Council of Europe and others; most of them did not observe.',
        },
      },
    ),
    stage: oneOf(
      { description: 'When and in what form the body speaks.' },
      {
        before_the_vote: 'statement before the vote',
        interim: 'interim report',
        preliminary: 'statement or report right after the vote',
        final: 'final report or statement',
        inquiry: 'inquiry after the vote',
        political_statement: { label: 'political statement', definition: 'A judgement by a body that did not observe.' },
        summary: { label: 'later summary', definition: 'What others later said that observers had found.' },
      },
    ),
    verdict: oneOf(
      { description: 'The verdict in one word.' },
      {
        met_standards: { label: 'up to standard', definition: 'The body found the vote free, open or lawful.' },
        fell_short: { label: 'short of standards', definition: 'The body found that the vote did not meet its standards.' },
        falsified: { label: 'falsified', definition: 'The body found proof that the result was falsified.' },
        did_not_observe: { label: 'did not observe', definition: 'The body could not send a mission.' },
        not_stated: { label: 'no verdict', definition: 'The text that was read holds no verdict on the vote.' },
      },
    ),
    summary: text({ description: 'What the body said, in our own words.' }),
    invited: oneOf(
      { description: 'Whether Belarus invited the body to observe.' },
      {
        yes: 'invited',
        late: { label: 'invited late', definition: 'The invitation came too late for a full mission.' },
        no: 'not invited',
        not_stated: 'not stated',
        not_applicable: { label: 'not applicable', definition: 'Domestic groups, and bodies that send no missions.' },
      },
    ),
    ...sourced(),
  },
});
