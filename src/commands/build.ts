/** `npm run build [-- --quiet]`: checks everything, builds beside the old site, and only then puts the new one in its place. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../data/problem.ts';
import { tables } from '../data/registry.ts';
import { locales } from '../figures/locales/locales.ts';
import { writeImages } from '../site/charts/images.ts';
import { datesOf } from '../site/dates.ts';
import { loadEdition } from '../site/edition.ts';
import { checkBuilt, checkOffered } from '../site/embeds/offered.ts';
import { writeDownloads } from '../site/publish/downloads.ts';
import { finishPages } from '../site/publish/finish/finish.ts';
import { writeSitemap } from '../site/publish/finish/sitemap.ts';
import { writeHosting } from '../site/publish/hosting/write.ts';
import { writeRedirects } from '../site/publish/moved.ts';
import { sitePath } from '../site/site-address.ts';
import { Progress, taken } from './progress.ts';

const root = process.cwd();
/** Beside dist/, so that the new site can be put in place by one rename. */
const scratch = join(root, '.build');
const next = join(scratch, 'next');
const previous = join(scratch, 'previous');
const dist = join(root, 'dist');

const progress = new Progress(process.stdout, { quiet: process.argv.includes('--quiet') });
const begun = performance.now();

try {
  progress.begin(`Checking ${tables.length} tables, drawing the charts`);
  const editions = locales.map(({ tag }) => loadEdition(root, tag));
  checkOffered(root);
  const drawn = editions.reduce((sum, { charts }) => sum + charts.size, 0);
  progress.done(`checked ${tables.length} tables, drew ${drawn} charts`);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  process.env['BUILD_DIR'] = next;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  progress.begin('Writing pages');
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  progress.done(`wrote ${pagesIn(next)} pages`);
  const told = (done: number, total: number): void => progress.count('Drawing images: charts', done, total);
  progress.begin('Drawing images');
  let pictured = 0;
  for (const edition of editions) pictured += await writeImages(edition, next, join(root, 'src/site/shell/styles/tokens.css'), told);
  progress.done(`drew the images of ${pictured} charts`);
  progress.begin('Writing downloads');
  // The files for programs are the same in every language but for the titles in the metadata, so they are written once.
  for (const edition of editions.slice(0, 1)) writeDownloads(edition, next, join(root, 'data'));
  progress.done('wrote downloads');
  progress.begin('Finishing pages');
  const base = sitePath(process.env['SITE_URL']);
  writeRedirects(next, base);
  await finishPages(next, base);
  for (const edition of editions.slice(0, 1)) writeSitemap(next, process.env['SITE_URL'], datesOf(edition, root).modified);
  writeHosting(next);
  checkBuilt(root, next);
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  rmSync(scratch, { recursive: true, force: true });
  progress.done(`built dist/ in ${taken(performance.now() - begun)}: ${pagesIn(dist)} pages, in ${dist}`);
} catch (error) {
  progress.end();
  // What a person can mend is told in lines they can act on; anything else is a fault of ours, with its stack.
  console.error(error instanceof ProblemsError ? error.message : error);
  console.error('The build stopped. dist/ is as it was.');
  process.exitCode = 1;
}

function pagesIn(directory: string): number {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;
}
