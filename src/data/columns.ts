/**
 * Runs of columns that many tables share, in their order, each with the rules that it brings along. A table
 * spreads them among its own fields, so that its file says only what is particular to it.
 */
import {
  basis,
  confidence,
  countedBy,
  datePrecision,
  type MonthMeans,
  note,
  periodEnd,
  periodStart,
  qualifier,
  sourceId,
  status,
  statusNote,
} from './common.ts';
import { day, oneOf, optional } from './field.ts';
import { boundsRule, periodRule, precisionRule } from './rules.ts';
import { withRule } from './table.ts';

/** A day and how exactly it is known. A month stands as its last day, a year as 31 December; a table says what it speaks of. */
export const dated = (description: string, month: MonthMeans, bounded = false) => ({
  date: day({ description }),
  date_precision: withRule(datePrecision(month, { bounded }), precisionRule('date', 'date_precision')),
});

/** Whether a day or a year of the row is our inference. A flag of its own, so that it can be drawn and filtered. */
export const inferred = () => ({
  date_inferred: optional(
    oneOf(
      {
        description:
          'Whether the day or the year is our inference from the text or its surroundings; the note says from what. Empty where it is not.',
      },
      { yes: 'inferred by us' },
    ),
  ),
});

/**
 * Like `dated`, for counts whose day is often not known: the days between which it lies, and a flag where a
 * day or a year is inferred.
 */
export const datedWithin = (description: string, month: MonthMeans) => ({
  ...dated(description, month, true),
  date_from: optional(day({ description: 'First possible day, where the day is not known. Filled together with date_to.' })),
  date_to: withRule(
    optional(
      day({ description: 'Last possible day, where the day is not known: of the text, or of its publication. It stands as the date.' }),
    ),
    boundsRule(),
  ),
  ...inferred(),
});

/** Kinds of period, from the shortest to the most open. */
const periodKinds = {
  day: 'one day',
  week: 'one week',
  month: 'one month',
  quarter: 'one quarter',
  year: 'one year',
  cumulative: {
    label: 'running total',
    definition: 'Everyone counted from the start of the record up to the last day.',
    runningTotal: true as const,
  },
  span: { label: 'another span', definition: 'Any other number of days, as the source gives them.' },
};

/**
 * First day, last day and kind of the period that is counted, which fit one another. A table names the kinds
 * that it has, and says where the field means something of its own, or from when its running totals count.
 */
export function period<const K extends keyof typeof periodKinds>(
  kinds: readonly K[],
  { description = 'Kind of period.', cumulative = periodKinds.cumulative.definition } = {},
) {
  const said = { ...periodKinds, cumulative: { ...periodKinds.cumulative, definition: cumulative } };
  const categories = Object.fromEntries(kinds.map((kind) => [kind, said[kind]])) as Pick<typeof said, K>;
  return {
    period_start: periodStart(),
    period_end: periodEnd(),
    period: withRule(oneOf<K>({ description }, categories), periodRule()),
  };
}

/** Who counted, and what kind of number it is. */
export const counter = () => ({ counted_by: countedBy(), basis: basis() });

/** How far to trust a row, and whether to use it. A row that is not preferred says why. */
export const judged = () => ({ confidence: confidence(), status: status(), status_note: statusNote(), note: note() });

/** What every row carries: the document that states it, then `judged`. */
export const sourced = () => ({ source_id: sourceId(), ...judged() });

/** What every counted row carries after its value: the bounds of the value, then `counter` and `sourced`. */
export const counted = () => ({ qualifier: qualifier(), ...counter(), ...sourced() });
