/** Results of benchmarks: one that is missing, cut short or edited is told of by its file and what was expected there. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../../../src/commands/root.ts';
import { ProblemsError } from '../../../../src/data/problem.ts';
import {
  type GrowthResult,
  type PeersResult,
  readResults,
  resultFiles,
  type StarlightResult,
} from '../../../../src/site/performance/results.ts';
import { exponentOf, overall, timesOurs } from '../../../../src/site/performance/summary.ts';

const machine = {
  processor: 'A processor',
  cores: 2,
  memoryGigabytes: 8,
  system: 'Linux 6.1',
  node: '24.0.0',
  load: { before: 0.1, after: 1 },
};
const measured = { version: '1.0.0', commit: 'abc1234', changed: false };
const reading = (bytes: number, drawn: number, axe: string[] = []): PeersResult['charts'][number]['readings'][string] => ({
  bytes,
  requests: 1,
  drawn,
  script: 0,
  work: 10,
  elements: 5,
  memory: 1000,
  text: 100,
  axe,
});
const peers: PeersResult = {
  command: 'npm run bench:peers',
  day: '2026-01-02',
  machine,
  measured,
  browser: 'Chromium 150',
  rounds: 5,
  network: { kilobitsPerSecond: 1600, latency: 150, slowdown: 4 },
  libraries: [
    { id: 'ours', name: 'Ours', version: '1' },
    { id: 'a', name: 'A', version: '2' },
    { id: 'b', name: 'B', version: '3' },
  ],
  charts: [
    { id: 'one', rows: 10, readings: { ours: reading(100, 50), a: reading(300, 100, ['x', 'y']), b: reading(250, 75) } },
    { id: 'two', rows: 20, readings: { ours: reading(200, 60), a: reading(400, 300, ['x']), b: reading(1000, 66) } },
  ],
};
const storyReading: StarlightResult['pages'][number]['reading'] = {
  bytes: 1000,
  requests: 3,
  bytesRead: 2000,
  requestsRead: 5,
  painted: 100,
  largest: 150,
  script: 0,
  work: 10,
  elements: 5,
  text: 100,
  axe: [],
  lighthouse: { performance: 99, accessibility: 100, bestPractices: 100, seo: 100 },
};
const starlight: StarlightResult = {
  command: 'npm run bench:starlight',
  day: '2026-01-02',
  machine,
  measured,
  browser: 'Chromium 150',
  lighthouse: '13.0.0',
  rounds: 5,
  network: { kilobitsPerSecond: 1600, latency: 150, slowdown: 4 },
  pictures: 3,
  pages: [
    { id: 'ours', name: 'Ours', version: '1', reading: storyReading },
    { id: 'starlight', name: 'Starlight', version: '2', reading: storyReading },
  ],
};
const growth: GrowthResult = {
  dimensions: [
    {
      of: 'rows',
      command: 'npm run bench:growth -- --of rows --times 1,4',
      day: '2026-01-02',
      machine,
      measured,
      steps: [
        { times: 1, count: 100, seconds: 10, megabytesOfMemory: 300, files: 50, bytes: 1000 },
        { times: 4, count: 400, seconds: 20, megabytesOfMemory: 300, files: 50, bytes: 4000 },
      ],
    },
  ],
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'results-'));
  mkdirSync(join(root, 'content/performance'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (name: keyof typeof resultFiles, text: string): void => writeFileSync(join(root, resultFiles[name]), text);

/** What is said of the results that stand there. */
function faults(): string[] {
  try {
    readResults(root);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ file, subject, message }) => `${file} ${subject}: ${message}`);
  }
}

test('whole results are read as they are', () => {
  put('peers', JSON.stringify(peers));
  put('starlight', JSON.stringify(starlight));
  put('growth', JSON.stringify(growth));
  expect(readResults(root)).toEqual({ peers, starlight, growth, missing: [] });
});

test('a story without one of its scores is named by where it stands', () => {
  const [ours, other] = starlight.pages;
  const { seo: _, ...scores } = storyReading.lighthouse;
  const reading = { ...storyReading, lighthouse: scores };
  put('starlight', JSON.stringify({ ...starlight, pages: [ours, { ...other, reading }] }));
  expect(faults()).toEqual([
    expect.stringMatching(/^content\/performance\/starlight\.json pages\.1\.reading\.lighthouse\.seo: .*expected/),
  ]);
});

test('a missing result is named with the command that writes it, and stops nothing', () => {
  put('starlight', JSON.stringify(starlight));
  put('growth', JSON.stringify(growth));
  const { peers: none, missing } = readResults(root);
  expect(none).toBeNull();
  expect(missing).toMatchObject([
    {
      file: 'content/performance/peers.json',
      message: expect.stringMatching(/^expected the result .*found no such file; "npm run bench:peers" writes it$/),
    },
  ]);
});

test('a result that was cut short is named', () => {
  put('peers', JSON.stringify(peers).slice(0, 200));
  expect(faults()).toEqual([expect.stringMatching(/^content\/performance\/peers\.json : expected JSON as a benchmark writes it, found /)]);
});

test('a field of the wrong kind is named by where it stands', () => {
  put('peers', JSON.stringify({ ...peers, rounds: 'five' }));
  put('growth', JSON.stringify(growth));
  expect(faults()).toEqual([
    expect.stringMatching(/^content\/performance\/peers\.json rounds: .*expected .*number.*run the benchmark again/),
  ]);
});

test('each fault of a growth is named by where it stands', () => {
  const [rows] = growth.dimensions;
  put('growth', JSON.stringify({ dimensions: [{ ...rows, day: 'today', steps: rows?.steps.slice(1) }] }));
  expect(faults()).toEqual([
    expect.stringContaining('content/performance/growth.json dimensions.0.day: expected'),
    expect.stringContaining('content/performance/growth.json dimensions.0.steps: expected'),
  ]);
});

test('a library that was not measured on a chart is named', () => {
  const [one, two] = peers.charts;
  put('peers', JSON.stringify({ ...peers, charts: [one, { ...two, readings: { ours: reading(1, 1), a: reading(1, 1) } }] }));
  expect(faults()).toEqual(['content/performance/peers.json : expected readings of a, b, ours for the chart two, found a, ours']);
});

test('sums, medians, ratios and exponents are those of the readings', () => {
  expect(overall(peers, 'a', 'bytes')).toBe(350);
  expect(overall(peers, 'a', 'axe')).toBe(3);
  expect(timesOurs(peers, 'bytes')).toEqual({ least: 2, most: 5 });
  expect(timesOurs(peers, 'drawn', 'b')).toEqual({ least: 1.1, most: 1.5 });
  const [rows] = growth.dimensions;
  if (!rows) throw new Error('no growth');
  expect(exponentOf(rows, 'bytes')).toBeCloseTo(1, 10);
  expect(exponentOf(rows, 'seconds')).toBeCloseTo(0.5, 10);
  expect(exponentOf(rows, 'files')).toBe(0);
});

test('the results of this project can be read', () => {
  const { peers: own } = readResults(projectRoot);
  expect(own).toEqual(JSON.parse(readFileSync(join(projectRoot, resultFiles.peers), 'utf8')));
});
