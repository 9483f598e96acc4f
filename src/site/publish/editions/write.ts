/** Makes the editions of all languages, in as many threads as the machine can run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeRasteriser } from '../../../charts/image/raster.ts';
import { formatDate } from '../../../figures/format.ts';
import { coloursOf } from '../../charts/images.ts';
import type { Edition } from '../../edition.ts';
import { coverSvg } from './book/cover.ts';
import { EditionFault } from './fault.ts';
import type { Order } from './language.ts';
import type { Made } from './language-worker.ts';

/** Writes the editions that need no browser under `directory`, the finished site. `site` is its address, as far as it is known. */
export async function writeEditions(editions: readonly Edition[], directory: string, site: string | undefined): Promise<void> {
  const colours = coloursOf(readFileSync(new URL('../../shell/styles/tokens.css', import.meta.url), 'utf8'), 'light');
  const folder = mkdtempSync(join(tmpdir(), 'covers-'));
  try {
    await drawCovers(editions, folder);
    const orders = editions.map(
      ({ locale: { tag }, release }): Order => ({ tag, release, directory, site, colours, cover: coverIn(folder, tag) }),
    );
    await Promise.all(Array.from({ length: availableParallelism() }, () => workOff(orders)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const coverIn = (folder: string, tag: string): string => join(folder, `${tag}.png`);

async function drawCovers(editions: readonly Edition[], folder: string): Promise<void> {
  const raster = await makeRasteriser(process.cwd());
  try {
    await Promise.all(
      editions.map(({ strings, locale, release }) => {
        const state = strings.editions.holds(release.version, formatDate(release.modified, 'day', locale));
        return raster.png(coverSvg({ title: strings.siteName, tagline: strings.tagline, state }), 1, coverIn(folder, locale.tag));
      }),
    );
  } finally {
    await raster.close();
  }
}

/** Takes one order after the other, each into a thread of its own, until none is left. */
async function workOff(orders: Order[]): Promise<void> {
  for (let order = orders.shift(); order !== undefined; order = orders.shift()) await inThread(order);
}

function inThread(order: Order): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'language-worker.ts'), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    worker.on('message', (made: Made) => {
      if (made === null) resolve();
      else reject(new EditionFault(made.reason));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The thread for the editions in ${order.tag} ended with ${code}, and made none.`)));
  });
}
