/** schema.org for programs that read pages: a table as a Dataset. */

import { meaningOf } from '../../data/field.ts';
import { COUNTRY } from '../../data/subject.ts';
import type { Table } from '../../data/table.ts';
import type { Release } from '../edition.ts';
import { firstLanguage } from '../languages.ts';
import { dataLicence, projectOf } from '../shell/structured-data.ts';
import type { TableFacts } from './table-facts.ts';

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
    name: `${table.title} (${COUNTRY})`,
    description: table.description,
    version: release.version,
    dateModified: release.modified,
    license: dataLicence,
    isAccessibleForFree: true,
    inLanguage: firstLanguage,
    creator: projectOf(siteName, release, null),
    includedInDataCatalog: { '@type': 'DataCatalog', name: siteName },
    spatialCoverage: { '@type': 'Place', name: COUNTRY },
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
