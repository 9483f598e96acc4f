/**
 * `npm run bench:data`: how checking, reading and exporting the package grow with a table of 10,000 and of 100,000 rows. Each
 * run has a process of its own, so that the peak of its memory is its own too. Exits with 1 when ten times the rows
 * take more than twelve times as long, or more than 1 GB.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/commands/root.ts';
import { csvLine } from '../../src/data/exports/csv.ts';
import { writeExports } from '../../src/data/exports/exports.ts';
import { factsFile } from '../../src/data/facts.ts';
import { checkPackage, DataPackage } from '../../src/data/package.ts';
import { counters } from '../../src/data/tables/counters.ts';
import { detentions } from '../../src/data/tables/detentions.ts';
import { sources } from '../../src/data/tables/sources.ts';

const SIZES = [10_000, 100_000] as const;
const REPEATS = 3;
const MOST_GROWTH = 12;
const MOST_MEGABYTES = 1024;
const tables = [detentions, counters, sources];

interface Measured {
  readonly checkSeconds: number;
  readonly exportSeconds: number;
  readonly peakMegabytes: number;
}

/** The table `detentions` with so many rows that are valid, each with a key of its own; the same rows each time. */
function syntheticRows(count: number): string {
  const random = seeded(20_200_809);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const fields = Object.keys(detentions.fields);
  const lines = Array.from({ length: count }, (_, index) => {
    const preferred = random() < 0.8;
    const row: Record<string, string | number> = {
      date: new Date(Date.UTC(2020, 7, 9 + (index % 2000))).toISOString().slice(0, 10),
      event: `March no. ${index}`,
      place: pick(['Belarus', 'Minsk', 'Hrodna', 'Homel region']),
      value: Math.floor(random() * 9000),
      qualifier: pick(['exact', 'about', 'at_least', 'more_than']),
      counted_by: pick(['Viasna', 'Interior Ministry']),
      basis: pick(['documented_minimum', 'reported_count']),
      source_id: `document-${index % 500}`,
      confidence: pick(['high', 'medium', 'low']),
      status: preferred ? 'preferred' : 'superseded',
      status_note: preferred ? '' : 'A fuller count came later, "as usual".',
      note:
        random() < 0.5
          ? ''
          : 'Detained in the streets, near shops and at home; the list has 12 names, one of them twice. Імёны і прозвішчы.',
    };
    return csvLine(fields.map((field) => row[field] ?? null));
  });
  return `${[fields.join(','), ...lines].join('\n')}\n`;
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function syntheticSources(): string {
  const fields = Object.keys(sources.fields);
  const lines = Array.from({ length: 500 }, (_, index) => {
    const row: Record<string, string> = {
      source_id: `document-${index}`,
      publisher: 'Viasna',
      title: `Review no. ${index}`,
      url: `https://example.org/${index}`,
      published: '2021-01-01',
      published_precision: 'day',
      published_from: 'seen',
      accessed: '2026-11-22',
      language: 'en',
      kind: 'primary',
      host_class: 'own',
      state_aligned: 'no',
    };
    return csvLine(fields.map((field) => row[field] ?? null));
  });
  return `${[fields.join(','), ...lines].join('\n')}\n`;
}

function makePackage(directory: string, rows: number): void {
  mkdirSync(directory);
  writeFileSync(join(directory, 'detentions.csv'), syntheticRows(rows));
  writeFileSync(join(directory, 'sources.csv'), syntheticSources());
  for (const name of ['counters.csv', factsFile]) copyFileSync(join(projectRoot, 'data', name), join(directory, name));
}

/** What a child process does: checks, reads and exports the package in a folder, and prints what it took. */
function measure(directory: string): void {
  const begun = performance.now();
  const { tables: read, problems, corrections } = checkPackage(directory, 'data', tables);
  if (problems.length > 0) throw new Error(`the synthetic rows are not valid: ${JSON.stringify(problems.slice(0, 3))}`);
  const data = new DataPackage(read, corrections);
  const checked = performance.now();
  writeExports(data, join(directory, 'out'), directory);
  const measured: Measured = {
    checkSeconds: (checked - begun) / 1000,
    exportSeconds: (performance.now() - checked) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(measured));
}

/** The fastest of some runs, which other work on the machine disturbed least, with the highest peak of any. */
function run(directory: string): Measured {
  const runs = Array.from({ length: REPEATS }, (): Measured => {
    rmSync(join(directory, 'out'), { recursive: true, force: true });
    return JSON.parse(execFileSync(process.execPath, [import.meta.filename, directory], { encoding: 'utf8' }));
  });
  const fastest = runs.reduce((best, candidate) => (total(candidate) < total(best) ? candidate : best));
  return { ...fastest, peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)) };
}

const total = ({ checkSeconds, exportSeconds }: Measured): number => checkSeconds + exportSeconds;

function bench(): number {
  const folder = mkdtempSync(join(tmpdir(), 'no-empty-cells-scale-'));
  try {
    const results = SIZES.map((rows) => {
      const directory = join(folder, String(rows));
      makePackage(directory, rows);
      const megabytes = statSync(join(directory, 'detentions.csv')).size / 1e6;
      const result = run(directory);
      const seconds = `check and read ${result.checkSeconds.toFixed(2)} s, export ${result.exportSeconds.toFixed(2)} s`;
      console.log(
        `${rows} rows (${megabytes.toFixed(1)} MB): ${seconds}, in all ${total(result).toFixed(2)} s; peak memory ${result.peakMegabytes.toFixed(0)} MB`,
      );
      return result;
    });
    const [small, large] = results;
    if (!small || !large) throw new Error('nothing was measured');
    const growth = total(large) / total(small);
    const part = (of: keyof Measured): string => (large[of] / small[of]).toFixed(1);
    console.log(
      `growth: ${growth.toFixed(1)}-fold (check ${part('checkSeconds')}, export ${part('exportSeconds')}); at most ${MOST_GROWTH}-fold and ${MOST_MEGABYTES} MB`,
    );
    return growth > MOST_GROWTH || large.peakMegabytes > MOST_MEGABYTES ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [directory] = process.argv.slice(2);
if (directory === undefined) process.exitCode = bench();
else measure(directory);
