/** Fields and rules that many tables share, so that the same word means the same thing in each. */
import { type Cell, day, oneOf, optional, slug, text } from './field.ts';
import type { Fields, RowRule } from './table.ts';

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
    { description: 'What kind of number it is: three kinds that are never added or joined to one another.' },
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
  optional(text({ description: 'Why another row is preferred to this one. Filled for every row that is not preferred.' }));
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
export const datePrecision = () =>
  oneOf(
    { description: 'How exactly the date is known. A month is written as its last day, a year as 31 December.' },
    { day: 'to the day', month: 'to the month', year: 'to the year' },
  );
export const yesNo = (description: string) => oneOf({ description }, { yes: 'yes', no: 'no' });
export const place = () => text({ description: 'Place that the count covers: the country, the city of Minsk, a region, a town.' });
export const periodStart = (): Cell<string> => day({ description: 'First day of the period counted.' });
export const periodEnd = (): Cell<string> => day({ description: 'Last day of the period counted.' });

/** The last day of the month of an ISO day. */
export function lastDayOfMonth(iso: string): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A month stands as its last day and a year as 31 December, so that no day is claimed that nobody reported. */
export function precisionRule<F extends Fields>(dateField: keyof F & string, precisionField: keyof F & string): RowRule<F> {
  return (row) => {
    const date = row[dateField];
    const precision = row[precisionField];
    if (typeof date !== 'string') return undefined;
    const padded = precision === 'month' ? lastDayOfMonth(date) : precision === 'year' ? `${date.slice(0, 4)}-12-31` : date;
    if (padded === date) return undefined;
    return { field: precisionField, message: `expected ${padded} for a date known to the ${String(precision)}, found "${date}"` };
  };
}

/** A period ends on or after its first day, and has the length that its kind says. */
export function periodRule<F extends Fields>(kindField: keyof F & string = 'period'): RowRule<F> {
  return (row) => {
    const start = row['period_start'];
    const end = row['period_end'];
    const kind = row[kindField];
    if (typeof start !== 'string' || typeof end !== 'string') return undefined;
    if (end < start) return { field: 'period_end', message: `expected a day on or after ${start}, found "${end}"` };
    const whole: Record<string, () => boolean> = {
      day: () => start === end,
      week: () => Date.parse(end) - Date.parse(start) === 6 * 86_400_000,
      month: () => start.endsWith('-01') && end === lastDayOfMonth(start),
      quarter: () => /-(01|04|07|10)-01$/.test(start) && end === lastDayOfMonth(addMonths(start, 2)),
      year: () => start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`,
    };
    const fits = whole[String(kind)]?.() ?? true;
    return fits ? undefined : { field: kindField, message: `expected a period that fits ${start} to ${end}, found "${String(kind)}"` };
  };
}

function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** A row that is not the preferred one says why. */
export function statusRule<F extends Fields>(): RowRule<F> {
  return (row) =>
    row['status'] !== 'preferred' && row['status_note'] === null
      ? { field: 'status_note', message: `expected a reason for the status "${String(row['status'])}", found an empty cell` }
      : undefined;
}
