/** What the opening says of each count: people held, freed, added and dead, as numbers and words. */
import { type OpeningCount, openingCounts, wavesFrom } from '../../charts/opening/counts.ts';
import { type Dots, type Layout, layOut } from '../../charts/opening/field.ts';
import { isQualifier } from '../../figures/figure.ts';
import { formatBounded, formatDate, formatNumber } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';

/** A number and what it counts. */
export type Told = readonly [number: string, words: string];
export type ToldCount = Readonly<Record<'held' | 'freed' | 'added' | 'died', Told>>;

/** Marks of the field beside the people held, in the order in which they are told. */
export const marks = ['freed', 'added', 'died'] as const;
/** Nothing is said of a kind before its first number. */
export const none: Told = ['', ''];
export const sentence = ([number, what]: Told): string => `${number} ${what}`;

export const dotsOf = ({ value, freed, taken, died }: OpeningCount): Dots => ({ held: value, freed: freed?.value ?? 0, taken, died });

/** The counts with what is said of them, the month from which releases are counted, and the field that all states share. */
export function tellOpening({ data, locale, strings }: Pick<Edition, 'data' | 'locale' | 'strings'>): {
  readonly counts: readonly OpeningCount[];
  readonly told: readonly ToldCount[];
  readonly since: string;
  readonly layout: Layout;
} {
  const words = strings.opening;
  const counts = openingCounts(data);
  const since = formatDate(wavesFrom, 'month', locale);
  const until = ({ date, precision }: { readonly date: string; readonly precision: string }): string =>
    locale.period(since, formatDate(date, precision, locale));
  const told = counts.map(({ value, date, precision, freed, added, died }): ToldCount => {
    const bound = added && isQualifier(added.qualifier) ? added.qualifier : 'exact';
    return {
      held: [formatNumber(value, locale), words.held(value, formatDate(date, precision, locale))],
      freed: freed ? [formatNumber(freed.value, locale), words.freed(freed.value, until(freed))] : none,
      added: added ? [formatBounded(added.value, bound, locale), words.added(added.value, until(added))] : none,
      died: died > 0 ? [formatNumber(died, locale), words.died(died)] : none,
    };
  });
  return { counts, told, since, layout: layOut(counts.map(dotsOf)) };
}
