import { counted, period } from '../columns.ts';
import { rangeEnd } from '../common.ts';
import { oneOf, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** Permits, visas, asylum, stocks abroad and estimates of how many left. */
export const exile = defineTable({
  name: 'exile',
  title: 'Belarusians abroad',
  description:
    'One row a published number of citizens of Belarus who received papers abroad, applied for protection, lived in a country, or are thought to have left. Permits are papers, not people, and nobody counts who leaves: the metrics measure different things and are never added.',
  primaryKey: ['period_start', 'period_end', 'destination', 'metric', 'range_end', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'period_end',
  stocks: [
    'valid_residence_documents',
    'residents',
    'refugees_registered',
    'workers',
    'left_and_not_returned',
    'settled_since_2020',
    'left_since_2020',
  ],
  since: '2013-01-01',
  fields: {
    ...period(['day', 'month', 'quarter', 'year', 'span'], { description: 'Kind of period. A stock stands on a day or within a month.' }),
    destination: text({ description: 'Country or group of countries; World where none is named.' }),
    metric: oneOf(
      { description: 'What is counted.' },
      {
        first_residence_permits: {
          label: 'first residence permits',
          definition:
            'First permits for more than three months issued in the period, long-stay visas included; renewals and temporary protection are not.',
        },
        valid_residence_documents: {
          label: 'valid residence documents',
          definition: 'People who hold a valid document that allows them to live in the country.',
        },
        residents: { label: 'residents', definition: 'Citizens of Belarus who live in the country by its migration authority’s records.' },
        residence_decisions: {
          label: 'positive residence decisions',
          definition: 'Decisions that grant a residence permit, renewals included.',
        },
        asylum_applications: { label: 'asylum applications', definition: 'People who asked for international protection in the period.' },
        asylum_granted: { label: 'protection granted', definition: 'People granted any form of international protection.' },
        refugee_status_granted: { label: 'refugee status granted', definition: 'People granted the status of a refugee.' },
        subsidiary_protection_granted: { label: 'subsidiary protection granted', definition: 'People granted subsidiary protection.' },
        visas: { label: 'visas', definition: 'Visas of all kinds issued in the period; one person may receive several.' },
        humanitarian_visas: { label: 'humanitarian visas', definition: 'Visas issued on humanitarian grounds.' },
        business_harbour_visas: { label: 'Business Harbour visas', definition: 'Visas of Poland’s programme for IT workers and firms.' },
        entries: { label: 'border entries', definition: 'Entries, not people who stayed.' },
        immigrants: {
          label: 'people who moved there',
          definition: 'Citizens of Belarus who moved to the country in the period, by its statistics.',
        },
        emigrants: {
          label: 'people who moved away',
          definition: 'Citizens of Belarus who left the country in the period, by its statistics.',
        },
        net_immigration: {
          label: 'arrivals less departures',
          definition: 'Citizens of Belarus who moved to the country, less those who left it.',
        },
        temporary_permits_issued: { label: 'temporary permits', definition: 'Temporary residence permits granted, renewals included.' },
        permanent_permits_issued: { label: 'permanent permits', definition: 'Permanent residence permits granted.' },
        permit_refused: {
          label: 'first permits refused as a threat',
          definition:
            'Citizens of Belarus refused a temporary residence permit because the country declared them a threat to its security.',
        },
        permit_not_renewed: {
          label: 'permits not renewed as a threat',
          definition:
            'Citizens of Belarus whose temporary permit was not renewed because the country declared them a threat to its security.',
        },
        permit_revoked: {
          label: 'permits revoked as a threat',
          definition:
            'Citizens of Belarus whose temporary permit was taken away because the country declared them a threat to its security.',
        },
        admitted_persecuted: {
          label: 'admitted as persecuted',
          definition: 'People promised admission or admitted by a country’s decision because they were persecuted in Belarus.',
        },
        refugees_registered: {
          label: 'refugees and asylum seekers',
          definition: 'Refugees and asylum seekers from Belarus registered at the end of the year.',
        },
        workers: { label: 'people at work', definition: 'Citizens of Belarus who work in the country.' },
        declared_threats: {
          label: 'declared a threat',
          definition: 'Citizens of Belarus whom the country declared a threat to its security.',
        },
        left_and_not_returned: {
          label: 'left and not returned',
          definition: 'People who left after the election of 2020 and had not come back, as officials in Minsk say.',
        },
        settled_since_2020: {
          label: 'settled since 2020 (estimate)',
          definition: 'A researcher’s estimate of people who settled in the country since the election of 2020.',
        },
        left_since_2020: {
          label: 'left since 2020 (estimate)',
          definition: 'An estimate of how many people have left the country since 2020. Each has its own base and method.',
        },
      },
    ),
    value: wholeNumber({
      description: 'Number of people, or of permits, visas and entries where the metric says so.',
      unit: 'people or documents',
      max: 10_000_000,
    }),
    range_end: rangeEnd(),
    ...counted(),
  },
});
