import { counted, dated } from '../columns.ts';
import { place } from '../common.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Injuries, torture complaints and what became of them. */
export const protestHarm = defineTable({
  name: 'protest-harm',
  title: 'Injuries and torture complaints',
  description:
    'One row a published count of people hurt at the protests of 2020, of cases and testimonies of torture, or of complaints about it and criminal cases opened. Counts in hospital are of one day; testimonies and complaints are running totals since the election.',
  primaryKey: ['date', 'metric', 'place', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  fields: {
    ...dated('Day of the count, or last day of what is counted, read with date_precision.', 'its end'),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        injured_protesters: {
          label: 'protesters hurt',
          definition: 'People hurt at protests or in custody, running total unless the note says otherwise.',
        },
        injured_officers: { label: 'officers hurt', definition: 'Police and other officers hurt, as officials count.' },
        protesters_in_hospital: { label: 'protesters in hospital', definition: 'People from protests in hospital on that day.' },
        officers_in_hospital: { label: 'officers in hospital', definition: 'Officers in hospital on that day, or taken there.' },
        torture_documented: {
          label: 'torture cases documented',
          definition: 'Cases of torture and ill-treatment that a body has documented.',
        },
        torture_testimonies: { label: 'torture testimonies', definition: 'Victims whose testimony a body has taken.' },
        sexual_violence_documented: {
          label: 'sexual violence documented',
          definition: 'Cases of sexual and gender-based violence that a body has documented.',
        },
        torture_complaints: { label: 'complaints', definition: 'Complaints of torture and ill-treatment lodged with the authorities.' },
        torture_complaints_by_minors: { label: 'complaints by minors', definition: 'The complaints by minors among them.' },
        torture_complaints_refused: {
          label: 'complaints refused',
          definition: 'People on whose complaints the authorities refused to open a criminal case.',
        },
        criminal_cases_over_torture: {
          label: 'criminal cases over torture',
          definition: 'Criminal cases opened against officers over torture.',
        },
        criminal_cases_over_deaths: { label: 'criminal cases over deaths', definition: 'Criminal cases opened over deaths of protesters.' },
      },
    ),
    place: place(),
    value: wholeNumber({
      description: 'Number of people, cases or complaints, as the metric says.',
      unit: 'people, cases or complaints',
      max: 100_000,
    }),
    ...counted(),
  },
});
