/**
 * Single fields that many tables share, so that the same word means the same thing in each. The runs that
 * stand together in most tables, with their rules, are in `columns.ts`: take those where they fit.
 */
import { type Cell, day, oneOf, optional, slug, text } from './field.ts';
import { statusRule } from './rules.ts';
import { withRule } from './table.ts';

/** Which end of a range a row is, so that the key of the table needs no value: a value can then be corrected. */
export const rangeEnd = () =>
  optional(
    oneOf(
      { description: 'Which end of a range that the source gives; the other end is another row. Empty where it gives one number.' },
      { lower: 'lower end', upper: 'upper end' },
    ),
  );

/** How far a reported value is bounded. Travels with the value wherever it is printed or drawn. */
export const qualifier = () =>
  oneOf(
    { description: 'How the source bounds the value. Part of the value: it is printed and drawn with it.' },
    {
      exact: 'exactly as stated',
      about: 'about',
      at_least: 'at least',
      more_than: 'more than',
      up_to: 'up to',
      fewer_than: 'fewer than',
    },
  );

export const basis = () =>
  oneOf(
    { description: 'What kind of number it is: three kinds that are never joined in one series.' },
    {
      documented_minimum: {
        label: 'documented minimum',
        definition: 'People or cases that the counter knows one by one; the real number is at least this.',
      },
      reported_count: { label: 'reported count', definition: 'A count stated by a body that gives no list to check it against.' },
      estimate: { label: 'estimate', definition: 'A judgement or a calculation: crowd sizes, rounded totals, surveys, models.' },
    },
  );

export const confidence = () =>
  oneOf(
    { description: 'How sure the collectors are that the row says what the source says, and of what day.' },
    { high: 'high', medium: 'medium', low: 'low' },
  );

export const status = () =>
  oneOf(
    { description: 'Which row to use where several sources speak of the same fact. Exactly one row a fact is preferred.' },
    {
      preferred: { label: 'preferred', definition: 'The row to use for this fact.' },
      repeated: { label: 'repeated', definition: 'The same fact and value from another source.' },
      superseded: { label: 'superseded', definition: 'Interim, later revised, or overtaken by a fuller count.' },
      conflicting: { label: 'conflicting', definition: 'Disagrees with the preferred row, and the difference is not settled.' },
    },
  );

export const statusNote = () =>
  withRule(
    optional(text({ description: 'Why another row is preferred to this one. Filled for every row that is not preferred.' })),
    statusRule(),
  );
export const reportedIn = () =>
  oneOf(
    { description: 'Where the count was read.' },
    {
      report: 'the counter’s own text, or a report that names the counter',
      digest: {
        label: 'a digest of other reports',
        definition: 'A later summary that cites other texts; the texts themselves were not opened. Never joined to a line.',
      },
    },
  );
export const note = () =>
  optional(text({ description: 'What a reader has to know about this row: definition, scope, doubts. Our own words.' }));
export const countedBy = () => text({ description: 'Who counted, in one spelling. Not who published the report.', references: 'counters' });
export const sourceId = () => slug({ description: 'The document that states the value.', references: 'sources' });
/** What a date known to the month speaks of: the end of it, as counts of people held do, or some day of it, as events do. */
export type MonthMeans = 'its end' | 'some day of it';

export const datePrecision = (month: MonthMeans, { bounded = false } = {}) => {
  const means =
    month === 'its end'
      ? `The row speaks of the end of the month${bounded ? ', unless date_from and date_to say between which days' : ''}.`
      : `The row speaks of some day of the month${bounded ? ', between date_from and date_to where they are filled' : ''}; which one is not known.`;
  return oneOf(
    { description: 'How exactly the date is known. A month is written as its last day, a year as 31 December.' },
    { day: 'to the day', month: { label: 'to the month', definition: means }, year: 'to the year' },
  );
};
export const yesNo = (description: string) => oneOf({ description }, { yes: 'yes', no: 'no' });
export const place = () => text({ description: 'Place that the count covers: the country, the city of Minsk, a region, a town.' });
export const periodStart = (): Cell<string> => day({ description: 'First day of the period counted.' });
export const periodEnd = (): Cell<string> => day({ description: 'Last day of the period counted.' });
