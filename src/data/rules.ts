/**
 * Rules over a row that many tables share. Those of shared fields come with the fields: see `columns.ts`.
 * Of the others, a table names the fields that it means.
 */
import { addMonths, lastDayOfMonth } from './days.ts';
import type { Fields, RowRule } from './table.ts';

/**
 * A month stands as its last day and a year as 31 December, so that no day is claimed that nobody reported.
 * Where a row has the bounds of its day (`boundsRule`), the last of them stands instead.
 */
export function precisionRule(dateField: string, precisionField: string): RowRule<Fields> {
  return (row) => {
    const date = row[dateField];
    const precision = row[precisionField];
    if (typeof date !== 'string' || typeof row['date_to'] === 'string') return undefined;
    const padded = precision === 'month' ? lastDayOfMonth(date) : precision === 'year' ? `${date.slice(0, 4)}-12-31` : date;
    if (padded === date) return undefined;
    return { field: precisionField, message: `expected ${padded} for a date known to the ${String(precision)}, found "${date}"` };
  };
}

/** Where the day is not known, its first and last possible day: both or neither, and the last of them is the date. */
export function boundsRule(): RowRule<Fields> {
  return (row) => {
    const { date, date_precision: precision, date_from: from, date_to: to } = row;
    if (from === null && to === null) return undefined;
    if (typeof from !== 'string' || typeof to !== 'string')
      return { field: from === null ? 'date_from' : 'date_to', message: 'expected the first and the last possible day together' };
    if (from >= to) return { field: 'date_to', message: `expected a day after ${from}, found "${to}"` };
    if (date !== to) return { field: 'date', message: `expected ${to}, the last possible day, found "${String(date)}"` };
    if (precision === 'day') return { field: 'date_precision', message: 'expected month or year where the day is not known, found "day"' };
    const length = precision === 'month' ? 7 : 4;
    return from.slice(0, length) === to.slice(0, length)
      ? undefined
      : { field: 'date_precision', message: `expected a precision that ${from} and ${to} share, found "${String(precision)}"` };
  };
}

/** A period ends on or after its first day, and has the length that its kind says. */
export function periodRule(): RowRule<Fields> {
  return (row) => {
    const start = row['period_start'];
    const end = row['period_end'];
    const kind = row['period'];
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
    return fits ? undefined : { field: 'period', message: `expected a period that fits ${start} to ${end}, found "${String(kind)}"` };
  };
}

/** A row that is not the preferred one says why. */
export function statusRule(): RowRule<Fields> {
  return (row) =>
    row['status'] !== 'preferred' && row['status_note'] === null
      ? { field: 'status_note', message: `expected a reason for the status "${String(row['status'])}", found an empty cell` }
      : undefined;
}

/** A part is not greater than its whole; the part is blamed. */
export function atMost<F extends Fields>(part: keyof F & string, whole: keyof F & string): RowRule<F> {
  return (row) => {
    const [found, limit] = [row[part], row[whole]];
    if (typeof found !== 'number' || typeof limit !== 'number' || found <= limit) return undefined;
    return { field: part, message: `expected at most ${limit}, the value of ${whole}, found "${found}"` };
  };
}

/** Two fields are filled together or not at all; the second is blamed. */
export function together<F extends Fields>(one: keyof F & string, other: keyof F & string, message: string): RowRule<F> {
  return (row) => ((row[one] === null) === (row[other] === null) ? undefined : { field: other, message });
}
