/**
 * `npm run bench:peers [-- [--rounds 5] [--charts held,stations] [--libraries plot,d3] [--pictures folder] [--as-built]]`: five of our
 * charts as embeds against the same rows drawn by eight libraries in the browser, on a slow line with a slowed CPU, in turn, medians.
 * Builds the site first, so that what is measured is what stands in the project (`--as-built`: takes the site that is there, and writes
 * no result); installs the libraries beside this file, apart from the product. Writes `content/performance/peers.json` when everything
 * was measured, and prints the ratios. About ten minutes.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import type { PeersResult, Reading } from '../../src/site/performance/results.ts';
import { median } from '../../src/site/performance/summary.ts';
import { findBrowser } from '../browser/helpers/browser.ts';
import { dist } from '../browser/helpers/static-server.ts';
import { builtSite } from './built.ts';
import { conditionsOf, loadNow, standing, writeResult } from './conditions.ts';
import { bringPackages, installedVersion } from './own-packages.ts';
import { measuredCharts, readFigure } from './peers/charts.ts';
import { filesOf, libraries } from './peers/libraries.ts';
import { type Lasting, look, type Timed, time } from './peers/measure.ts';
import { printRatios } from './peers/ratios.ts';
import { serveFromMemory } from './peers/serve.ts';
import { network } from './slow.ts';

/** Fewer would be no measurement of a machine that does other things, too. */
const FEWEST_ROUNDS = 5;
const folder = join(import.meta.dirname, 'peers');

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: String(FEWEST_ROUNDS) },
    charts: { type: 'string' },
    libraries: { type: 'string' },
    pictures: { type: 'string' },
    'as-built': { type: 'boolean', default: false },
  },
});
const rounds = Number(asked.rounds);
const charts = asked.charts?.split(',') ?? measuredCharts;
const chosen = libraries.filter(({ id }) => asked.libraries?.split(',').includes(id) ?? true);
const all = !asked['as-built'] && charts.length === measuredCharts.length && chosen.length === libraries.length && rounds >= FEWEST_ROUNDS;
const measured = standing();

if (builtSite(asked['as-built'])) {
  bringPackages(folder);
  const browser = await chromium.launch(await findBrowser());
  try {
    await bench(browser);
  } finally {
    await browser.close();
  }
}

async function bench(browser: Browser): Promise<void> {
  const before = loadNow();
  const figures = charts.map(readFigure);
  const server = await serveFromMemory();
  const ours = 'ours';
  const ids = [ours, ...chosen.map(({ id }) => id)];
  const key = (library: string, chart: string): string => `${library} ${chart}`;
  const timed = new Map<string, Timed[]>();
  const lasting = new Map<string, Lasting>();
  try {
    for (const figure of figures) {
      server.add(`/${ours}/${figure.id}/index.html`, readFileSync(join(dist, 'embed', figure.id, 'index.html')));
      for (const library of chosen)
        for (const [name, text] of Object.entries(await filesOf(library, figure))) server.add(`/${library.id}/${figure.id}/${name}`, text);
    }
    const address = (library: string, chart: string): string => `${server.origin}/${library}/${chart}/`;
    if (asked.pictures !== undefined) mkdirSync(asked.pictures, { recursive: true });
    for (const { id: chart } of figures)
      for (const library of ids) {
        const picture = asked.pictures === undefined ? undefined : join(asked.pictures, `${chart}-${library}.png`);
        lasting.set(key(library, chart), await look(browser, address(library, chart), 'part', picture));
      }
    // In turn, and each round beginning with another, so that what else the machine does meets all of them alike.
    for (let round = 0; round < rounds; round++) {
      for (const { id: chart } of figures)
        for (let turn = 0; turn < ids.length; turn++) {
          const library = ids[(turn + round) % ids.length] ?? ours;
          const run = await time(browser, address(library, chart), library !== ours);
          timed.set(key(library, chart), [...(timed.get(key(library, chart)) ?? []), run]);
        }
      console.log(`round ${round + 1} of ${rounds}`);
    }
  } finally {
    await server.close();
  }

  const readingOf = (library: string, chart: string): Reading => {
    const runs = timed.get(key(library, chart)) ?? [];
    const found = lasting.get(key(library, chart));
    if (!found) throw new Error(`${library} was not looked at on ${chart}`);
    const middle = (of: keyof Timed): number => Math.round(median(runs.map((run) => run[of])));
    return {
      bytes: middle('bytes'),
      requests: middle('requests'),
      drawn: middle('drawn'),
      script: middle('script'),
      work: middle('work'),
      elements: middle('elements'),
      memory: middle('memory'),
      ...found,
    };
  };
  const conditions = conditionsOf('npm run bench:peers', before, measured);
  const result: PeersResult = {
    ...conditions,
    browser: `Chromium ${browser.version()}`,
    rounds,
    network,
    libraries: [
      { id: ours, name: 'No Empty Cells', version: conditions.measured.version },
      ...chosen.map((library) => ({ id: library.id, name: library.name, version: installedVersion(folder, library.package) })),
    ],
    charts: figures.map(({ id, rows }) => ({
      id,
      rows,
      readings: Object.fromEntries(ids.map((library) => [library, readingOf(library, id)])),
    })),
  };
  printRatios(result);
  if (all) writeResult('peers', result);
  else console.log(`Nothing was written: a result has all charts, all libraries, at least ${FEWEST_ROUNDS} rounds and a build of its own.`);
}
