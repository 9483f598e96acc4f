/** `npm run build [-- --quiet --no-twins]`: checks everything, builds beside the old site, and only then puts the new one in its place. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { charts } from '../charts/registry.ts';
import { giveBackMemory } from '../data/memory.ts';
import { tables } from '../data/registry.ts';
import { filesUnder, sumsFile } from '../data/versions/sums.ts';
import { writeImages } from '../site/charts/images.ts';
import { datesOf } from '../site/dates.ts';
import { keepEditions } from '../site/edition.ts';
import { editionsFolder } from '../site/editions/files.ts';
import { checkBuilt, checkOffered } from '../site/embeds/offered.ts';
import { holdLinks } from '../site/publish/check/links.ts';
import { writeDownloads } from '../site/publish/downloads.ts';
import { EditionFault } from '../site/publish/editions/fault.ts';
import { fillEditionsPage } from '../site/publish/editions/fill.ts';
import { goesIntoEditions, writeEditions } from '../site/publish/editions/write.ts';
import { writeEmbeds } from '../site/publish/embeds.ts';
import { finishPages } from '../site/publish/finish/finish.ts';
import { writeSitemap } from '../site/publish/finish/sitemap.ts';
import { Compressor, isFrozen } from '../site/publish/hosting/compress.ts';
import { oembedFunctions, providerEntry } from '../site/publish/hosting/oembed.ts';
import { writeHosting } from '../site/publish/hosting/write.ts';
import { loadEditions } from '../site/publish/languages/editions.ts';
import { licencesOf } from '../site/publish/licences.ts';
import { movedFiles } from '../site/publish/moved.ts';
import { writeSiteSums } from '../site/publish/proof/sums.ts';
import { writeSecurityTxt } from '../site/publish/security-txt.ts';
import { writePlugin } from '../site/publish/wordpress.ts';
import { sitePath } from '../site/site-address.ts';
import { siteOrStop } from './asked-site.ts';
import { type Workplace, workplaceIn } from './place.ts';
import { Progress, taken } from './progress.ts';
import { sentenceOf } from './say.ts';

const root = process.cwd();
const progress = new Progress(process.stdout, { quiet: process.argv.includes('--quiet') });
const begun = performance.now();

let workplace: Workplace | undefined;
/** The pages, for threads that go on beside them. */
const finishing = Promise.withResolvers<void>();
finishing.promise.catch(() => {});
/** The editions, once they are begun. */
let underway: Promise<void> | undefined;

try {
  const { site, warning } = siteOrStop();
  workplace = workplaceIn(root);
  const { next } = workplace;
  progress.begin(`Checking ${tables.length} tables, drawing the charts`);
  const editions = loadEditions(root);
  keepEditions(editions);
  holdLinks(root, editions);
  checkOffered(root);
  const drawn = editions.reduce((sum, { charts }) => sum + charts.size, 0);
  progress.done(`checked ${tables.length} tables, drew ${drawn} charts`);
  process.env['BUILD_DIR'] = next;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Other processes draw the images while the pages are made and finished. They are kept beside, since Astro empties its folder before it begins.
  const beside = join(workplace.own, 'images');
  const drawing = writeImages(editions, beside, join(root, 'src/site/shell/styles/tokens.css'));
  // A fault is told when it is waited for, and not while the pages are written.
  drawing.catch(() => {});
  progress.begin('Writing pages');
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  await writeEmbeds(root, next, site);
  progress.done(`wrote ${pagesIn(next)} pages`);
  progress.begin('Writing downloads');
  // The files for programs are the same in every language but for the titles in the metadata, so they are written once.
  for (const edition of editions.slice(0, 1)) writeDownloads(edition, next, join(root, 'data'));
  for (const { strings, release } of editions.slice(0, 1))
    writePlugin(next, root, release.modified, { site, siteName: strings.siteName, version: release.version });
  writeFileSync(join(next, 'licences.txt'), await licencesOf(root));
  progress.done('wrote downloads');
  progress.begin('Finishing pages');
  const base = sitePath(site);
  // Hosts that compress by themselves have no use for twins.
  const compressor = process.argv.includes('--no-twins') ? null : new Compressor(next, root);
  // Threads write the editions as soon as the pages and the pictures are there that they are made of.
  const pictured = drawing.then((count) => {
    moveFiles(beside, next);
    return count;
  });
  const sources = Promise.withResolvers<void>();
  const writing = Promise.all([pictured, sources.promise]).then(() => {
    underway = writeEditions(editions, next, site, finishing.promise);
    return underway;
  });
  writing.catch(() => {});
  const listed = await finishPages(next, base, {
    first: goesIntoEditions,
    firstFinished: () => {
      // The largest pages are among them, and others go on.
      giveBackMemory();
      sources.resolve();
    },
    finished: async (page) => {
      // What a release keeps of its embeds is not touched again, so that it is compressed meanwhile.
      if (compressor !== null && isFrozen(page)) compressor.add(page);
      await setImmediate();
    },
  });
  const { SECURITY_CONTACT: contact } = process.env;
  const leftOut: (string | null)[] = [];
  for (const edition of editions.slice(0, 1)) {
    const { modified } = datesOf(edition, root);
    writeSitemap(next, listed, site, modified);
    leftOut.push(writeSecurityTxt(next, { contact, site, modified }));
  }
  leftOut.push(...writeHosting(next, site, movedFiles(charts)));
  if (existsSync(join(next, 'hosting'))) await writeOembed(next, site, editions[0]?.strings.siteName ?? '');
  checkBuilt(root, next);
  progress.done('finished pages');
  giveBackMemory();
  finishing.resolve();
  // Books have the pictures in them.
  progress.begin('Drawing images');
  progress.done(`drew the images of ${await pictured} charts`);
  // Nearly all twins are made while threads write the editions.
  progress.begin(compressor === null ? 'Writing editions' : 'Writing editions, compressing');
  const isLate = (path: string): boolean => path === sumsFile || path.split('/').includes(editionsFolder);
  compressor?.addAll((path) => !isLate(path));
  await compressor?.finish();
  await writing;
  for (const { locale } of editions) fillEditionsPage(next, locale);
  writeSiteSums(next);
  for (const sentence of leftOut) if (sentence !== null) console.log(sentence);
  // All but the page that offers them.
  const written = filesUnder(join(next, editionsFolder)).length - 1;
  compressor?.addAll(isLate);
  const compressed = await compressor?.finish();
  progress.done(`wrote ${written} editions in one file${compressed === undefined ? '' : `, compressed ${compressed} files beforehand`}`);
  progress.begin('Putting dist/ in place');
  workplace.finish();
  const dist = join(root, 'dist');
  if (warning !== null) console.warn(warning);
  progress.done(`built dist/ in ${taken(performance.now() - begun)}: ${pagesIn(dist)} pages, in ${dist}`);
} catch (error) {
  progress.end();
  finishing.reject(error);
  // What a person can mend is told in lines they can act on; anything else is a fault of ours, with its stack.
  console.error(sentenceOf(error, [EditionFault]) ?? error);
  console.error('The build stopped. dist/ is as it was.');
  process.exitCode = 1;
} finally {
  // A thread that goes on after a fault would write into the folder that is removed.
  await underway?.catch(() => {});
  workplace?.remove();
}

/** Moves every file under one folder to the same place under another, of the same disk. */
function moveFiles(from: string, to: string): void {
  for (const name of filesUnder(from)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    renameSync(join(from, name), join(to, name));
  }
  rmSync(from, { recursive: true });
}

/** Writes the functions for hosts that run some, and the text for the list of providers, under `hosting/oembed/`. */
async function writeOembed(directory: string, site: string | undefined, name: string): Promise<void> {
  const files = await oembedFunctions(root, site);
  files.set('providers.json', `${JSON.stringify(providerEntry(name, site, charts[0]?.id ?? ''), null, 2)}\n`);
  for (const [path, text] of files) {
    const file = join(directory, 'hosting/oembed', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function pagesIn(directory: string): number {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;
}
