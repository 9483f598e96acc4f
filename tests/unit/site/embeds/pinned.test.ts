/** Charts as of a release: drawn from its frozen tables, whatever the tables are now. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEdition } from '../../../../src/site/edition.ts';
import { loadPinned } from '../../../../src/site/embeds/pinned.ts';

let root = '';

/** A project whose release 9.0.0 is the data as it is, and whose release 8.0.0 lacks the counts of women held. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pinned-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  for (const version of ['8.0.0', '9.0.0', '7.0.0']) {
    const folder = join(root, 'data/releases', version);
    mkdirSync(folder, { recursive: true });
    cpSync('data', folder, { recursive: true, filter: (source) => !source.includes('releases/') || source.endsWith('.csv') });
    writeFileSync(join(folder, 'release.yml'), `version: ${version}\ndate: "2026-01-01"\nwhy: A reason.\n`);
  }
  const table = join(root, 'data/releases/8.0.0/political-prisoners.csv');
  const [header = ''] = readFileSync(table, 'utf8').split('\n');
  const kept = readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => !line.includes('women_held'));
  writeFileSync(table, kept.join('\n'));
  expect(kept[0]).toBe(header);
  rmSync(join(root, 'data/releases/7.0.0/sources.csv'));
});
afterAll(() => rmSync(root, { recursive: true }));

test('a release draws what it has the rows for, the newest comes first, and one that cannot be read is told', () => {
  const now = loadEdition(process.cwd(), 'en');
  const [newest, middle, oldest] = loadPinned(root, now);
  expect([newest, middle, oldest].map((pinned) => pinned?.release.version)).toEqual(['9.0.0', '8.0.0', '7.0.0']);
  expect([...(newest?.edition?.charts.keys() ?? [])]).toEqual([...now.charts.keys()]);
  expect(newest?.edition?.charts.get('held')?.drawings).toEqual(now.charts.get('held')?.drawings);
  expect(newest?.edition?.release.version).toBe('9.0.0');
  expect(middle?.edition?.charts.has('women-held')).toBe(false);
  expect(middle?.edition?.charts.has('turnout-2025')).toBe(true);
  expect(oldest?.edition).toBeNull();
}, 60_000);
