import { counted, inferred, period } from '../columns.ts';
import { decimal, oneOf, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** Convictions by article of the Criminal Code. */
export const chargesByArticle = defineTable({
  name: 'charges-by-article',
  title: 'Articles of the Criminal Code',
  description:
    'One row a published number of people or sentences under one article of the Criminal Code, or a group of articles, in a period. One person can be sentenced under several articles, so that articles do not add up to people; people, sentences, list entries and percentages are never mixed.',
  primaryKey: ['period_start', 'period_end', 'article', 'offence', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  fields: {
    ...period(['month', 'quarter', 'year', 'cumulative', 'span']),
    ...inferred(),
    article: text({
      description: 'Article or articles of the Criminal Code, separated by semicolons; not stated where the source names the offence only.',
    }),
    offence: text({ description: 'What the article is about, in plain words.' }),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        people_convicted: { label: 'people sentenced', definition: 'People sentenced under the article.' },
        sentences: { label: 'sentences', definition: 'Sentences under the article; one sentence may rest on several articles.' },
        list_entries: {
          label: 'people put on the list',
          definition: 'People sentenced under the article who were put on the Interior Ministry’s list of extremists in the period.',
        },
        share_of_sentences: { label: 'share of sentences', definition: 'Percentage of the sentences that the counter knows of.' },
      },
    ),
    value: decimal({
      description: 'Number of people or sentences, or percentage, as the metric says.',
      unit: 'people, sentences or percent',
      max: 100_000,
    }),
    ...counted(),
  },
});
