/**
 * `npm run bench:starlight [-- [--rounds 5] [--picture file] [--as-built]]`: our story against the same chapters as a page that Starlight
 * makes, on a slow line with a slowed CPU, in turn, medians, with Lighthouse's scores for a phone. Builds the site first (`--as-built`:
 * takes the site that is there, and writes no result); installs Starlight beside this file, apart from the product, and Lighthouse by
 * npm. Writes `content/performance/starlight.json`. About ten minutes.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import type { StarlightResult, StoryReading } from '../../src/site/performance/results.ts';
import { median } from '../../src/site/performance/summary.ts';
import { compressAll } from '../../src/site/publish/hosting/compress.ts';
import { type BrowserLaunch, findBrowser } from '../browser/helpers/browser.ts';
import { dist, type StaticServer, serveFolder } from '../browser/helpers/static-server.ts';
import { builtSite } from './built.ts';
import { conditionsOf, loadNow, standing, writeResult } from './conditions.ts';
import { type Category, LIGHTHOUSE, percent, type Report, runLighthouse } from './lighthouse/run.ts';
import { bringPackages, installedVersion } from './own-packages.ts';
import { look } from './peers/measure.ts';
import { network } from './slow.ts';
import { type Visit, visit } from './starlight/measure.ts';
import { buildStarlight } from './starlight/project.ts';

/** Fewer would be no measurement of a machine that does other things, too. */
const FEWEST_ROUNDS = 5;
const LIGHTHOUSE_RUNS = 3;
const packages = join(import.meta.dirname, 'starlight');

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: String(FEWEST_ROUNDS) },
    picture: { type: 'string' },
    'as-built': { type: 'boolean', default: false },
  },
});
const rounds = Number(asked.rounds);
const measured = standing();

if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`Say a number of rounds, such as --rounds ${FEWEST_ROUNDS}; found ${asked.rounds}.`);
  process.exitCode = 1;
} else if (builtSite(asked['as-built'])) {
  const folder = mkdtempSync(join(tmpdir(), 'starlight-'));
  const launch = await findBrowser();
  const browser = await chromium.launch(launch);
  try {
    await bench(browser, launch, folder);
  } finally {
    await browser.close();
    for (const made of [folder, join(packages, '.build')]) rmSync(made, { recursive: true, force: true });
  }
}

async function bench(browser: Browser, launch: BrowserLaunch, folder: string): Promise<void> {
  const installed = bringPackages(packages);
  // Beside its packages, since links to them would be followed out of the project.
  const project = join(packages, '.build');
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project);
  const { site, pictures } = buildStarlight(project, dist, installed);
  // As good hosts send them: compressed beforehand.
  await compressAll(site);
  const before = loadNow();
  const visits: Visit[][] = [[], []];
  const pages: StarlightResult['pages'] = [];
  const servers: StaticServer[] = [];
  try {
    for (const each of [dist, site]) servers.push(await serveFolder(each));
    for (let round = 0; round < rounds; round++) {
      // In turn, and every other round the other way round.
      for (const nth of round % 2 === 0 ? [0, 1] : [1, 0]) visits[nth]?.push(await visit(browser, servers[nth]?.url ?? ''));
      console.log(`round ${round + 1} of ${rounds}`);
    }
    for (const [nth, server] of servers.entries()) {
      const lasting = await look(browser, server.url, 'page', nth === 1 ? asked.picture : undefined);
      const reports: Report[] = [];
      for (let run = 0; run < LIGHTHOUSE_RUNS; run++) reports.push(await runLighthouse(server.url, folder, launch));
      const runs = visits[nth] ?? [];
      const middle = (key: keyof Visit): number => Math.round(median(runs.map((each) => each[key])));
      const reading: StoryReading = {
        bytes: middle('bytes'),
        requests: middle('requests'),
        bytesRead: middle('bytesRead'),
        requestsRead: middle('requestsRead'),
        painted: middle('painted'),
        largest: middle('largest'),
        script: middle('script'),
        work: middle('work'),
        elements: middle('elements'),
        ...lasting,
        lighthouse: scores(reports),
      };
      pages.push(
        nth === 0
          ? { id: 'ours', name: 'No Empty Cells', version: measured.version, reading }
          : { id: 'starlight', name: 'Starlight', version: installedVersion(packages, '@astrojs/starlight'), reading },
      );
    }
  } finally {
    for (const server of servers) await server.close();
  }
  const conditions = conditionsOf('npm run bench:starlight', before, measured);
  const result: StarlightResult = {
    ...conditions,
    browser: `Chromium ${browser.version()}`,
    lighthouse: LIGHTHOUSE,
    rounds,
    network,
    pictures,
    pages,
  };
  console.table(Object.fromEntries(pages.map(({ name, reading: { lighthouse, ...reading } }) => [name, { ...reading, ...lighthouse }])));
  if (!asked['as-built'] && rounds >= FEWEST_ROUNDS) writeResult('starlight', result);
  else console.log(`Nothing was written: a result has at least ${FEWEST_ROUNDS} rounds and a build of its own.`);
}

/** The median of each score over the runs. */
function scores(reports: readonly Report[]): StoryReading['lighthouse'] {
  const of = (category: Category): number => median(reports.map((report) => percent(report, category)));
  return { performance: of('performance'), accessibility: of('accessibility'), bestPractices: of('best-practices'), seo: of('seo') };
}
