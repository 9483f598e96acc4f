/** The package as it could have been known on a day: only what rests on documents that had been published by then. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type RowsAsOf, rowsAsOf } from './as-of-rows.ts';
import { correctionsFile } from './corrections.ts';
import { factsFile, type PackageFacts, readFacts } from './facts.ts';
import { writeGenerated } from './generated.ts';
import { knownFrom } from './known.ts';
import { DataPackage, loadPackage } from './package.ts';
import { ProblemsError } from './problem.ts';
import { type ReadTable, readTable } from './read.ts';
import { readReleases } from './versions/frozen.ts';
import { readFrozenTables } from './versions/frozen-tables.ts';
import { type KeptCorrection, readSnapshot, releasesFolder } from './versions/snapshot.ts';

/** A copy that may not be written, with the reason in a sentence. */
export class AsOfRefused extends Error {}

/**
 * Writes the package as of `day` to `out`: the rows as they stand in the tables, or as they stood in the release `version`, and the
 * corrections made by that day. Throws ProblemsError when the package has faults, UnknownVersion when there is no such release, and
 * AsOfRefused when `out` holds something.
 */
export function writeAsOf(directory: string, label: string, day: string, out: string, version: string | null = null): RowsAsOf[] {
  if (existsSync(out) && readdirSync(out).length > 0) throw new AsOfRefused(`${out} is not empty; name another folder with --out.`);
  const { facts, tables, corrections, folder } = version === null ? now(directory, label) : released(directory, label, version);
  const found = rowsAsOf(tables, knownFrom(new DataPackage(tables)), day);

  mkdirSync(out, { recursive: true });
  for (const { table, lines } of found) {
    const [header = '', ...rows] = readFileSync(join(folder, `${table}.csv`), 'utf8').split('\n');
    const kept = rows.filter((_, index) => lines.has(index + 2));
    writeFileSync(join(out, `${table}.csv`), `${[header, ...kept].join('\n')}\n`);
  }
  const made = corrections
    .filter(({ date, table, line }) => date <= day && found.some((rows) => rows.table === table && rows.lines.has(line)))
    .map(({ correction }) => correction);
  writeFileSync(join(out, correctionsFile), stringify(made));
  const copy = factsAsOf(facts, day);
  writeFileSync(join(out, factsFile), stringify(copy, { lineWidth: 0 }));
  writeFileSync(join(out, 'README.md'), `# ${copy.title}\n\n${copy.description}\n\n${summaryAsOf(found, day)}\n`);
  writeGenerated(
    out,
    out,
    copy,
    tables.map(({ table }) => table),
  );
  return found;
}

/** A correction with the row that it is about. */
interface Placed {
  readonly table: string;
  readonly line: number;
  readonly date: string;
  readonly correction: unknown;
}

interface Base {
  readonly folder: string;
  readonly facts: PackageFacts;
  readonly tables: readonly ReadTable[];
  readonly corrections: readonly Placed[];
}

function now(directory: string, label: string): Base {
  const { facts, problems } = readFacts(directory, label);
  if (facts === null) throw new ProblemsError(problems);
  const { tables, corrections } = loadPackage(directory, label);
  return {
    folder: directory,
    facts,
    // Read anew, because a correction made later must not show in a copy as of an earlier day.
    tables: tables.map(({ table, file }) => readTable(table, file, readFileSync(join(directory, `${table.name}.csv`)))),
    corrections: corrections.map(({ correction, line }) => ({ table: correction.table, line, date: correction.date, correction })),
  };
}

/** A release, read by its own descriptor. */
function released(directory: string, label: string, version: string): Base {
  const { facts, problems } = readFacts(directory, label);
  if (facts === null) throw new ProblemsError(problems);
  const { corrections } = readSnapshot(directory, label, version);
  const tables = readFrozenTables(directory, label, version);
  const lineOf = ({ table, key }: KeptCorrection): number | undefined =>
    tables
      .find((read) => read.table.name === table)
      ?.rows.find(({ values }) => Object.entries(key).every(([field, text]) => String(values[field] ?? '') === text))?.line;
  return {
    folder: join(directory, releasesFolder, version),
    facts: { ...facts, version, released: readReleases(directory).find((release) => release.version === version)?.date ?? facts.released },
    tables,
    corrections: corrections.flatMap((correction): Placed[] => {
      const line = lineOf(correction);
      return line === undefined ? [] : [{ table: correction.table, line, date: String(correction['date']), correction }];
    }),
  };
}

/** What was kept and what was left out, in a line of its own for the rows that nobody can date. */
export function summaryAsOf(found: readonly RowsAsOf[], day: string): string {
  const sum = (count: (rows: RowsAsOf) => number): number => found.reduce((total, rows) => total + count(rows), 0);
  return [
    `As of ${day}: ${sum(({ kept }) => kept)} rows kept, ${sum(({ later }) => later)} left out because they became known later.`,
    `Left out because no date of publication is known: ${sum(({ undated }) => undated)} rows.`,
    'A count that was revised later may stand here alone with the status that it has today.',
  ].join('\n');
}

function factsAsOf(facts: PackageFacts, day: string): PackageFacts {
  return {
    ...facts,
    title: `${facts.title} (as it could have been known on ${day})`,
    description: `${facts.description} This copy holds only rows whose documents had been published by ${day}.`,
    version: `${facts.version}+as-of.${day}`,
    as_of: day,
  };
}
