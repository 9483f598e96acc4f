/**
 * `npm run bench:lighthouse [-- [--gzip] path ...]`: Lighthouse's scores for a phone, on the built site as a host serves it, compressed
 * (by Brotli, or as hosts do that know gzip only) and with its headers. Lighthouse is fetched by npm when this runs: it is far larger than all that the project needs, so it is no
 * part of what is installed. Exits with 1 when a score is below its mark. Performance depends on how busy the machine is.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { findBrowser } from '../browser/helpers/browser.ts';
import { dist, serveFolder } from '../browser/helpers/static-server.ts';
import { type Category, categories, percent, type Report, runLighthouse } from './lighthouse/run.ts';

const RUNS = 3;
const onlyGzip = process.argv.includes('--gzip');
const marks: Readonly<Record<Category, number>> = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };

/** What hosts that compress as they answer are content with; files compressed once and kept may go up to 11. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A copy of the built site in which each text has compressed ones beside it: browsers are given Brotli, where they take it. */
function compressed(folder: string): void {
  cpSync(dist, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:html|css|js|svg|json|xml)$/.test(name)) continue;
    const text = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
    if (!onlyGzip) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, brotli));
  }
}

/** What costs points, the dearest first. */
function faults(report: Report, category: Category): string[] {
  return (report.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${report.audits[id]?.displayValue ?? ''}`.trim());
}

const folder = mkdtempSync(join(tmpdir(), 'no-empty-cells-lighthouse-'));
const asked = process.argv.slice(2).filter((argument) => argument !== '--gzip');
const paths = asked.length > 0 ? asked : ['', 'charts/held/', 'data/'];
try {
  compressed(join(folder, 'site'));
  const site = await serveFolder(join(folder, 'site'));
  const browser = await findBrowser();
  for (const path of paths) {
    const reports: Report[] = [];
    // Other work on the machine can only slow a run, so the best of a few is nearest to the truth.
    while (reports.length < RUNS && !reports.some((report) => percent(report, 'performance') >= marks.performance))
      reports.push(await runLighthouse(site.url + path, folder, browser));
    reports.sort((a, b) => percent(b, 'performance') - percent(a, 'performance'));
    const [best] = reports;
    if (!best) throw new Error('Lighthouse made no report');
    console.log(`/${path}  ${categories.map((category) => `${category} ${percent(best, category)}`).join(', ')}`);
    const spent = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
    console.log(`  ${spent.map((id) => `${id} ${best.audits[id]?.displayValue ?? ''}`).join(', ')}`);
    for (const category of categories) {
      if (percent(best, category) >= marks[category]) continue;
      console.log(`  ${category}, at least ${marks[category]}: ${faults(best, category).join('; ')}`);
      process.exitCode = 1;
    }
  }
  await site.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
