/** The package in the formats that people ask for, written side by side into one folder. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { correctionsFile } from '../corrections.ts';
import { describePackage, descriptorFile, descriptorText, sha256 } from '../descriptor.ts';
import { type PackageFacts, readFacts } from '../facts.ts';
import type { DataPackage } from '../package.ts';
import { ProblemsError } from '../problem.ts';
import { changesSinceRelease, versionWith } from '../versions/ahead.ts';
import { tableCsv } from './csv.ts';
import { tableJson } from './json.ts';
import { correctionRows, markedTables } from './marks.ts';
import { tableMetadata } from './metadata.ts';
import { tableParquet } from './parquet.ts';
import { archiveReadme } from './readme.ts';
import { writeSqlite } from './sqlite.ts';
import { zipFiles } from './zip.ts';

/** Texts of the package that go into the archive as they are. */
const texts = ['LICENSE', 'CITATION.cff', 'CHANGELOG.md', correctionsFile];

/**
 * Writes into `directory`, for each table, `<table>.csv`, `.json`, `.parquet` and `.metadata.json`; for the package
 * `<name>.sqlite`, `<name>.zip`, `corrections.yml` and `datapackage.json`; and `SHA256SUMS` over all of them. `packageDir` is the folder
 * that `data` was read from, with its `package.yml` and texts. The same package gives the same bytes. Returns the names of the files, sorted.
 */
export function writeExports(data: DataPackage, directory: string, packageDir: string, facts = loadFacts(packageDir)): string[] {
  mkdirSync(directory, { recursive: true });
  const sums = new Map<string, string>();
  const write = (name: string, content: Uint8Array | string): void => {
    writeFileSync(join(directory, name), content);
    sums.set(name, sha256(typeof content === 'string' ? new TextEncoder().encode(content) : content));
  };

  const archive = new Map<string, Uint8Array>();
  /** By table: their sizes and sums stand in the descriptor. */
  const csvs = new Map<string, Uint8Array>();
  const marked = markedTables(data);
  for (const read of marked) {
    const { name } = read.table;
    const csv = tableCsv(read, readFileSync(join(packageDir, `${name}.csv`)));
    csvs.set(name, csv);
    archive.set(`${name}.csv`, csv);
    write(`${name}.csv`, csv);
    write(`${name}.json`, tableJson(read));
    const parquet = tableParquet(read, facts, correctionRows(data, name));
    if (parquet) write(`${name}.parquet`, parquet);
    write(`${name}.metadata.json`, tableMetadata(read, facts, correctionRows(data, name)));
  }

  const descriptor = descriptorText(
    describePackage(
      data.tables.map(({ table }) => table),
      facts,
      csvs,
    ),
  );
  archive.set(descriptorFile, new TextEncoder().encode(descriptor));
  write(descriptorFile, descriptor);
  for (const name of texts) {
    const path = join(packageDir, name);
    if (existsSync(path)) archive.set(name, readFileSync(path));
  }
  const readme = join(packageDir, 'README.md');
  if (existsSync(readme))
    archive.set('README.md', new TextEncoder().encode(archiveReadme(readFileSync(readme, 'utf8'), facts, correctionRows(data))));
  const corrections = join(packageDir, correctionsFile);
  if (existsSync(corrections)) write(correctionsFile, readFileSync(corrections));
  const sorted = new Map([...archive].sort(([a], [b]) => (a < b ? -1 : 1)));
  write(`${facts.name}.zip`, zipFiles(sorted, `${facts.name}-${facts.version}`, facts.released));

  const sqlite = join(directory, `${facts.name}.sqlite`);
  writeSqlite(marked, sqlite, facts, correctionRows(data));
  sums.set(`${facts.name}.sqlite`, sha256(readFileSync(sqlite)));

  const names = [...sums.keys()].sort();
  writeFileSync(join(directory, 'SHA256SUMS'), names.map((name) => `${sums.get(name)}  ${name}\n`).join(''));
  return [...names, 'SHA256SUMS'];
}

/**
 * The facts of the package in a folder, for what is made from its tables as they are: the version names the changes that are in
 * no release, as `1.2.0+5`. Throws ProblemsError.
 */
export function loadFacts(packageDir: string): PackageFacts {
  const { facts, problems } = readFacts(packageDir, 'data');
  if (facts === null) throw new ProblemsError(problems);
  return { ...facts, version: versionWith(facts.version, changesSinceRelease(packageDir, 'data')) };
}
