import { counted, inferred, period } from '../columns.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Criminal prosecutions, trials and convictions for political reasons, by period. */
export const convictions = defineTable({
  name: 'convictions',
  title: 'Criminal cases, trials and convictions',
  description:
    'One row a published count of people prosecuted, tried or convicted for political reasons within a period. Viasna adds cases for years after, so its months do not add up to its years, nor its years to its running totals. A running total whose source names no first day begins on 1 May 2020, when the presidential campaign began.',
  primaryKey: ['period_start', 'period_end', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  fields: {
    ...period(['week', 'month', 'year', 'cumulative', 'span']),
    ...inferred(),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        convicted: {
          label: 'convicted',
          definition: 'People sentenced in criminal cases that the counter holds to be political, whatever the punishment.',
        },
        women_convicted: { label: 'women convicted', definition: 'The women among the people convicted.' },
        imprisoned: { label: 'sentenced to prison', definition: 'People convicted whose punishment is a term in a colony or prison.' },
        women_imprisoned: { label: 'women sentenced to prison', definition: 'The women among the people sentenced to prison.' },
        convicted_over_protests: {
          label: 'convicted for protesting',
          definition: 'People sentenced for taking part in protests only, as one report limits it.',
        },
        convicted_article_342: {
          label: 'convicted under Article 342',
          definition: 'People sentenced under the article on group actions that breach public order.',
        },
        convicted_articles_342_and_293: {
          label: 'convicted under Articles 342 and 293',
          definition:
            'People sentenced under the article on group actions or the part of the article on mass riots that covers taking part.',
        },
        arrested_hajun_case: {
          label: 'arrested in the Hajun case',
          definition: 'People whose arrest over links with the closed initiative Belaruski Hajun the counter could confirm.',
        },
        convicted_hajun_case: {
          label: 'sentenced in the Hajun case',
          definition: 'People sentenced over links with the closed initiative Belaruski Hajun, as far as the counter could confirm.',
        },
        prosecuted: {
          label: 'prosecuted',
          definition: 'People known to face or to have faced a political criminal case; not all of them have been tried.',
        },
        on_trial: { label: 'on trial', definition: 'People, or cases where the note says so, heard in court within the period.' },
        sent_to_court: { label: 'sent to court', definition: 'People whose cases the prosecutors passed to a court.' },
        cases_sent_to_court: { label: 'cases sent to court', definition: 'Criminal cases, not people, passed to a court.' },
        cases_opened: { label: 'cases opened', definition: 'Criminal cases, not people; one case may concern many people.' },
      },
    ),
    value: wholeNumber({ description: 'Number of people, or of cases where the metric says so.', unit: 'people or cases', max: 100_000 }),
    ...counted(),
  },
});
