/** `npm run build`: checks everything, builds beside the old site, and only then puts the new one in its place. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { charts } from '../charts/registry.ts';
import { ProblemsError } from '../data/problem.ts';
import { locales } from '../figures/locales/locales.ts';
import { datesOf } from '../site/dates.ts';
import { writeDownloads } from '../site/downloads.ts';
import { loadEdition } from '../site/edition.ts';
import { finishPages } from '../site/finish/finish.ts';
import { writeSitemap } from '../site/finish/sitemap.ts';
import { compressFiles } from '../site/hosting/compress.ts';
import { writeHosting } from '../site/hosting/write.ts';
import { writeImages } from '../site/images.ts';
import { movedFiles } from '../site/moved.ts';
import { sitePath } from '../site/site-address.ts';

const root = process.cwd();
/** Beside dist/, so that the new site can be put in place by one rename. */
const scratch = join(root, '.build');
const next = join(scratch, 'next');
const previous = join(scratch, 'previous');
const dist = join(root, 'dist');

try {
  const editions = locales.map(({ tag }) => loadEdition(root, tag));
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  process.env['BUILD_DIR'] = next;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  for (const edition of editions) await writeImages(edition, next, join(root, 'src/site/styles/tokens.css'));
  // The files for programs are the same in every language but for the titles in the metadata, so they are written once.
  for (const edition of editions.slice(0, 1)) writeDownloads(edition, next, join(root, 'data'));
  const base = sitePath(process.env['SITE_URL']);
  await finishPages(next, base);
  for (const edition of editions.slice(0, 1)) writeSitemap(next, process.env['SITE_URL'], datesOf(edition, root).modified);
  for (const sentence of writeHosting(next, process.env['SITE_URL'], movedFiles(charts))) console.log(sentence);
  // Hosts that compress by themselves have no use for the twins: npm run build -- --no-twins.
  if (!process.argv.includes('--no-twins')) await compressFiles(next);
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  rmSync(scratch, { recursive: true, force: true });
  console.log('built dist/');
} catch (error) {
  // What a person can mend is told in lines they can act on; anything else is a fault of ours, with its stack.
  console.error(error instanceof ProblemsError ? error.message : error);
  console.error('The build stopped. dist/ is as it was.');
  process.exitCode = 1;
}
