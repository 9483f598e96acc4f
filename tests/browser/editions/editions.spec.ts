/** Editions in one file, opened from a disk as those open them who were handed one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { editionPath } from '../../../src/site/editions/files.ts';
import { firstLanguage, languages, pathIn } from '../../../src/site/languages.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

for (const { tag } of languages)
  for (const kind of ['page', 'quiet'] as const) {
    const path = join(dist, editionPath(kind, tag));
    for (const javaScriptEnabled of [true, false])
      test.describe(`${kind} in ${tag}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
        test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

        test('opens from a disk, whole, and asks for nothing', async ({ page }) => {
          const asked: string[] = [];
          page.on('request', (request) => asked.push(request.url()));
          await page.goto(pathToFileURL(path).href);
          expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path).href]);
          await expect(page.locator('h1')).toBeVisible();
          expect(await page.locator('section.chapter[id]').count()).toBeGreaterThanOrEqual(12);
          await expect(page.locator('.chart svg:visible').first()).toBeVisible();
          expect(await page.locator('.chart table').count()).toBeGreaterThan(30);
          const note = page.locator('a[href^="#note-"]').first();
          const target = await note.getAttribute('href');
          await expect(page.locator(target ?? '')).toHaveCount(1);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(sideways).toBeLessThanOrEqual(0);
        });
      });

    test(`${kind} in ${tag} weighs less than 2.5 MB, and every link within it leads to a place`, async ({ page }) => {
      expect(readFileSync(path).length).toBeLessThan(2_500_000);
      await page.goto(pathToFileURL(path).href);
      const links = await page.locator('a[href], area[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
      expect(links.length).toBeGreaterThan(500);
      expect(links.filter((link) => link.startsWith('#') && !ids.has(decodeURIComponent(link.slice(1))))).toEqual([]);
      const out = links.filter((link) => !link.startsWith('#'));
      if (kind === 'page') expect(out.length).toBeGreaterThan(500);
      else expect(out).toEqual([]);
    });
  }

test('the quiet page has a title and a name that say nothing', async ({ page }) => {
  const path = editionPath('quiet', firstLanguage);
  expect(path).not.toMatch(/cells|belarus/i);
  await page.goto(pathToFileURL(join(dist, path)).href);
  expect(await page.title()).not.toMatch(/cells|belarus|prison/i);
  expect(await page.locator('meta[name="description"]').getAttribute('content')).not.toMatch(/cells|belarus|prison/i);
});

for (const { tag } of languages)
  test(`the book in ${tag} is valid and weighs less than 5 MB`, async () => {
    const bytes = readFileSync(join(dist, editionPath('book', tag)));
    expect(bytes.length).toBeLessThan(5_000_000);
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => !['info', 'usage'].includes(severity))).toEqual([]);
  });

test.describe('the page that offers them', () => {
  for (const { tag } of languages)
    test(`in ${tag}, names what was made with sizes and sums that hold`, async ({ page, request }) => {
      await page.goto(`.${pathIn(tag, '/editions/')}`);
      const sections = page.locator('main section:has(.edition-sum)');
      expect(await sections.count()).toBeGreaterThanOrEqual(5);
      for (const section of await sections.all()) {
        const link = section.locator('a');
        const file = await request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
        expect(file.status()).toBe(200);
        const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(await file.body()))).toString('hex');
        await expect(section.locator('.edition-sum code')).toHaveText(digest);
        await expect(section).toContainText(/\d\s?(kB|MB|[кК]Б|МБ)/);
      }
    });
});
