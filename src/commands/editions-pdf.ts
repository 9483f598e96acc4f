/**
 * `npm run editions:pdf [-- tag ...]`: prints the story of the built site as PDF, in each of its languages or in those that are named, and
 * adds it to `dist/` with its size and sum. Needs a Chromium or Chrome; where there is none it says so, and the site is whole without.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { descriptorFile } from '../data/descriptor.ts';
import { quote } from '../data/problem.ts';
import { sumsFile } from '../data/versions/sums.ts';
import { editionPath } from '../site/editions/files.ts';
import { folderOf, languages } from '../site/languages.ts';
import { EditionFault } from '../site/publish/editions/fault.ts';
import { fillEditionsPage } from '../site/publish/editions/fill.ts';
import { datedPdf, paperPage } from '../site/publish/editions/paper.ts';
import { compress } from '../site/publish/hosting/compress.ts';
import { writeSiteSums } from '../site/publish/proof/sums.ts';
import { browserProgram } from './browser.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

/** A browser that hangs is ended. In milliseconds. */
const PATIENCE = 180_000;

await runOrSay([EditionFault], async () => {
  const dist = join(projectRoot, 'dist');
  if (!existsSync(join(dist, sumsFile))) throw new Stop(`There is no whole site in ${dist}: run npm run build first.`);
  const asked = process.argv.slice(2);
  const unknown = asked.filter((tag) => !languages.some((language) => language.tag === tag));
  if (unknown.length > 0)
    throw new Stop(
      `Expected languages of the site (${languages.map(({ tag }) => tag).join(', ')}), found ${unknown.map(quote).join(', ')}.`,
    );
  const wanted = languages.filter(({ tag }) => asked.length === 0 || asked.includes(tag));
  const program = browserProgram();
  if (program === null) {
    console.log(
      'No PDF is made, since no Chromium or Chrome was found: install one, or set CHROMIUM_PATH to its program. All else is whole.',
    );
    return;
  }
  const { created } = z.looseObject({ created: z.string() }).parse(JSON.parse(readFileSync(join(dist, 'data', descriptorFile), 'utf8')));
  // All are made before the first is put in place, so that a fault in one leaves dist/ as it was.
  const made: { readonly path: string; readonly pdf: Uint8Array }[] = [];
  for (const { tag } of wanted) {
    const html = readFileSync(join(dist, editionPath('page', tag)), 'utf8');
    made.push({ path: join(dist, editionPath('paper', tag)), pdf: datedPdf(await print(program, paperPage(html)), created.slice(0, 10)) });
  }
  for (const { path, pdf } of made) put(path, pdf);
  for (const locale of wanted) fillEditionsPage(dist, locale);
  writeSiteSums(dist);
  // What the build compressed beforehand has to say the same as its file.
  for (const name of [sumsFile, ...wanted.map(({ tag }) => [folderOf(tag) ?? [], 'editions/index.html'].flat().join('/'))])
    if (existsSync(join(dist, `${name}.br`))) await compress(dist, name);
});

/** Writes a file beside its place and then renames it, so that no half one is offered. */
function put(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  console.log(`wrote ${path}, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

/** Prints a page in a browser with a profile of its own, which is removed. */
async function print(program: string, html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html);
    const args = [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--no-first-run',
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      // The superuser has no sandbox. The page is ours and loads nothing.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(page).href,
    ];
    await promisify(execFile)(program, args, { timeout: PATIENCE, env: { ...process.env, TZ: 'UTC' } }).catch((error: unknown) => {
      const last = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : String(error);
      throw new Stop(`${program} printed no PDF: ${last || 'it was ended after three minutes'}. dist/ is as it was.`);
    });
    if (!existsSync(pdf)) throw new Stop(`${program} printed no PDF. dist/ is as it was.`);
    return readFileSync(pdf);
  } finally {
    // A browser may still be writing into its profile for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
