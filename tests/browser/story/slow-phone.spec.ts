/** The story in its first moments on a slow phone, when what lies far below is not laid out yet, and what it asks of the network. */
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';

/** Holds what the page does in turn, as if the phone took long for it, until `release`. */
async function hold(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    const held: (() => void)[] = [];
    let released = false;
    Object.assign(globalThis, {
      setTimeout: (work: () => void, wait?: number, ...rest: unknown[]) =>
        wait === undefined && !released ? held.push(work) : later(work, wait, ...rest),
      release: () => {
        released = true;
        for (const work of held) later(work);
      },
    });
  });
}

const release = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as { release: () => void }).release());

const isFresh = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.classList.contains('is-fresh'));

const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((target) => document.getElementById(target)?.getBoundingClientRect().top ?? Number.NaN, id);

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
]) {
  test.describe(`before all is laid out, ${viewport.width} pixels wide`, () => {
    test.use({ viewport });

    for (const id of ['vote-2020', 'sentences-lifelines-4', 'revolving-door-in-and-out-3', 'how-we-count', 'terms']) {
      test(`what is scrolled to keeps its place while the rest follows: ${id}`, async ({ page }) => {
        await hold(page);
        await page.goto('./');
        const before = await page.evaluate((target) => {
          document.getElementById(target)?.scrollIntoView({ behavior: 'instant' });
          return document.getElementById(target)?.getBoundingClientRect().top ?? Number.NaN;
        }, id);
        expect(await isFresh(page)).toBe(true);
        await release(page);
        await expect.poll(() => isFresh(page)).toBe(false);
        expect(Math.abs((await topOf(page, id)) - before)).toBeLessThanOrEqual(2);
      });
    }

    test('a link lands where it says, and Back returns', async ({ page }) => {
      await hold(page);
      await page.goto('./');
      const link = page.locator('.contents a[href="#after"]');
      await link.scrollIntoViewIfNeeded();
      const start = await topOf(page, 'contents-title');
      await link.click();
      expect(await isFresh(page)).toBe(true);
      await expect(page.locator('#after')).toBeInViewport();
      const landed = await topOf(page, 'after');
      await release(page);
      await expect.poll(() => isFresh(page)).toBe(false);
      expect(Math.abs((await topOf(page, 'after')) - landed)).toBeLessThanOrEqual(2);
      await page.goBack();
      await expect.poll(async () => Math.abs((await topOf(page, 'contents-title')) - start)).toBeLessThanOrEqual(2);
    });
  });
}

test('a passage follows the text as soon as it is reached', async ({ page }) => {
  await hold(page);
  await page.goto('./');
  await page.evaluate(() => document.getElementById('arrests-sundays-2')?.scrollIntoView({ behavior: 'instant' }));
  await expect(page.locator('#arrests-sundays-2.is-active')).toHaveCount(1);
  expect(await isFresh(page)).toBe(true);
});

test('the story is read in its document, two typefaces and one script', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(site.url.length).replace(/\?.*/, '')));
  await page.goto('./', { waitUntil: 'networkidle' });
  // Some browsers ask for the icon of the tab, others show none.
  expect(asked.filter((path) => !/\.woff2$|^icon\.svg$/.test(path)).map((path) => path.replace(/[\w-]{8}(?=\.js$)/, '*'))).toEqual([
    '',
    'assets/page.*.js',
  ]);
  expect(asked.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThanOrEqual(2);
});
