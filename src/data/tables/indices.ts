import { counter, dated, sourced } from '../columns.ts';
import { decimal, oneOf, optional, wholeNumber } from '../field.ts';
import { indexSeries } from '../index-series.ts';
import { together } from '../rules.ts';
import { defineTable } from '../table.ts';

const band = (description: string) => optional(decimal({ description, unit: 'points of the scale', max: 100 }));

/** Indices of democracy and freedom for Belarus. */
export const indices = defineTable({
  name: 'indices',
  title: 'Indices of democracy and freedom',
  description:
    'One row the score or the rank of Belarus in one index for one year. A series is counted in one way throughout; where a method changed, a new series begins, and the two are never joined. Ranks also move when other countries do.',
  primaryKey: ['series', 'date', 'measure', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  since: '1991-01-01',
  orderedBy: ['series'],
  fields: {
    series: oneOf({ description: 'Index and method. The definition gives the scale.' }, indexSeries),
    ...dated('Year, written as 31 December; read with year_kind.', 'its end'),
    year_kind: oneOf(
      { description: 'What the year means.' },
      {
        assessed: { label: 'year assessed', definition: 'The year that the score speaks of.' },
        edition: {
          label: 'edition',
          definition: 'The year by which the publisher names the edition; most of it speaks of the year before.',
        },
      },
    ),
    measure: oneOf(
      { description: 'What the value is.' },
      { score: 'score', rank: { label: 'rank', definition: 'Place among the countries ranked, 1 being the best.' } },
    ),
    value: decimal({ description: 'Points on the scale of the series, or the rank.', unit: 'points of the scale, or place', max: 200 }),
    lower: band('Lower end of the uncertainty band that the publisher states.'),
    upper: band('Upper end of the uncertainty band that the publisher states.'),
    rank_of: optional(wholeNumber({ description: 'Number of countries ranked, where it is stated.', unit: 'countries', max: 250 })),
    ...counter(),
    ...sourced(),
  },
  rules: [
    (row) =>
      row.date_precision === 'year' ? undefined : { field: 'date_precision', message: `expected "year", found "${row.date_precision}"` },
    together('lower', 'upper', 'expected both ends of the band or neither'),
    (row) =>
      row.lower !== null && row.upper !== null && (row.value < row.lower || row.value > row.upper)
        ? { field: 'value', message: `expected a value from ${row.lower} to ${row.upper}, found "${row.value}"` }
        : undefined,
  ],
});
