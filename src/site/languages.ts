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
