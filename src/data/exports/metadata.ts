/** What stands beside each CSV: all that a program or a person has to know of the table without the site. */

import type { PackageFacts } from '../facts.ts';
import { meaningOf } from '../field.ts';
import { type ReadTable, referencesOf } from '../read.ts';
import { citationOf } from './citation.ts';
import type { CorrectionRow } from './marks.ts';

/** The text of `<table>.metadata.json`. */
export function tableMetadata(
  { table, rows }: Pick<ReadTable, 'table' | 'rows'>,
  facts: PackageFacts,
  corrections: readonly CorrectionRow[] = [],
): string {
  const cited = referencesOf(table).filter(({ references }) => references === 'sources');
  const sources = new Set(cited.flatMap(({ field }) => rows.flatMap(({ values }) => values[field] ?? [])));
  return `${JSON.stringify(
    {
      name: table.name,
      title: table.title,
      description: table.description,
      package: facts.name,
      version: facts.version,
      lastUpdated: facts.released,
      licenses: [facts.licence],
      citation: citationOf(facts, table.title),
      files: ['csv', 'json', ...(rows.length > 0 ? ['parquet'] : [])].map((extension) => `${table.name}.${extension}`),
      rows: rows.length,
      sources: sources.size,
      primaryKey: table.primaryKey,
      ...(corrections.length === 0 ? {} : { corrections }),
      fields: Object.fromEntries(Object.entries(table.fields).map(([name, schema]) => [name, meaningOf(schema)])),
    },
    null,
    2,
  )}\n`;
}
