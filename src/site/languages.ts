/** The languages of the site, the one at the root first. This is the one place that says which are published. */

import type { Locale } from '../figures/locales/locale.ts';
import { localeOf } from '../figures/locales/locales.ts';

interface Language {
  readonly tag: string;
  /** Keeps the language out of the build; the check says what it still lacks. */
  readonly unfinished?: true;
}

const all: readonly Language[] = [
  { tag: 'en' },
  { tag: 'be', unfinished: true },
  { tag: 'ru', unfinished: true },
  { tag: 'pl', unfinished: true },
];

/** The languages that are built, the one at the root first. */
export const languages: readonly Locale[] = all.filter(({ unfinished }) => !unfinished).map(({ tag }) => localeOf(tag));

/** The languages whose translation is under way, by their tags. */
export const unfinishedLanguages: readonly string[] = all.filter(({ unfinished }) => unfinished).map(({ tag }) => tag);

/** The language whose pages stand at the root, and which the others are held against. */
export const firstLanguage = 'en';

/** The mark of what the tables say in English and no language has in its own words, such as notes of rows; none on English pages. */
export const asInTables = ({ locale }: { readonly locale: Locale }): { readonly lang?: string } =>
  locale.tag === firstLanguage ? {} : { lang: firstLanguage };
