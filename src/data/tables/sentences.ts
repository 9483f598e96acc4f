import { counted, period } from '../columns.ts';
import { decimal, oneOf } from '../field.ts';
import { defineTable } from '../table.ts';

/** Sentences in political criminal cases: people by kind of sentence, and years handed down. */
export const sentences = defineTable({
  name: 'sentences',
  title: 'Sentences',
  description:
    'One row a published number of people sentenced in political criminal cases in a month or a year, by kind of sentence, or of years handed down together. Viasna’s monthly number changed its meaning in autumn 2023, and months fall short of years: the series are told apart and never joined.',
  primaryKey: ['period_start', 'period_end', 'series', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  fields: {
    ...period(['month', 'year', 'cumulative']),
    series: oneOf(
      { description: 'Which of several counts the number belongs to.' },
      {
        known: {
          label: 'known sentences',
          definition:
            'People whose sentence the counter could describe when it reported the month: the headline of the monthly reports up to September 2023.',
        },
        possible: {
          label: 'people possibly sentenced',
          definition:
            'People whom criminal courts are thought to have sentenced that month, most of them without known details. Of this size are the headlines from November 2023 on; that they changed is inferred from the numbers.',
        },
        annual: { label: 'annual total', definition: 'Everyone known to have been sentenced in the year, cases found later included.' },
        annual_known_terms: { label: 'annual, known terms only', definition: 'The part of the annual total whose terms are known.' },
        running_total: { label: 'running total', definition: 'Everyone known to have been sentenced since 2020.' },
        official: { label: 'official', definition: 'People sentenced over the protests, as stated by the Supreme Court.' },
      },
    ),
    metric: oneOf(
      { description: 'What is counted. Names that end in _years are sums of years, in _share percentages; all others are people.' },
      {
        convicted: 'people sentenced',
        women: 'women sentenced',
        men: 'men sentenced',
        minors: 'minors sentenced',
        pensioners: 'people of pension age sentenced',
        prison: { label: 'prison', definition: 'People sentenced to a colony or prison.' },
        prison_years: { label: 'years of prison', definition: 'Years of colony and prison handed down together.' },
        open_facility: { label: 'open facility', definition: 'People sentenced to restriction of freedom in an open-type facility.' },
        open_facility_years: { label: 'years in open facilities', definition: 'Years of such restriction handed down together.' },
        home_confinement: { label: 'home confinement', definition: 'People sentenced to restriction of freedom at home.' },
        home_confinement_years: { label: 'years of home confinement', definition: 'Years of such restriction handed down together.' },
        all_terms_years: { label: 'years of all terms', definition: 'Years of prison and of restriction of freedom together.' },
        arrest: { label: 'arrest', definition: 'People sentenced to some months of arrest in a criminal case.' },
        arrest_years: { label: 'years of arrest', definition: 'Such terms together, in years.' },
        fine: { label: 'fine', definition: 'People whose main punishment is a fine.' },
        additional_fine: {
          label: 'fine on top',
          definition: 'People fined in addition to another punishment; they are counted there too.',
        },
        suspended: { label: 'suspended sentence', definition: 'People whose prison term is suspended.' },
        psychiatric: { label: 'compulsory treatment', definition: 'People whom a court sent to compulsory psychiatric treatment.' },
        in_absentia: { label: 'sentenced in absentia', definition: 'People sentenced while abroad.' },
        in_absentia_proceedings: {
          label: 'proceedings in absentia',
          definition: 'People against whom special proceedings were opened or held; not all were sentenced.',
        },
        ten_years_or_more: { label: 'ten years or more', definition: 'People sentenced to ten or more years of prison.' },
        women_prison: { label: 'women sentenced to prison', definition: 'The women among the people sentenced to a colony or prison.' },
        women_open_facility: { label: 'women in open facilities', definition: 'The women among the people sent to an open-type facility.' },
        women_home_confinement: { label: 'women in home confinement', definition: 'The women among the people confined at home.' },
        women_arrest: { label: 'women sentenced to arrest', definition: 'The women among the people sentenced to arrest.' },
        women_psychiatric: {
          label: 'women in compulsory treatment',
          definition: 'The women among the people sent to compulsory treatment.',
        },
        women_share: { label: 'share of women', definition: 'Percentage of women among all people sentenced.' },
        prison_share: { label: 'share of prison', definition: 'Percentage of people sentenced who were sent to a colony or prison.' },
        restriction_share: {
          label: 'share of restriction',
          definition: 'Percentage of people sentenced whose freedom was restricted without prison.',
        },
      },
    ),
    value: decimal({
      description: 'Number of people, years or percent, as the metric says. Months and days are turned into years to two places.',
      unit: 'people, years or percent',
      max: 100_000,
    }),
    ...counted(),
  },
});
