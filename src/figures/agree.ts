/** Nouns that go with a number: `человек|человека|человек`, a form for each category of the language's plural rules. */

import { quote } from '../data/problem.ts';
import type { Qualifier } from './figure.ts';
import { type Category, categories, type Locale } from './locales/locale.ts';

/** A number as it is printed: its category depends on the digits that are shown, its noun also on its bound. */
export interface Printed {
  readonly value: number;
  readonly qualifier: Qualifier;
  /** Digits after the point. */
  readonly digits: number;
}

/** What stands round a number, blanks included. */
export interface Agreement {
  readonly before: string;
  readonly after: string;
}

/** The categories that a language tells apart, in the order in which forms are written. */
export function categoriesOf(locale: Locale): readonly Category[] {
  const used: readonly string[] = new Intl.PluralRules(locale.intl).resolvedOptions().pluralCategories;
  return categories.filter((category) => used.includes(category));
}

/**
 * The form that goes with a number. In a form, `#` is the place of the number; without it the form follows the number after a no-break
 * space. Returns a sentence on what is wrong with the forms as a string.
 */
export function agree(printed: Printed, forms: string, locale: Locale): Agreement | string {
  const given = forms.split('|').map((form) => form.trim());
  const known = categoriesOf(locale);
  // With three forms and more the last one is that of fractions and of the genitive: rare, so it is written where it is needed.
  const least = known.length > 2 ? known.length - 1 : known.length;
  const expected = `${known.join('|')}${least < known.length ? ' (the last may be left out where no fraction and no genitive asks for it)' : ''}`;
  if (given.includes('') || given.length < least || given.length > known.length)
    return `expected the forms ${expected}, found ${quote(forms)}`;
  const category = categoryOf(printed, locale);
  const at = known.indexOf(category);
  const form = given[at] ?? given[known.indexOf(locale.nouns.spare[category] ?? category)];
  if (form === undefined) return `expected the forms ${expected}, found no form "${category}" in ${quote(forms)}`;
  const [before = '', after, ...more] = form.split('#');
  if (more.length > 0) return `expected # once in a form, found ${quote(form)}`;
  return after === undefined ? { before: '', after: `\u00A0${form}` } : { before, after: after.replace(/^ /, '\u00A0') };
}

/** The category of a number under its bound. */
function categoryOf({ value, qualifier, digits }: Printed, locale: Locale): Category {
  const rules = new Intl.PluralRules(locale.intl, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const own = rules.select(value);
  return (locale.bounds[qualifier].genitive && locale.nouns.genitive[own]) || own;
}
