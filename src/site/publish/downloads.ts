/** The files that readers take away: the data package in every format, and the rows of each chart. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartFiles } from '../../charts/export.ts';
import { loadFacts, writeExports } from '../../data/exports/exports.ts';
import { correctionRows } from '../../data/exports/marks.ts';
import { zipFiles } from '../../data/exports/zip.ts';
import { KeptFiles } from '../../data/kept-files.ts';
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

/**
 * Writes `data/<version>/` for every release: its files as they were frozen, and all of them in one archive. Archives are kept for the
 * next builds, since the files of a release do not change.
 */
function writeReleases(directory: string, packageDir: string, name: string): void {
  const kept = new KeptFiles(dirname(packageDir), 'archives');
  for (const { version, date } of readReleases(packageDir)) {
    const from = join(packageDir, releasesFolder, version);
    const to = join(directory, 'data', version);
    cpSync(from, to, { recursive: true });
    const files = new Map(filesUnder(from).map((file) => [file, readFileSync(join(from, file))]));
    const folder = `${name}-${version}`;
    const hash = createHash('sha256').update(`${process.versions.zlib} ${folder} ${date}`);
    for (const [file, bytes] of files) hash.update(`\n${file} ${bytes.length}\n`).update(bytes);
    const sum = hash.digest('hex');
    const before = kept.take(sum);
    const archive = before ?? zipFiles(files, folder, date);
    if (before === null) kept.keep(sum, archive);
    writeFileSync(join(to, `${folder}.zip`), archive);
  }
}
