/** One newspaper article with a strict policy, odd sheets, other scripts and our charts by all the means that a page can have at once. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { type Addresses, article, policy } from '../helpers/host-page.ts';
import { type StaticServer, serveFolder } from '../helpers/static-server.ts';

let host: Host;
let mirror: StaticServer;
test.beforeAll(async () => {
  [host, mirror] = await Promise.all([startHost(), serveFolder()]);
});
test.afterAll(async () => {
  await Promise.all([host.close(), mirror.close()]);
});

/** Means whose frame nobody but the pasted line itself fits. */
const bare = ['frame', 'quiet'];
/** Scripts that don't ask their frames when the window changes. Browsers let a frame out of sight sleep, so these fit when it comes into sight. */
const waiting = ['sidechain', '@newswire/frames', 'open-iframe-resizer', 'Datawrapper', 'AMP'];

async function open(page: Page, site: StaticServer): Promise<void> {
  const addresses: Addresses = { site: site.url, mirror: mirror.url };
  await page.route(`${mirror.origin}/**`, (route) => route.continue());
  await host.show(page, article(addresses), policy(addresses));
}

/** The embeds by their means, scrolled to, so that each has loaded. */
async function embeds(page: Page): Promise<Map<string, Locator>> {
  const means = await page.locator('[data-means]').evaluateAll((all) => all.map((element) => element.getAttribute('data-means') ?? ''));
  const found = new Map(means.map((name) => [name, page.locator(`[data-means="${name}"]`)]));
  for (const part of found.values()) {
    await part.scrollIntoViewIfNeeded();
    const frame = part.locator('iframe');
    if ((await frame.count()) > 0) await expect(frame.contentFrame().locator('svg:visible')).toHaveCount(1);
    else await expect.poll(() => part.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  return found;
}

/** Waits until each embed fits: exactly by a script, within a tenth by the pasted line at the width of an article. */
async function expectFit(found: ReadonlyMap<string, Locator>, width: number): Promise<void> {
  for (const [means, part] of found) {
    const frame = part.locator('iframe');
    if ((await frame.count()) === 0) continue;
    const message = `${means} in a window of ${width}`;
    if (bare.includes(means)) {
      const height = await frame.evaluate((element) => element.clientHeight);
      expect(await misfit(frame), message).toBeLessThanOrEqual(0);
      if (width >= 680) expect(await misfit(frame), message).toBeGreaterThanOrEqual(-height / 10);
    } else {
      if (waiting.includes(means)) await frame.scrollIntoViewIfNeeded();
      await expect.poll(() => misfit(frame), { message }).toBe(0);
    }
    const over = await frame
      .contentFrame()
      .locator('html')
      .evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(over, message).toBe(0);
  }
}

test('all fit at every width, and the page does not overflow', async ({ page, site }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, site);
  const found = await embeds(page);
  expect(found.size).toBeGreaterThanOrEqual(10);
  for (const width of [1280, 680, 390, 280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectFit(found, width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width}`).toBe(0);
  }
});

test('nothing moves after the first fit', async ({ page, site }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, site);
  await expectFit(await embeds(page), 390);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift' });
  });
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = end; top >= 0; top -= 700) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
  // The observer does see what moves. At the top, since below it the browser would keep the place of what is in sight.
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  await page.evaluate(() => document.querySelector('h1')?.style.setProperty('margin-top', '300px'));
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'shifts').length)).toBeGreaterThan(0);
});

test('the page passes axe, frames and all', async ({ page, site }) => {
  test.slow();
  await open(page, site);
  await embeds(page);
  // Headings and landmarks inside a frame are the host's matter.
  const { violations } = await new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'region', 'landmark-one-main']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)).toEqual([]);
});

test('the Tab key goes into each embed and out of it, forwards and backwards', async ({ page, site }) => {
  test.slow();
  await open(page, site);
  const found = await embeds(page);
  /** What has the focus: a link of the host's by its text, or the means of an embed and what has the focus in it. */
  const focus = async (): Promise<string> => {
    const [means, text] = await page.evaluate(() => {
      const { activeElement } = document;
      return [activeElement?.closest('[data-means]')?.getAttribute('data-means') ?? '', activeElement?.textContent ?? ''];
    });
    const frame = means === '' ? null : found.get(means)?.locator('iframe');
    if (!frame || (await frame.count()) === 0) return text;
    return `${means}: ${await frame
      .contentFrame()
      .locator('html')
      .evaluate(({ ownerDocument }) => ownerDocument.activeElement?.tagName.toLowerCase())}`;
  };
  await page.locator('#first-link').focus();
  const way = [await focus()];
  while (way.length < 100 && way.at(-1) !== 'Back to the top') {
    await page.keyboard.press('Tab');
    way.push(await focus());
  }
  const expected = [...found.keys()].filter((means) => means !== 'picture');
  const stops = expected.flatMap((means) => {
    // How the drawing is read, the link to the chart's page, the table.
    const all = [`${means}: summary`, `${means}: a`, `${means}: summary`];
    return means === 'quiet' ? all.filter((stop) => !stop.endsWith(': a')) : all;
  });
  expect(way.filter((stop) => stop.includes(': '))).toEqual(stops);
  expect(way.filter((stop) => !stop.includes(': '))).toEqual([
    'Skip to the story',
    'Politics',
    'World',
    'Notes',
    'Why',
    'Sources',
    'Back to the top',
  ]);
  const back: string[] = [];
  while (back.length < 100 && back.at(-1) !== 'Skip to the story') {
    await page.keyboard.press('Shift+Tab');
    back.push(await focus());
  }
  expect(back).toEqual(way.slice(0, -1).reverse());
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all still show their charts, and nothing scrolls inside', async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, site);
    const found = await embeds(page);
    for (const [means, part] of found) {
      const frame = part.locator('iframe');
      if ((await frame.count()) > 0) expect(await misfit(frame), means).toBeLessThanOrEqual(0);
      await expect(part.locator('iframe, img'), means).toHaveCount(1);
      await expect(part.locator('iframe, img'), means).toBeVisible();
    }
  });
});
