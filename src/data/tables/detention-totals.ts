import { counted, period } from '../columns.ts';
import { place } from '../common.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Detentions and administrative persecution by period. */
export const detentionTotals = defineTable({
  name: 'detention-totals',
  title: 'Detentions and administrative cases by period',
  description:
    'One row a published count of people detained, or of administrative cases and penalties, within a period. What counts as a detention changed over the years: at assemblies in 2020, all known political detentions in 2021 and 2022, cases of repression from 2023. Running totals of different counters and dates rest on different bases and are never joined by a line.',
  primaryKey: ['period_start', 'period_end', 'metric', 'place', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  fields: {
    ...period(['month', 'quarter', 'year', 'cumulative', 'span'], {
      cumulative: 'Everyone counted since the campaign or the protests of 2020 began, up to the last day.',
    }),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        detained: {
          label: 'detained',
          definition: 'People detained for political reasons, for hours or for longer; one person may be counted more than once.',
        },
        detained_children: { label: 'children detained', definition: 'The children among the people detained.' },
        detained_on_return: { label: 'detained on return', definition: 'People detained when they came back from abroad.' },
        detained_criminal: { label: 'held in criminal cases', definition: 'People taken into custody in political criminal cases.' },
        placed_in_detention: {
          label: 'placed in detention centres',
          definition: 'People detained who were kept in a detention centre before a hearing.',
        },
        administrative_cases: {
          label: 'administrative cases',
          definition: 'Known cases of persecution under the Code of Administrative Offences.',
        },
        administrative_trials: { label: 'administrative trials', definition: 'Court hearings under the Code of Administrative Offences.' },
        administrative_arrests: { label: 'administrative arrests', definition: 'Penalties of some days of arrest handed down by courts.' },
        administrative_fines: { label: 'administrative fines', definition: 'Fines handed down by courts.' },
        administrative_penalties: { label: 'administrative penalties', definition: 'Arrests and fines together.' },
        moved_to_prison_regime: {
          label: 'moved from colony to prison',
          definition: 'Political prisoners whom a court moved from a penal colony to the harsher regime of a prison.',
        },
        repression_cases: {
          label: 'cases of repression',
          definition: 'Cases, not people: detentions, searches, interrogations and trials together.',
        },
      },
    ),
    place: place(),
    value: wholeNumber({
      description: 'Number of people, or of cases and penalties where the metric says so.',
      unit: 'people or cases',
      max: 1_000_000,
    }),
    ...counted(),
  },
});
