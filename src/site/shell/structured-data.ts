/** schema.org for programs that read pages: what the story's Article and the tables' Datasets share. */

import type { Release } from '../edition.ts';

export const dataLicence = 'https://creativecommons.org/licenses/by/4.0/';

/** As the text of a script element, out of which no value can break. */
export function jsonLd(value: Record<string, unknown>): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The project as the maker of a page or table: its own home where `package.yml` names one, else `site`. */
export function projectOf(name: string, { homepage, repository }: Release, site: string | null): Record<string, string> {
  const url = homepage ?? site;
  return {
    '@type': 'Organization',
    name,
    ...(url === null ? {} : { url }),
    ...(repository === undefined ? {} : { sameAs: repository }),
  };
}
