/** The files that readers take away: the data package in every format, and the rows of each chart. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartFiles } from '../../charts/export.ts';
import { loadFacts, writeExports } from '../../data/exports/exports.ts';
import type { Edition } from '../edition.ts';

/** Writes under `directory`, the built site: `data/*` and `charts/<id>.csv` and `.metadata.json`. `packageDir` is the folder of the package. */
export function writeDownloads({ data, charts, sources }: Edition, directory: string, packageDir: string): void {
  const facts = loadFacts(packageDir);
  writeExports(data, join(directory, 'data'), packageDir, facts);
  const folder = join(directory, 'charts');
  mkdirSync(folder, { recursive: true });
  for (const chart of charts.values()) {
    const { csv, metadata } = chartFiles(chart, sources, facts);
    writeFileSync(join(folder, `${chart.id}.csv`), csv);
    writeFileSync(join(folder, `${chart.id}.metadata.json`), metadata);
  }
}
