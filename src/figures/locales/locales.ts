/** The languages whose numbers, dates and bounds are known. A new language is one file and one line here. */
import { be } from './be.ts';
import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';

export const locales: readonly Locale[] = [en, be, ru, pl];

/** The locale of a tag. Throws RangeError for a language that has no file. */
export function localeOf(tag: string): Locale {
  const locale = locales.find((candidate) => candidate.tag === tag);
  if (!locale) throw new RangeError(`there is no locale "${tag}" in src/figures/locales`);
  return locale;
}
