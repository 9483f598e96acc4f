/** The languages of the site, the one at the root first. This is the one place that says which are published. */

import type { Locale } from '../figures/locales/locale.ts';
import { localeOf } from '../figures/locales/locales.ts';

interface Language {
  readonly tag: string;
  /** Keeps the language out of the build; the check says what it still lacks, and the dev server shows it. */
  readonly unfinished?: true;
}

const all: readonly Language[] = [
  // The first stands at the root, the others in folders of their own.
  { tag: 'en' },
  { tag: 'be' },
  { tag: 'ru' },
  { tag: 'pl' },
];

/** The languages that are built, the one at the root first. The dev server has those under way, too, for those who write them. */
export const languages: readonly Locale[] = all
  .filter(({ unfinished }) => !unfinished || import.meta.env?.DEV)
  .map(({ tag }) => localeOf(tag));

/** The languages whose translation is under way, by their tags. */
export const unfinishedLanguages: readonly string[] = all.filter(({ unfinished }) => unfinished).map(({ tag }) => tag);

/** The language whose pages stand at the root, and which the others are held against. */
export const firstLanguage = 'en';

/** The mark of what the tables say in English and no language has in its own words, such as notes of rows; none on English pages. */
export const asInTables = ({ locale }: { readonly locale: Locale }): { readonly lang?: string } =>
  locale.tag === firstLanguage ? {} : { lang: firstLanguage };

/** The folder of a language in addresses; `null` for the one at the root. */
export const folderOf = (tag: string): string | null => (tag === firstLanguage ? null : tag);

/** Beginnings of paths that stand in the first language only: the data package is in English. */
const onlyFirst = ['/data/', '/404'];

/** The languages in which a page stands, by its path in the first one. */
export function languagesOf(path: string): readonly Locale[] {
  return onlyFirst.some((beginning) => path.startsWith(beginning)) ? languages.slice(0, 1) : languages;
}

/** The path of a page in the first language, whatever language it is of: `/be/charts/held/` is `/charts/held/` there. */
export function pathInFirst(path: string): string {
  const tag = languages.find((locale) => locale.tag !== firstLanguage && path.startsWith(`/${locale.tag}/`))?.tag;
  return tag === undefined ? path : path.slice(tag.length + 1);
}

/** The name that a language has in itself: `Беларуская`. */
export function nameOf({ tag, intl }: Locale): string {
  const [first = '', ...rest] = new Intl.DisplayNames([intl], { type: 'language' }).of(tag) ?? tag;
  return first.toLocaleUpperCase(tag) + rest.join('');
}

/** The path of a page of a language: `/charts/held/` is `/be/charts/held/`. */
export const pathIn = (tag: string, path: string): string => (tag === firstLanguage ? path : `/${tag}${path}`);

interface Route {
  readonly params: Readonly<Record<string, string>>;
  readonly props: Readonly<Record<string, unknown>>;
}

/**
 * The routes of a page that stands in every language, as Astro's `getStaticPaths` wants them: each language's folder comes before the
 * page's own parameters, and its tag beside its own values.
 */
export function inEachLanguage<R extends Route>(routes: readonly R[] = [{ params: {}, props: {} } as R]) {
  return languages.flatMap(({ tag }) =>
    routes.map(({ params, props }) => ({
      params: { ...params, lang: folderOf(tag) ?? undefined } as R['params'] & { readonly lang: string | undefined },
      props: { ...props, tag } as R['props'] & { readonly tag: string },
    })),
  );
}
