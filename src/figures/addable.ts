/**
 * What may be added: numbers of one counter and one basis, flows and no stocks, over periods that don't overlap. A sum that crosses
 * counters or bases on purpose is ours, and says so in its declaration.
 */
import { meaningOf } from '../data/field.ts';
import type { Row } from '../data/read.ts';
import { COUNTRY, WHOLE_REGION } from '../data/subject.ts';
import { isStock, type Table } from '../data/table.ts';
import { FigureError } from './figure.ts';

/** A row whose number goes into a sum, with the field that holds it. */
export interface Addend {
  readonly table: Table;
  readonly row: Row;
  readonly field: string;
}

/** What a declaration lets a sum cross. */
export interface Crossing {
  readonly across?: readonly ('counted_by' | 'basis')[] | undefined;
  /** Why the times fit, although their days don't: periods that overlap by their days, stocks of different days. */
  readonly apart?: string | undefined;
}

/** Fields by which two rows are of different things, whatever their days, counters and documents. */
const notOfTheThing: ReadonlySet<string> = new Set(['date', 'period_start', 'period_end', 'range_end', 'counted_by', 'source_id']);
/** How a whole is written that has its parts beside it. */
const wholes: readonly (readonly [field: string, whole: string])[] = [
  ['place', COUNTRY],
  ['region', WHOLE_REGION],
];

/** Holds that rows may be added up by one query. Throws FigureError. */
export function checkQuerySum(addends: readonly Addend[], crossing: Crossing): void {
  const [first] = addends;
  if (!first || addends.length < 2) return;
  const { table, field } = first;
  const column = table.fields[field];
  if (column && ['percent', 'score'].includes(meaningOf(column).unit ?? ''))
    fail(`expected numbers that can be added, found ${meaningOf(column).unit} in ${field}`);
  const stock = addends.find(({ row }) => isStock(table, row.values));
  if (stock)
    fail(
      `expected what happened in a time, found what stood at a moment (${table.name}:${stock.row.line}), which is never added to itself`,
    );
  const total = addends.find(({ row }) => runsSince(table, row) !== null);
  if (total)
    fail(`expected counts that can be added, found a running total (${table.name}:${total.row.line}), which holds those before it`);
  const metrics = new Set(addends.map(({ row }) => row.values['metric'] ?? null));
  if (metrics.size > 1) fail(`expected one metric, found ${[...metrics].join(' and ')}`);
  for (const [name, whole] of wholes) {
    const values = new Set(addends.map(({ row }) => row.values[name] ?? null));
    if (values.has(whole) && values.size > 1) fail(`expected parts or their whole, found ${whole} (${name}) together with its parts`);
  }
  checkCrossing(addends, crossing);
  checkOverlap(addends, crossing, () => true);
}

/** Holds that the rows under several figures may be added to one another. Throws FigureError. */
export function checkSumOfFigures(parts: readonly (readonly Addend[])[], crossing: Crossing): void {
  const addends = parts.flat();
  const seen = new Set<string>();
  for (const { table, row, field } of addends) {
    const key = `${table.name}:${row.line}:${field}`;
    if (seen.has(key)) fail(`expected each row once, found ${table.name}:${row.line} twice`);
    seen.add(key);
  }
  const stocks = addends.filter(({ table, row }) => isStock(table, row.values));
  for (const stock of stocks) {
    const other = stocks.find((candidate) => candidate !== stock && dayOf(candidate) !== dayOf(stock));
    if (other && crossing.apart === undefined)
      fail(`expected what stood at one moment, found ${place(stock)} of ${dayOf(stock)} and ${place(other)} of ${dayOf(other)}`);
    const twin = stocks.find((candidate) => candidate !== stock && thingOf(candidate) === thingOf(stock));
    if (twin) fail(`expected each thing once, found ${place(stock)} and ${place(twin)}, two counts of one`);
  }
  checkCrossing(addends, crossing);
  const days = new Set(stocks.map(dayOf));
  if (days.size < 2) checkOverlap(addends, crossing, (one, other) => thingOf(one) === thingOf(other));
}

function checkCrossing(addends: readonly Addend[], { across = [] }: Crossing): void {
  const names = { counted_by: 'counter', basis: 'kind of number' } as const;
  for (const field of ['counted_by', 'basis'] as const) {
    const values = new Set(addends.flatMap(({ row }) => row.values[field] ?? []));
    const list = [...values].join(', ');
    if (values.size > 1 && !across.includes(field))
      fail(`expected one ${names[field]} (${field}), found ${list}; a sum of ours that crosses them says "across: [${field}]"`);
    if (values.size < 2 && across.includes(field)) fail(`expected a sum that crosses ${field}, as "across" says, found only ${list}`);
  }
}

function checkOverlap(addends: readonly Addend[], { apart }: Crossing, same: (one: Addend, other: Addend) => boolean): void {
  const timed = addends.flatMap((addend) => {
    const span = spanOf(addend);
    return span ? [{ addend, ...span }] : [];
  });
  timed.sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, one] of timed.entries())
    for (const other of timed.slice(index + 1)) {
      if (other.from > one.until) break;
      if (!same(one.addend, other.addend)) continue;
      if (apart !== undefined) return;
      fail(
        `expected periods that don't overlap, found ${place(one.addend)} (${one.from} to ${one.until}) and ${place(other.addend)} (${other.from} to ${other.until})`,
      );
    }
  if (apart !== undefined) fail('expected days that don’t fit, as "apart" says, found none');
}

function fail(message: string): never {
  throw new FigureError(message);
}

const place = ({ table, row }: Addend): string => `${table.name}:${row.line}`;

/** The first and last day that a row counts over; `null` where it is of a day, since two rows of a day are two events. */
function spanOf({ row }: Addend): { from: string; until: string } | null {
  const { period_start: from, period_end: until } = row.values;
  return typeof from === 'string' && typeof until === 'string' ? { from, until } : null;
}

const dayOf = ({ table, row }: Addend): string => String(row.values[table.dateField ?? ''] ?? '');

/** What the number is of, beside its time and who counted. */
function thingOf({ table, row, field }: Addend): string {
  return JSON.stringify([
    table.name,
    field,
    ...table.primaryKey.filter((name) => !notOfTheThing.has(name)).map((name) => row.values[name]),
  ]);
}

/** The field by which a row is a running total. */
function runsSince(table: Table, row: Row): string | null {
  const found = Object.entries(table.fields).find(([field, schema]) =>
    meaningOf(schema).categories?.some(({ value, runningTotal }) => runningTotal === true && value === row.values[field]),
  );
  return found?.[0] ?? null;
}
