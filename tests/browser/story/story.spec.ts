/** The story as a reader meets it: notes, the way out, paper, a folder on a disk. Its passages have tests of their own. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../../src/commands/root.ts';
import { expect, test, watch } from '../helpers/fixtures.ts';
import { serveFolder } from '../helpers/static-server.ts';
import { STEPS } from '../helpers/steps.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every note leads back to its place in the text, and every mark to its note', async ({ page }) => {
    await page.goto('./');
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.note a, .note-back a, .contents a, .permalink')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !document.getElementById(href.replace(/^.*#/, ''))),
    );
    expect(lost).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

test('leaving replaces the page, by the link and by the Shift key three times', async ({ page }) => {
  await page.route('https://www.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
  );
  for (const leave of [
    () => page.locator('.leave-page a').click(),
    async () => {
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    },
  ]) {
    await page.goto('./data/');
    await page.goto('./');
    await leave();
    await expect(page).toHaveURL('https://www.wikipedia.org/');
    await page.goBack();
    await expect(page).toHaveURL(/\/data\//);
  }
});

test('nothing is kept in the browser, and nothing is asked of other sites', async ({ page, context }) => {
  for (const address of ['./', './charts/held/', './data/releases/', './sources/']) {
    await page.goto(address);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  }
  expect(await context.cookies()).toEqual([]);
});

test('nothing on the page moves by itself after it was first drawn', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('./');
  await page.waitForTimeout(1500);
  const total = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
  expect(total).toBeLessThan(0.01);
});

test.describe('on paper', () => {
  test('the article stands with its charts, each step with its still, and its notes with addresses', async ({ page }) => {
    await page.goto('./');
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.leave-page', '.contents', '.scrolly-controls', '.opening-stage'])
      await expect(page.locator(hidden).first()).toBeHidden();
    const steps = await page.locator(STEPS).count();
    await expect(page.locator('.scrolly-still svg:visible')).toHaveCount(steps);
    expect((await page.pdf()).byteLength).toBeGreaterThan(50_000);
  });
});

test('the site works below a path, and so do its links', async ({ browser }) => {
  const server = await serveFolder(undefined, '/mirror/of/it/');
  const context = await browser.newContext();
  const faults = await watch(context, [server.origin]);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.chart-more a').first().click();
  await expect(page.locator('h1')).toHaveCount(1);
  await page.locator('.site-nav a', { hasText: 'Data' }).click();
  await expect(page.locator('h1')).toHaveText('Data');
  expect(faults).toEqual([]);
  await context.close();
  await server.close();
});

test('the site can be read from a folder', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(projectRoot, 'dist/index.html')).href);
  await expect(page.locator('h1')).toHaveText('No Empty Cells');
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px');
  await page.locator('.chart-more a').first().click();
  await expect(page.locator('.chart-svg:visible')).toHaveCount(1);
  await context.close();
});

for (const width of [320, 1280]) {
  test(`the table of what was known is one for ears, and its cells are told apart by eye, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./#known-in-2024');
    const tables = page.locator('#known-in-2024').getByRole('table');
    // What could not be confirmed comes first, what held after it.
    await expect(tables).toHaveCount(2);
    for (const table of await tables.all()) await expect(table.getByRole('columnheader')).toHaveText(['The AP wrote', /^Known/, /^Now/]);
    const row = tables
      .first()
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: /arrested since the protests/ }) });
    await expect(row.getByRole('cell')).toHaveCount(2);
    const cells = await row.getByRole('cell').evaluateAll((all) =>
      all.map((cell) => {
        const { left, top } = cell.getBoundingClientRect();
        return { left, top, label: getComputedStyle(cell, '::before').content };
      }),
    );
    const [first, second] = cells;
    if (width === 320) {
      expect(second?.top).toBeGreaterThan(first?.top ?? 0);
      expect(cells.map(({ label }) => label)).toEqual([/Known/, /Now/].map((words) => expect.stringMatching(words)));
    } else {
      expect(second?.left).toBeGreaterThan(first?.left ?? 0);
      expect(cells.every(({ label }) => label === 'none')).toBe(true);
    }
  });
}
