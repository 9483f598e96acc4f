/** Makes the editions of all languages, in as many threads as the machine can run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { withRasteriser } from '../../../charts/image/raster.ts';
import { formatDate } from '../../../figures/format.ts';
import { coloursOf } from '../../charts/images.ts';
import type { Edition } from '../../edition.ts';
import { coverSvg } from './book/cover.ts';
import { EditionFault } from './fault.ts';
import type { Order } from './language.ts';
import type { Made } from './language-worker.ts';

/** The pages that editions are made of: the story, and those of charts, which list the documents behind the rows. */
export const goesIntoEditions = (page: string): boolean => /^(?:[a-z]{2,3}\/)?(?:charts\/[^/]+\/)?index\.html$/.test(page);

/**
 * Writes the editions that need no browser under `directory`, the finished site. `site` is its address, as far as it is known. Until
 * the `caller` has done its own work, one thread works beside it; where that work fails, nothing more is written.
 */
export async function writeEditions(
  editions: readonly Edition[],
  directory: string,
  site: string | undefined,
  caller: Promise<unknown>,
): Promise<void> {
  const colours = coloursOf(readFileSync(new URL('../../shell/styles/tokens.css', import.meta.url), 'utf8'), 'light');
  const folder = mkdtempSync(join(tmpdir(), 'covers-'));
  try {
    await drawCovers(editions, folder);
    const orders = editions.map(
      ({ locale: { tag }, release }): Order => ({ tag, release, directory, site, colours, cover: coverIn(folder, tag) }),
    );
    const others = Math.min(availableParallelism(), orders.length) - 1;
    await Promise.all([
      workOff(orders, caller),
      caller.then(() => Promise.all(Array.from({ length: others }, () => workOff(orders, caller)))),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const coverIn = (folder: string, tag: string): string => join(folder, `${tag}.png`);

function drawCovers(editions: readonly Edition[], folder: string): Promise<void> {
  return withRasteriser(process.cwd(), async (raster) => {
    await Promise.all(
      editions.map(({ strings, locale, release }) => {
        const state = strings.editions.holds(release.version, formatDate(release.modified, 'day', locale));
        return raster.png(coverSvg({ title: strings.siteName, tagline: strings.tagline, state }), 1, coverIn(folder, locale.tag));
      }),
    );
  });
}

/** Gives a thread one order after the other, until none is left: it has read what it needs to work once. */
async function workOff(orders: Order[], caller: Promise<unknown>): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'language-worker.ts'), { resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  caller.catch(() => worker.terminate());
  try {
    for (let order = orders.shift(); order !== undefined; order = orders.shift()) await make(worker, order);
  } finally {
    await worker.terminate();
  }
}

function make(worker: Worker, order: Order): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void =>
      reject(new Error(`The thread for the editions in ${order.tag} ended with ${code}, and made none.`));
    worker.once('exit', ended);
    worker.once('error', reject);
    worker.once('message', (made: Made) => {
      worker.off('exit', ended);
      worker.off('error', reject);
      if (made === null) resolve();
      else reject(new EditionFault(made.reason));
    });
    worker.postMessage(order);
  });
}
