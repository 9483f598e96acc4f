/**
 * The kinds of field that a table may have. Each builder returns a zod schema from the text of a cell to
 * its value, and registers what the field means (description, unit, categories, Table Schema type), so
 * that the check, the data package and the pages all read one definition.
 */
import { z } from 'zod';
import { quote } from './problem.ts';
import { oncePerProcess } from './process.ts';
import { webFault } from './safe-text.ts';

/** What a field means, in the terms of the Table Schema standard. */
export interface FieldMeaning {
  readonly description: string;
  /** Unit of a number, in words: `people`, `percent`. */
  readonly unit?: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly format?: 'uri';
  /** Values that the field may take, with a label for readers and, where needed, a definition. */
  readonly categories?: readonly Category[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly required: boolean;
  /** Name of the table whose key the field quotes. */
  readonly references?: string;
  /** The field holds names of people, but for these values. */
  readonly people?: { readonly butFor: readonly string[] };
}

export interface Category {
  readonly value: string;
  readonly label: string;
  readonly definition?: string;
  /** Counted since a first day, so that it never falls: of several numbers known, the highest is what is known. */
  readonly runningTotal?: true;
}

/** The registry that the field builders write to; `meaningOf` reads it. */
const meanings = oncePerProcess('field meanings', () => z.registry<FieldMeaning>());

/** The schema of one cell: from its text to its value. */
export type Cell<T> = z.ZodType<T, string>;

/** What was declared about a field. Throws when the schema was not made by a builder of this file. */
export function meaningOf(cell: z.ZodType): FieldMeaning {
  const meaning = meanings.get(cell);
  if (!meaning) throw new Error('this field was not made by a builder of src/data/field.ts');
  return meaning;
}

interface About {
  readonly description: string;
}
interface AboutNumber extends About {
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
}

/** Fails the cell with one sentence: what was expected, what was found. */
function unexpected(ctx: z.RefinementCtx<string>, expected: string, found: string): never {
  ctx.addIssue({ code: 'custom', message: `expected ${expected}, found ${quote(found)}` });
  return z.NEVER;
}

function cell<T>(meaning: FieldMeaning, parse: (text: string, ctx: z.RefinementCtx<string>) => T): Cell<T> {
  const schema = z.string().transform((text, ctx) => {
    if (text === '') {
      ctx.addIssue({ code: 'custom', message: 'expected a value, found an empty cell' });
      return z.NEVER;
    }
    return parse(text, ctx);
  });
  meanings.add(schema, meaning);
  return schema;
}

/**
 * A field by what a descriptor says of it, for files that were checked when they were frozen: numbers become numbers, an empty cell
 * `null`, and nothing is checked again.
 */
export function declared(meaning: FieldMeaning): Cell<string | number | null> {
  const isNumber = meaning.type === 'integer' || meaning.type === 'number';
  const schema = z.string().transform((text) => (text === '' ? null : isNumber ? Number(text) : text));
  meanings.add(schema, meaning);
  return schema;
}

/** The same field, but the cell may be empty; an empty cell reads as `null`, never as 0 or "". */
export function optional<T>(required: Cell<T>): Cell<T | null> {
  const schema = z.string().transform((text, ctx): T | null => {
    if (text === '') return null;
    const result = required.safeParse(text);
    if (result.success) return result.data;
    for (const issue of result.error.issues) ctx.addIssue({ code: 'custom', message: issue.message });
    return z.NEVER;
  });
  meanings.add(schema, { ...meaningOf(required), required: false });
  return schema;
}

/** Words of any kind. */
export function text(about: About & { references?: string }): Cell<string> {
  return cell({ ...about, type: 'string', required: true }, (found) => found);
}

/**
 * The full name of a person, or a choice in its place, such as "Against all". Embeds without names leave out what stands in such a field.
 * `butFor`: values that look like a name and are none.
 */
export function personName({ butFor = [], ...about }: About & { butFor?: readonly string[] }): Cell<string> {
  return cell({ ...about, type: 'string', required: true, people: { butFor } }, (found) => found);
}

/** A short name made of lower-case letters, digits and hyphens: `viasna-2024-08-review`. */
export function slug(about: About & { references?: string }): Cell<string> {
  const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  return cell({ ...about, type: 'string', pattern: pattern.source, required: true }, (found, ctx) =>
    pattern.test(found) ? found : unexpected(ctx, 'lower-case letters, digits and single hyphens', found),
  );
}

/** A whole number without separators: `1400`. */
export function wholeNumber({ min = 0, max, ...about }: AboutNumber): Cell<number> {
  const meaning: FieldMeaning = { ...about, type: 'integer', minimum: min, required: true, ...(max === undefined ? {} : { maximum: max }) };
  return cell(meaning, (found, ctx) =>
    /^(?:0|-?[1-9]\d*)$/.test(found) && Number.isSafeInteger(Number(found))
      ? within(Number(found), min, max, ctx)
      : unexpected(ctx, 'a whole number', found),
  );
}

/** A number with a point for decimals and no separators: `84.28`. */
export function decimal({ min = 0, max, ...about }: AboutNumber): Cell<number> {
  const meaning: FieldMeaning = { ...about, type: 'number', minimum: min, required: true, ...(max === undefined ? {} : { maximum: max }) };
  return cell(meaning, (found, ctx) =>
    /^(?!-0(?:\.0*)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(found) && Number.isFinite(Number(found))
      ? within(Number(found), min, max, ctx)
      : unexpected(ctx, 'a number', found),
  );
}

function within(value: number, min: number, max: number | undefined, ctx: z.RefinementCtx<string>): number {
  if (value < min) return unexpected(ctx, `at least ${min}`, String(value));
  if (max !== undefined && value > max) return unexpected(ctx, `at most ${max}`, String(value));
  return value;
}

/** A day of the calendar as ISO 8601: `2020-08-09`. Kept as text, so that no time zone can move it. */
export function day(about: About): Cell<string> {
  return cell({ ...about, type: 'date', required: true }, (found, ctx) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(found)) return unexpected(ctx, 'a date as YYYY-MM-DD', found);
    return isDay(found) ? found : unexpected(ctx, 'a day that exists', found);
  });
}

/** Whether an ISO day stands in the calendar: 2023-02-29 does not. */
export function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** An address that a reader can open: http or https only. */
export function address(about: About): Cell<string> {
  return cell({ ...about, type: 'string', format: 'uri', required: true }, (found, ctx) => {
    const expected = webFault(found);
    return expected === null ? found : unexpected(ctx, expected, found);
  });
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A language as a BCP 47 tag in its usual writing, of a language that there is: `be`, `zh-Hant`; not `english`. */
export function languageTag(about: About): Cell<string> {
  return cell({ ...about, type: 'string', required: true }, (found, ctx) => {
    const expected = 'a BCP 47 tag of a language, such as be or zh-Hant';
    if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(found)) return unexpected(ctx, expected, found);
    try {
      const [usual] = Intl.getCanonicalLocales(found);
      return usual === found && languageNames.of(found) !== undefined ? found : unexpected(ctx, expected, found);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return unexpected(ctx, expected, found);
    }
  });
}

/** One of a closed list of values, each with a label. */
export function oneOf<const V extends string>(about: About, categories: Readonly<Record<V, string | Omit<Category, 'value'>>>): Cell<V> {
  const values = Object.keys(categories) as V[];
  const listed = values.map((value): Category => {
    const said: string | Omit<Category, 'value'> = categories[value];
    return typeof said === 'string' ? { value, label: said } : { value, ...said };
  });
  const isValue = (found: string): found is V => Object.hasOwn(categories, found);
  return cell({ ...about, type: 'string', categories: listed, required: true }, (found, ctx) =>
    isValue(found) ? found : unexpected(ctx, values.length > 12 ? 'one of the listed values' : `one of ${values.join(', ')}`, found),
  );
}

/** How many digits a number has after its point, as a table writes it: 2 for 14.75. */
export const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
