/** What a table of the data package is: its fields in order, its key, and the rules that span a row. */
import type { z } from 'zod';
import { type Cell, meaningOf } from './field.ts';
import { oncePerProcess } from './process.ts';
import { SUBJECT_SINCE } from './subject.ts';

/** Fields by name, in the order of the file's header. */
export type Fields = Readonly<Record<string, Cell<unknown>>>;

/** The typed row of a table: each field's value, `null` where an optional cell is empty. */
export type RowOf<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]> };

/** A rule over one row. Returns the field to blame and what is wrong, or nothing. */
export type RowRule<F extends Fields> = (row: RowOf<F>) => { field: keyof F & string; message: string } | undefined;

export interface TableSpec<F extends Fields> {
  /** Name of the resource, and of its file without `.csv`. */
  readonly name: string;
  readonly title: string;
  /** What one row is, what is counted and by whom. One to three sentences. */
  readonly description: string;
  readonly fields: F;
  readonly primaryKey: readonly (keyof F & string)[];
  /** The number that a figure means when it names no field. */
  readonly valueField?: keyof F & string;
  /** The day that a figure's `on`, `first` and `last` look at. */
  readonly dateField?: keyof F & string;
  /**
   * What of the table stands at a moment, or counts from a first day: people held, lists, residents. Such numbers are never added to
   * themselves. All rows, or those of the named values of `metric`.
   */
  readonly stocks?: 'all' | readonly string[];
  /** The first day that a row can speak of, where the subject of the table is older than that of most. */
  readonly since?: string;
  /** The fields by whose order the rows of the file stand, where it is not that of their dates; none where any order will do. */
  readonly orderedBy?: readonly (keyof F & string)[];
  /** Fields in which a row agrees with the preferred one that it gives way to, where they are not those of the fact but its days, its counter and the end of its range. */
  readonly givesWayWithin?: readonly (keyof F & string)[];
  /** What only this table demands of a row. Shared rules come with the fields that carry them. */
  readonly rules?: readonly RowRule<F>[];
}

/** A table with its types forgotten, as the reader, the check and the exports use it. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: Fields;
  readonly primaryKey: readonly string[];
  readonly valueField: string | undefined;
  readonly dateField: string | undefined;
  readonly stocks: 'all' | readonly string[];
  readonly orderedBy: readonly string[];
  readonly givesWayWithin: readonly string[];
  readonly rules: readonly RowRule<Fields>[];
}

/** A table that still knows the type of its rows. */
export interface TableOf<F extends Fields> extends Table {
  readonly fields: F;
}

/** The rules that fields carry with them; `withRule` writes it and `defineTable` reads it. */
const carried = oncePerProcess('rules of fields', () => new WeakMap<Cell<unknown>, RowRule<Fields>>());

/** Ties a rule to a field: every table that takes the field takes the rule, and cannot forget it. */
export function withRule<C extends Cell<unknown>>(cell: C, rule: RowRule<Fields>): C {
  carried.set(cell, rule);
  return cell;
}

/** Declares a table. Add it to `registry.ts` to make it part of the package. */
export function defineTable<F extends Fields>(spec: TableSpec<F>): TableOf<F> {
  // A rule reads only fields of its own table, so forgetting which table it came from is safe.
  const own = (spec.rules ?? []) as unknown as readonly RowRule<Fields>[];
  return {
    ...spec,
    valueField: spec.valueField,
    dateField: spec.dateField,
    stocks: stocksOf(spec),
    orderedBy: spec.orderedBy ?? (spec.dateField === undefined ? [] : [spec.dateField]),
    givesWayWithin:
      spec.givesWayWithin ?? factKeyOf(spec).filter((name) => !['counted_by', 'range_end'].includes(name) && !isDayOf(spec, name)),
    rules: [
      spanRule(spec.fields, spec.since ?? SUBJECT_SINCE),
      ...Object.values(spec.fields).flatMap((cell) => carried.get(cell) ?? []),
      ...own,
    ],
  };
}

function isDayOf({ fields }: { readonly fields: Fields }, name: string): boolean {
  const { [name]: cell } = fields;
  return cell !== undefined && meaningOf(cell).type === 'date';
}

/** No day of a row is older than the subject of its table. */
function spanRule(fields: Fields, since: string): RowRule<Fields> {
  const days = Object.keys(fields).filter((name) => isDayOf({ fields }, name));
  return (row) => {
    const field = days.find((name) => typeof row[name] === 'string' && row[name] < since);
    return field === undefined ? undefined : { field, message: `expected a day from ${since}, found "${String(row[field])}"` };
  };
}

/** The fields that tell one fact from another: the key without the document that states it, and without the value. */
export function factKeyOf({ primaryKey, valueField }: Pick<Table, 'primaryKey'> & { readonly valueField?: string | undefined }): string[] {
  return primaryKey.filter((name) => name !== 'source_id' && name !== valueField);
}

/** Throws where a declared stock is no value of `metric`, so that no misspelt one is taken for a flow. */
function stocksOf<F extends Fields>({ name, fields, stocks = [] }: TableSpec<F>): 'all' | readonly string[] {
  const { metric } = fields;
  const known = metric === undefined ? [] : (meaningOf(metric).categories ?? []).map(({ value }) => value);
  const unknown = stocks === 'all' ? undefined : stocks.find((stock) => !known.includes(stock));
  if (unknown !== undefined) throw new RangeError(`the table ${name} has no metric "${unknown}"`);
  return stocks;
}

/** Whether the number of a row stands at a moment, or counts from a first day. */
export function isStock({ stocks }: Table, values: Readonly<Record<string, unknown>>): boolean {
  return stocks === 'all' || stocks.includes(String(values['metric'] ?? ''));
}
