/** Arithmetic on figures, with their qualifiers. */
import { type Computed, isComputedSum } from './declare.ts';
import { type Figure, FigureError, type Ground, type Qualifier } from './figure.ts';

/**
 * The bound of a sum: parts that are all bounded from one side keep that side, anything mixed or rounded
 * comes to `about`.
 */
export function combineQualifiers(parts: readonly Qualifier[]): Qualifier {
  const kinds = new Set(parts.filter((part) => part !== 'exact'));
  const [only, ...others] = kinds;
  if (only === undefined) return 'exact';
  if (others.length === 0) return only;
  if ([...kinds].every((kind) => kind === 'at_least' || kind === 'more_than')) return 'at_least';
  if ([...kinds].every((kind) => kind === 'up_to' || kind === 'fewer_than')) return 'up_to';
  return 'about';
}

/** What a bound becomes when its number is taken away: less "at least" leaves "up to". */
const opposite: Readonly<Record<Qualifier, Qualifier>> = {
  exact: 'exact',
  about: 'about',
  at_least: 'up_to',
  more_than: 'fewer_than',
  up_to: 'at_least',
  fewer_than: 'more_than',
};

/** The figure that a computed declaration comes to, given the figures it names. */
export function compute(id: string, declared: Computed, operands: readonly Figure[]): Figure {
  const [first, second] = operands;
  if (!first || !second) throw new RangeError(`figure ${id} needs two operands`);
  const shared = {
    id,
    field: '',
    digits: declared.digits ?? 0,
    date: null,
    grounds: distinct(operands.flatMap(({ grounds }) => grounds)),
    knownBy: null,
  };
  if (isComputedSum(declared)) {
    return {
      ...shared,
      value: operands.reduce((sum, { value }) => sum + value, 0),
      qualifier: combineQualifiers(operands.map(({ qualifier }) => qualifier)),
      as: declared.as ?? 'number',
      digits: declared.digits ?? Math.max(...operands.map(({ digits }) => digits)),
      computed: { operation: 'sum', operands, rows: operands.length, last: null },
    };
  }
  if ('difference' in declared) {
    const value = first.value - second.value;
    const qualifier = combineQualifiers([first.qualifier, opposite[second.qualifier]]);
    return {
      ...shared,
      value,
      qualifier,
      as: declared.as ?? 'number',
      computed: { operation: 'difference', operands, rows: 2, last: null },
    };
  }
  if (second.value === 0) throw new FigureError(`expected a number to divide by, found that ${second.id} is 0`);
  const as = declared.as ?? 'times';
  // What is bounded on one side of a ratio is told as rounded: the reader compares, and bounds would only blur it.
  const inexact = operands.every(({ qualifier }) => qualifier === 'exact') ? 'exact' : 'about';
  const value = (first.value / second.value) * (as === 'percent' ? 100 : 1);
  const rounded = Number(value.toFixed(shared.digits)) !== value;
  return { ...shared, value, qualifier: rounded ? 'about' : inexact, as, computed: { operation: 'divide', operands, rows: 2, last: null } };
}

function distinct(grounds: readonly Ground[]): Ground[] {
  return [...new Map(grounds.map((ground) => [`${ground.table}:${ground.line}`, ground])).values()];
}
