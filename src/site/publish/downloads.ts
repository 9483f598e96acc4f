/** The files that readers take away: the data package in every format, and the rows of each chart. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartFiles } from '../../charts/export.ts';
import { loadFacts, writeExports } from '../../data/exports/exports.ts';
import { correctionRows } from '../../data/exports/marks.ts';
import { zipFiles } from '../../data/exports/zip.ts';
import { readReleases } from '../../data/versions/frozen.ts';
import { releasesFolder } from '../../data/versions/snapshot.ts';
import { filesUnder } from '../../data/versions/sums.ts';
import type { Edition } from '../edition.ts';

/** Writes under `directory`, the built site: `data/*`, every release and `charts/<id>.csv` and `.metadata.json`. `packageDir` is the folder of the package. */
export function writeDownloads({ data, charts, sources }: Edition, directory: string, packageDir: string): void {
  const facts = loadFacts(packageDir);
  writeExports(data, join(directory, 'data'), packageDir, facts);
  writeReleases(directory, packageDir, facts.name);
  const folder = join(directory, 'charts');
  mkdirSync(folder, { recursive: true });
  for (const chart of charts.values()) {
    const { csv, metadata } = chartFiles(chart, sources, facts, correctionRows(data));
    writeFileSync(join(folder, `${chart.id}.csv`), csv);
    writeFileSync(join(folder, `${chart.id}.metadata.json`), metadata);
  }
}

/** Writes `data/<version>/` for every release: its files as they were frozen, and all of them in one archive. */
function writeReleases(directory: string, packageDir: string, name: string): void {
  for (const { version, date } of readReleases(packageDir)) {
    const from = join(packageDir, releasesFolder, version);
    const to = join(directory, 'data', version);
    cpSync(from, to, { recursive: true });
    const files = new Map(filesUnder(from).map((file) => [file, readFileSync(join(from, file))]));
    writeFileSync(join(to, `${name}-${version}.zip`), zipFiles(files, `${name}-${version}`, date));
  }
}
