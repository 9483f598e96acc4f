/** schema.org for programs that read pages: the story as an Article, a table as a Dataset. */
import { meaningOf } from '../../data/field.ts';
import type { Table } from '../../data/table.ts';
import type { TableFacts } from '../data/table-facts.ts';
import type { SiteDates } from '../dates.ts';
import type { Edition } from '../edition.ts';

export const dataLicence = 'https://creativecommons.org/licenses/by/4.0/';

export interface Release {
  readonly version: string;
  readonly modified: string;
}

/**
 * JSON-LD of a table. `address` is the page's full address when the site knows its own, else null; then
 * the addresses of the files are relative to the page, which JSON-LD allows.
 */
export function datasetOf(
  table: Table,
  facts: TableFacts,
  release: Release,
  siteName: string,
  address: string | null,
): Record<string, unknown> {
  const file = (extension: string): string =>
    address === null ? `../${table.name}.${extension}` : new URL(`../${table.name}.${extension}`, address).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    ...(address === null ? {} : { '@id': address, url: address }),
    name: `${table.title} (Belarus)`,
    description: table.description,
    version: release.version,
    dateModified: release.modified,
    license: dataLicence,
    isAccessibleForFree: true,
    inLanguage: 'en',
    creator: { '@type': 'Organization', name: siteName },
    includedInDataCatalog: { '@type': 'DataCatalog', name: siteName },
    spatialCoverage: { '@type': 'Place', name: 'Belarus' },
    ...(facts.span ? { temporalCoverage: `${facts.span.from}/${facts.span.to}` } : {}),
    variableMeasured: Object.entries(table.fields).map(([name, schema]) => {
      const { description, unit } = meaningOf(schema);
      return { '@type': 'PropertyValue', name, description, ...(unit === undefined ? {} : { unitText: unit }) };
    }),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: file('csv') },
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: file('json') },
      { '@type': 'DataDownload', encodingFormat: 'application/vnd.apache.parquet', contentUrl: file('parquet') },
    ],
  };
}

/**
 * JSON-LD of the story. `site` is the site's full address when it knows its own, else null; then addresses are
 * relative to the page. The day of publication is that of the data's first release.
 */
export function articleOf(edition: Edition, dates: SiteDates, site: string | null): Record<string, unknown> {
  const { strings, locale, story, release } = edition;
  const at = (path: string): string => (site === null ? `./${path}` : site + path);
  const project = { '@type': 'Organization', name: strings.siteName, url: at('') };
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    mainEntityOfPage: at(''),
    headline: `${strings.siteName}: ${strings.tagline}`,
    description: strings.description,
    inLanguage: locale.tag,
    datePublished: dates.published,
    dateModified: dates.modified,
    author: project,
    publisher: project,
    license: dataLicence,
    isAccessibleForFree: true,
    image: at('charts/neutral-card.png'),
    wordCount: story.chapters.reduce((sum, { words }) => sum + words, 0),
    about: { '@type': 'Place', name: 'Belarus' },
    isBasedOn: {
      '@type': 'Dataset',
      name: `${strings.siteName}, ${strings.catalogue.title}`,
      description: strings.catalogue.description,
      url: at('data/'),
      version: release.version,
      license: dataLicence,
      creator: project,
    },
    hasPart: story.chapters.map(({ id, title }) => ({ '@type': 'WebPageElement', name: title, url: at(`#${id}`) })),
  };
}

/** As the text of a script element, out of which no value can break. */
export function jsonLd(value: Record<string, unknown>): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
