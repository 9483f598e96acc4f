/** What the opening says of each count: people held, freed, added and dead, as numbers and words. */
import { openingCounts, wavesFrom } from '../../charts/opening/counts.ts';
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

/** A count as the opening shows it. */
export interface ToldState {
  readonly date: string;
  readonly precision: string;
  readonly dots: Dots;
  readonly said: ToldCount;
}

/** Every count of the opening, oldest first, the month from which releases are counted, and the field that all counts share. */
export function tellOpening({ data, locale, strings }: Pick<Edition, 'data' | 'locale' | 'strings'>): {
  readonly states: readonly ToldState[];
  readonly since: string;
  readonly layout: Layout;
} {
  const words = strings.opening;
  const since = formatDate(wavesFrom, 'month', locale);
  const until = ({ date, precision }: { readonly date: string; readonly precision: string }): string =>
    locale.period(since, formatDate(date, precision, locale));
  const states = openingCounts(data).map(({ value, date, precision, freed, added, died, taken }): ToldState => {
    const bound = added && isQualifier(added.qualifier) ? added.qualifier : 'exact';
    return {
      date,
      precision,
      dots: { held: value, freed: freed?.value ?? 0, taken, died },
      said: {
        held: [formatNumber(value, locale), words.held(value, formatDate(date, precision, locale))],
        freed: freed ? [formatNumber(freed.value, locale), words.freed(freed.value, until(freed))] : none,
        added: added ? [formatBounded(added.value, bound, locale), words.added(added.value, until(added))] : none,
        died: died > 0 ? [formatNumber(died, locale), words.died(died)] : none,
      },
    };
  });
  return { states, since, layout: layOut(states.map(({ dots }) => dots)) };
}
