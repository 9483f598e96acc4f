/** The site on a host that honours its `_headers`: who may frame it, what a browser keeps, what programs may read. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../helpers/fixtures.ts';
import { serveFolder } from '../helpers/static-server.ts';

/** A page of another origin, with one frame. */
async function host(frame: string): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe src="${frame}" title="frame"></iframe>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

test('another site can frame an embed, but no page', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const [path, shown] of [
    ['embed/held/', true],
    ['embed/held/quiet/', true],
    ['', false],
    ['read/', false],
    ['charts/held/', false],
  ] as const) {
    const server = await host(site.url + path);
    await page.goto(server.url);
    const frame = page.frameLocator('iframe');
    if (shown) await expect(frame.locator('.chart-title').first(), path).toBeVisible();
    else {
      await expect.poll(() => page.frames()[1]?.url(), { message: path }).toMatch(/^chrome-error:/);
      await expect(frame.locator('#main')).toHaveCount(0);
    }
    server.close();
  }
  await context.close();
});

test('pages and embeds are not kept, typefaces and styles are', async ({ page }) => {
  const seen = new Map<string, string | undefined>();
  page.on('response', async (response) => {
    seen.set(new URL(response.url()).pathname, (await response.allHeaders())['cache-control']);
  });
  for (const path of ['/', '/read/', '/charts/held/', '/embed/held/']) await page.goto(`.${path}`);
  await page.waitForLoadState('networkidle');
  for (const path of ['/', '/read/', '/charts/held/', '/embed/held/']) expect(seen.get(path), path).toBe('no-store');
  const assets = [...seen].filter(([path]) => path.startsWith('/assets/'));
  expect(assets.length).toBeGreaterThan(2);
  for (const [path, value] of assets) expect(value, path).toContain('immutable');
});

test('programs on other sites can read data, pictures and the feed', async ({ browser, site }) => {
  const other = await serveFolder();
  const context = await browser.newContext();
  const page = await context.newPage();
  // The policy of our own pages allows no such request, so it is made from one that has none.
  await page.goto(`${other.origin}/robots.txt`);
  for (const path of [
    'data/releases.csv',
    'data/releases.parquet',
    'charts/held.svg',
    'charts/held.oembed.json',
    'charts/held/versions.json',
    'feed.xml',
  ]) {
    const length = await page.evaluate(async (url) => (await (await fetch(url)).text()).length, site.url + path);
    expect(length, path).toBeGreaterThan(100);
  }
  const refused = await page.evaluate((url) => fetch(url).then(() => 'read', String), site.url);
  expect(refused).toContain('TypeError');
  await context.close();
  await other.close();
});
