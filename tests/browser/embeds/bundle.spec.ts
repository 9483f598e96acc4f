/** Charts for another server: the folder works from a disk and from any path, and asks nobody else for anything. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { test as base, expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { projectRoot } from '../../../src/commands/root.ts';
import { loadFacts } from '../../../src/data/exports/exports.ts';
import { misfit, startHost } from '../helpers/embed-host.ts';
import { watch } from '../helpers/fixtures.ts';
import { serveFolder } from '../helpers/static-server.ts';

interface Bundle {
  readonly folder: string;
  /** Path of the embed in it. */
  readonly embed: string;
  readonly version: string;
  /** The same as readers are told it. */
  readonly words: string;
}

/** What a version with changes that are in no release is called: `3.0.0 and 5 later changes` for `3.0.0+5`. */
const inWords = (version: string): string =>
  version.replace(/\+(\d+)$/, (_, later: string) => ` and ${later === '1' ? 'one later change' : `${later} later changes`}`);

const run = promisify(execFile);
/** Where the lines of a bundle say that it stands. */
const ADDRESS = 'https://paper.example/graphics/';

async function make(out: string, ...args: string[]): Promise<void> {
  const command = join(projectRoot, 'src/commands/embed-bundle.ts');
  const { SITE_URL: _, ...env } = process.env;
  await run(process.execPath, [command, ...args, '--at', ADDRESS, '--out', out], { cwd: projectRoot, env });
}

const test = base.extend<object, { parent: string; bundles: readonly Bundle[] }>({
  parent: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const parent = mkdtempSync(join(tmpdir(), 'bundles-'));
      await use(parent);
      rmSync(parent, { recursive: true });
    },
    { scope: 'worker' },
  ],
  bundles: [
    async ({ parent }, use) => {
      await make(join(parent, 'follow'), 'women-held');
      await make(join(parent, 'pinned'), 'held', '--version', '1.0.0');
      const { version } = loadFacts(join(projectRoot, 'data'));
      await use([
        { folder: join(parent, 'follow'), embed: 'embed/women-held/', version, words: inWords(version) },
        { folder: join(parent, 'pinned'), embed: 'embed/held/1.0.0/', version: '1.0.0', words: '1.0.0' },
      ]);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
// The bundles are made once, by one worker.
test.describe.configure({ mode: 'default' });

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();

test('a bundle holds the chart in every form, its rows, both licences, and sums that are right', ({ bundles }) => {
  for (const { folder, embed, version, words } of bundles) {
    const id = embed.split('/')[1] ?? '';
    const files = filesIn(folder);
    for (const name of [`${embed}index.html`, `${embed}quiet/index.html`, 'index.html', 'README.md', 'embed.js'])
      expect(files).toContain(name);
    for (const name of ['.svg', '.png', '@2x.png', '-card.png', '.csv', '.metadata.json']) expect(files).toContain(`charts/${id}${name}`);
    expect(readFileSync(join(folder, 'LICENSE-CC-BY-4.0.txt'), 'utf8')).toContain('Attribution 4.0 International');
    expect(readFileSync(join(folder, 'LICENSE-MIT.txt'), 'utf8')).toContain('MIT License');
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const sum = (name: string): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
    expect(sums).toEqual(files.filter((name) => name !== 'SHA256SUMS').map((name) => `${sum(name)}  ${name}`));
    expect(JSON.parse(readFileSync(join(folder, `charts/${id}.metadata.json`), 'utf8'))).toMatchObject({ id, version });
    expect(readFileSync(join(folder, `charts/${id}.svg`), 'utf8')).toContain(words);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const line of [`src="${ADDRESS}${embed}index.html"`, `src="${ADDRESS}${embed}quiet/index.html"`, `src="${ADDRESS}embed.js"`])
      expect(readme).toContain(line);
    // The archive is the same folder.
    const packed = unzipSync(readFileSync(`${folder}.zip`));
    const inside = new Map(Object.entries(packed).map(([name, bytes]) => [name.slice(name.indexOf('/') + 1), Buffer.from(bytes)]));
    expect([...inside.keys()].sort()).toEqual(files);
    for (const name of files) expect(inside.get(name)?.equals(readFileSync(join(folder, name))), name).toBe(true);
  }
});

test('the same chart of the same data gives the same bytes', async ({ parent, bundles }) => {
  test.setTimeout(120_000);
  const [, pinned] = bundles;
  await make(join(parent, 'again'), 'held', '--version', '1.0.0');
  expect(readFileSync(join(parent, 'again.zip')).equals(readFileSync(`${pinned?.folder}.zip`))).toBe(true);
});

test('several charts make one folder: each by itself in its own, under a page that leads to all', async ({ parent, page }) => {
  test.setTimeout(180_000);
  const folder = join(parent, 'several');
  await make(folder, 'held', 'deaths', '--version', '1.0.0');
  const files = filesIn(folder);
  for (const id of ['held', 'deaths'])
    for (const name of ['index.html', 'README.md', 'embed.js', `embed/${id}/1.0.0/index.html`, `charts/${id}-square.png`])
      expect(files).toContain(`${id}/${name}`);
  expect(readFileSync(join(folder, 'deaths/README.md'), 'utf8')).toContain(`src="${ADDRESS}deaths/embed/deaths/1.0.0/index.html"`);
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  expect(sums.map((line) => line.slice(66))).toEqual(files.filter((name) => name !== 'SHA256SUMS'));
  // A folder of it is the bundle of that chart.
  const own = readFileSync(join(folder, 'held/embed/held/1.0.0/index.html'));
  expect(own.equals(readFileSync(join(parent, 'pinned/embed/held/1.0.0/index.html')))).toBe(true);
  const start = pathToFileURL(join(folder, 'index.html')).href;
  for (const index of [0, 1]) {
    await page.goto(start);
    await expect(page.getByRole('link')).toHaveCount(2);
    await page.getByRole('link').nth(index).click();
    await expect(page.locator('iframe').contentFrame().locator('svg:visible')).toHaveCount(1);
  }
});

test('pages of a bundle name no other server', ({ bundles }) => {
  for (const { folder } of bundles)
    for (const name of filesIn(folder).filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, name), 'utf8').replaceAll(ADDRESS, '').replaceAll('http://www.w3.org/', '');
      expect(/<a [^>]*href="(?!#)[^"]*"/.exec(html)?.[0], name).toBeUndefined();
      expect(/(?:href|src|srcset)="(?:[a-z]+:|\/)[^"]*"/.exec(html)?.[0], name).toBeUndefined();
    }
});

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with its script' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the pages work from a disk', async ({ bundles, page, context }) => {
      const faults = await watch(context, []);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      for (const { folder, embed, words } of bundles) {
        for (const path of [embed, `${embed}quiet/`]) {
          await page.goto(pathToFileURL(join(folder, path, 'index.html')).href);
          await expect(page.locator('svg:visible')).toHaveCount(1);
          await expect(page.locator('.chart')).toContainText(`data version ${words},`);
        }
        await page.goto(pathToFileURL(join(folder, 'index.html')).href);
        await expect(page.locator('iframe').contentFrame().locator('svg:visible')).toHaveCount(1);
        await expect(page.locator('pre').first()).toContainText(`src="${ADDRESS}${embed}index.html"`);
        const outside = asked.filter((url) => !url.startsWith(pathToFileURL(folder).href));
        expect(outside).toEqual([]);
        asked.length = 0;
      }
      expect(faults).toEqual([]);
    });

    test('the pages work from any path of a server, and the line of the README puts the chart into an article', async ({
      bundles,
      page,
      context,
    }) => {
      const host = await startHost();
      const servers = await Promise.all(bundles.map(({ folder }) => serveFolder(folder, '/some/where/')));
      const faults = await watch(context, [host.origin, ...servers.map(({ origin }) => origin)]);
      for (const [index, { folder, embed }] of bundles.entries()) {
        const server = servers[index];
        if (!server) throw new RangeError('each bundle has a server');
        await page.goto(server.url);
        await expect(page.locator('iframe').contentFrame().locator('svg:visible')).toHaveCount(1);
        // Once it is on a server, the first page tells the lines with the address that it has.
        await expect(page.locator('pre').first()).toContainText(`src="${javaScriptEnabled ? server.url : ADDRESS}${embed}index.html"`);
        const lines = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/```html\n(.+)\n```/g)].map(([, line = '']) =>
          line.replaceAll(ADDRESS, server.url),
        );
        expect(lines.length).toBe(3);
        await page.setViewportSize({ width: 720, height: 900 });
        await host.open(page, lines.join('\n'));
        for (const frame of [page.locator('iframe').nth(0), page.locator('iframe').nth(1)]) {
          await expect(frame.contentFrame().locator('svg:visible')).toHaveCount(1);
          if (javaScriptEnabled) await expect.poll(() => misfit(frame)).toBe(0);
          else expect(await misfit(frame)).toBeLessThanOrEqual(0);
        }
      }
      expect(faults).toEqual([]);
      for (const { close } of [host, ...servers]) await close();
    });
  });
}

test('a part can be chosen in a bundle as on the site: the marks of the others step back', async ({ parent, page }) => {
  const folder = join(parent, 'parts');
  await make(folder, 'arrest-counts');
  await page.goto(pathToFileURL(join(folder, 'embed/arrest-counts/index.html')).href);
  const marks = page.locator('.chart-svg:visible [data-part]');
  const pale = (): Promise<number> => marks.evaluateAll((all) => all.filter((mark) => getComputedStyle(mark).opacity === '0.12').length);
  expect(await pale()).toBe(0);
  await page.getByRole('radio').last().check();
  const count = await marks.count();
  expect(count).toBeGreaterThan(10);
  await expect.poll(pale).toBeGreaterThan(0);
  expect(await pale()).toBeLessThan(count);
});
