import { counted, dated } from '../columns.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Organisations closed, cases of extremism, lawyers disbarred. */
export const civilSociety = defineTable({
  name: 'civil-society',
  title: 'Organisations, media and lawyers',
  description:
    'One row a published count: organisations closed since the election of 2020, what a year added to the official lists of extremism, lawyers without a licence. Running totals never fall; how long the lists were on a day stands in list-sizes.',
  primaryKey: ['date', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: [
    'organisations_lost',
    'organisations_forced_liquidation',
    'organisations_self_liquidation',
    'organisations_closed_or_closing',
    'organisations_registered',
    'civil_society_jailed',
    'trade_unionists_jailed',
    'media_extremist',
    'extremist_offences',
    'convicted_over_formations',
    'lawyers_in_bar',
    'lawyers_barred',
    'lawyers_detained',
    'lawyers_jailed',
  ],
  fields: {
    ...dated('Day that the count is of, read with date_precision. For a count of one year, the year’s last day.', 'its end'),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        organisations_lost: {
          label: 'organisations lost',
          definition: 'Running total since the election of 2020: organisations in forced liquidation and those that decided to close.',
        },
        organisations_forced_liquidation: {
          label: 'in forced liquidation',
          definition: 'Running total of organisations that the authorities are closing or have closed.',
        },
        organisations_self_liquidation: {
          label: 'decided to close',
          definition: 'Running total of organisations whose members or founders decided to close them, often under pressure.',
        },
        organisations_closed_or_closing: {
          label: 'closed or being closed',
          definition: 'Organisations closed by the authorities or in the process of it, by Viasna’s reviews of 2021.',
        },
        organisations_closed_in_one_day: {
          label: 'closed in one day',
          definition: 'Organisations that the authorities closed on that day.',
        },
        organisations_registered: {
          label: 'registered organisations',
          definition: 'Associations, foundations and institutions on the official register.',
        },
        civil_society_jailed: { label: 'civil society representatives held', definition: 'People held for their work in organisations.' },
        trade_unionists_jailed: {
          label: 'trade unionists in prison',
          definition: 'Leaders and activists of independent trade unions in prison.',
        },
        extremist_formations_in_year: {
          label: 'formations named in the year',
          definition: 'Groups declared extremist formations within the calendar year.',
        },
        extremist_list_people_added: { label: 'people added at once', definition: 'People added to that list in one update.' },
        media_extremist: { label: 'media declared extremist', definition: 'Running total of media organisations declared extremist.' },
        media_formations_in_year: {
          label: 'media named formations in the year',
          definition: 'Media outlets put on the list of extremist formations within the calendar year.',
        },
        extremist_offences: { label: 'extremist offences', definition: 'Offences, not people, that officials call extremist, since 2020.' },
        convicted_over_formations: {
          label: 'convicted over formations',
          definition: 'Running total of people convicted of creating or joining an extremist group.',
        },
        lawyers_in_bar: { label: 'lawyers in the bar', definition: 'Lawyers admitted to practise.' },
        lawyers_barred: { label: 'lawyers barred', definition: 'Running total of lawyers disbarred or stripped of their licence.' },
        lawyers_detained: { label: 'lawyers arrested', definition: 'Running total of lawyers arrested since autumn 2020.' },
        lawyers_jailed: { label: 'lawyers in prison', definition: 'Lawyers behind bars on that day.' },
      },
    ),
    value: wholeNumber({
      description: 'Number of organisations, people, entries or offences, as the metric says.',
      unit: 'organisations, people or entries',
      max: 1_000_000,
    }),
    ...counted(),
  },
});
