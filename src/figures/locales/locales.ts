/** The languages that the site can be built in. A new language is one file and one line here. */
import { en } from './en.ts';
import type { Locale } from './locale.ts';

export const locales: readonly Locale[] = [en];

/** The locale of a tag. Throws RangeError for a language that has no file. */
export function localeOf(tag: string): Locale {
  const locale = locales.find((candidate) => candidate.tag === tag);
  if (!locale) throw new RangeError(`there is no locale "${tag}" in src/figures/locales`);
  return locale;
}
