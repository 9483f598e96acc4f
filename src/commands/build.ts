/** `npm run build`: checks everything, builds beside the old site, and only then puts the new one in its place. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../data/problem.ts';
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

const root = process.cwd();
/** Beside dist/, so that the new site can be put in place by one rename. */
const scratch = join(root, '.build');
const next = join(scratch, 'next');
const previous = join(scratch, 'previous');
const dist = join(root, 'dist');

try {
  const editions = locales.map(({ tag }) => loadEdition(root, tag));
  checkOffered(root);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  process.env['BUILD_DIR'] = next;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  for (const edition of editions) await writeImages(edition, next, join(root, 'src/site/shell/styles/tokens.css'));
  // The files for programs are the same in every language but for the titles in the metadata, so they are written once.
  for (const edition of editions.slice(0, 1)) writeDownloads(edition, next, join(root, 'data'));
  const base = sitePath(process.env['SITE_URL']);
  writeRedirects(next, base);
  await finishPages(next, base);
  for (const edition of editions.slice(0, 1)) writeSitemap(next, process.env['SITE_URL'], datesOf(edition, root).modified);
  writeHosting(next);
  checkBuilt(root, next);
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
