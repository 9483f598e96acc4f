/** The story as a reader meets it: steps, notes, the opening, the way out, paper, a folder on a disk. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../src/commands/root.ts';
import { expect, test, watch } from './fixtures.ts';
import { serveFolder } from './static-server.ts';

const passages = '[data-scrolly]';

/** Numbers, from 0, of the steps that are active, one a passage on the page. */
function activeSteps(page: Page): Promise<number[]> {
  return page
    .locator(passages)
    .evaluateAll((all) =>
      all.map((passage) => [...passage.querySelectorAll('.scrolly-step')].findIndex((step) => step.classList.contains('is-active'))),
    );
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every step shows its own still of the chart, with rows in front', async ({ page }) => {
    await page.goto('./');
    const steps = await page.locator('.scrolly-step').count();
    expect(steps).toBeGreaterThan(12);
    await expect(page.locator('.scrolly-still svg:visible')).toHaveCount(steps);
    const stills = await page
      .locator('.scrolly-still svg')
      .evaluateAll((all) => all.map((svg) => svg.querySelectorAll('.is-faint').length));
    expect(stills.some((faint) => faint > 0)).toBe(true);
    await expect(page.locator('.scrolly-controls:visible')).toHaveCount(0);
  });

  test('the opening shows its first, highest and last count', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('.opening-still')).toHaveCount(3);
    await expect(page.locator('.opening-still').first()).toContainText('25 people held, 9 August 2020');
    await expect(page.locator('.opening-live')).toBeHidden();
  });

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

test.describe('steps through a chart', () => {
  test('follow the reading, however fast the page moves', async ({ page }) => {
    await page.goto('./');
    const steps = page.locator(`${passages} >> nth=0`).locator('.scrolly-step');
    for (const index of [0, 3, 1, (await steps.count()) - 1]) {
      await steps.nth(index).evaluate((step) => {
        location.hash = `#${step.id}`;
      });
      await expect.poll(async () => (await activeSteps(page))[0]).toBe(index);
      const front = await steps.nth(index).getAttribute('data-rows');
      const drawn = await page
        .locator(`${passages} >> nth=0`)
        .locator('.chart-wide [data-row]:not(.is-faint)')
        .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute('data-row')))]);
      if (front !== 'all') expect(drawn.every((row) => front?.split(' ').includes(row ?? ''))).toBe(true);
    }
  });

  test('can be walked by buttons, linked, and left with Back', async ({ page }) => {
    await page.goto('./charts/');
    await page.goto('./');
    const passage = page.locator(`${passages} >> nth=0`);
    await passage.locator('.scrolly-step').first().scrollIntoViewIfNeeded();
    await passage.locator('[data-step-by="1"]').click();
    await expect.poll(async () => (await activeSteps(page))[0]).toBeGreaterThan(0);
    expect(new URL(page.url()).hash).toMatch(/^#arrests-sundays-\d$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/charts\//);
  });

  test('can all be shown at once, and followed again', async ({ page }) => {
    await page.goto('./');
    const passage = page.locator(`${passages} >> nth=0`);
    await passage.locator('[data-flat]').click();
    await expect(passage.locator('.scrolly-still svg').first()).toBeVisible();
    await expect(passage.locator('.chart-drawing .is-faint')).toHaveCount(0);
    await passage.locator('[data-flat]').click();
    await expect(passage.locator('.scrolly-still svg').first()).toBeHidden();
  });

  test('stay with the reader when the window changes', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('./');
    await page.evaluate(() => {
      location.hash = '#arrests-sundays-4';
    });
    await expect.poll(async () => (await activeSteps(page))[0]).toBe(3);
    await page.setViewportSize({ width: 390, height: 700 });
    await page.evaluate(() => document.getElementById('arrests-sundays-2')?.scrollIntoView());
    await expect.poll(async () => (await activeSteps(page))[0]).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  });
});

test.describe('the opening', () => {
  test('walks through published counts, and rests when it is not seen', async ({ page }) => {
    await page.goto('./');
    const output = page.locator('.opening-count output');
    await expect(output).toHaveText(/people held, /);
    const range = page.locator('.opening-controls input');
    await expect.poll(async () => Number(await range.inputValue()), { timeout: 10_000 }).toBeGreaterThan(2);
    await page.locator('#notes').scrollIntoViewIfNeeded();
    const resting = await range.inputValue();
    await page.waitForTimeout(900);
    expect(await range.inputValue()).toBe(resting);
  });

  test('shows any count by the keys of its slider', async ({ page }) => {
    await page.goto('./');
    const range = page.locator('.opening-controls input');
    await range.focus();
    await page.keyboard.press('End');
    await expect(page.locator('.opening-count output')).toContainText('897 people held');
  });

  test.describe('for those who want no motion', () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } });

    test('keeps its stills', async ({ page }) => {
      await page.goto('./');
      await expect(page.locator('.opening-live')).toBeHidden();
      await expect(page.locator('.opening-still').first()).toBeVisible();
    });
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
    for (const hidden of ['.leave-page', '.contents', '.scrolly-controls', '.opening-controls'])
      await expect(page.locator(hidden).first()).toBeHidden();
    const steps = await page.locator('.scrolly-step').count();
    await expect(page.locator('.scrolly-still svg:visible')).toHaveCount(steps);
    await expect(page.locator('.opening-still').first()).toBeVisible();
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
