/** The page on embedding: its example, and that what it tells hosts to paste does what it says. */
import type { Page } from '@playwright/test';
import { type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';

let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(async () => {
  await host.close();
});

/** The code that stands under a heading of the page, one text a block, with the address at which the site is served. */
async function codeUnder(page: Page, heading: string, origin: string): Promise<string[]> {
  await page.goto('./embed/');
  const blocks = await page.locator('main').evaluate((main, id) => {
    const parts = [...(main.querySelector('.doc')?.children ?? [])];
    const from = parts.findIndex((part) => part.id === id);
    const level = (part: Element): string => (/^H[2-4]$/.test(part.tagName) ? part.tagName : 'P');
    const to = parts.findIndex((part, index) => index > from && level(part) <= level(parts[from] as Element));
    return parts.slice(from, to < 0 ? undefined : to).flatMap((part) => (part.tagName === 'PRE' ? [part.textContent ?? ''] : []));
  }, heading);
  expect(blocks.length, heading).toBeGreaterThan(0);
  return blocks.map((block) => block.replaceAll('http://localhost:4321', origin));
}

test('the page shows the chart, which fits on a phone and on a desk', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./embed/');
    const frame = page.locator('iframe.doc-example');
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().locator('svg:visible')).toHaveCount(1);
    await expect.poll(() => misfit(frame)).toBe(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page has its text, its lines and the chart', async ({ page }) => {
    await page.goto('./embed/');
    expect(await page.locator('pre').count()).toBeGreaterThan(15);
    await expect(page.locator('iframe.doc-example').contentFrame().locator('svg:visible')).toHaveCount(1);
    for (const link of await page.locator('.doc-contents a').all()) {
      const id = (await link.getAttribute('href'))?.slice(1) ?? '';
      await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
    }
  });
});

test('on paper the page keeps its text and leaves out what only a screen can do', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('./embed/');
  await expect(page.locator('iframe')).toBeHidden();
  await expect(page.locator('pre').first()).toBeVisible();
});

test('the first line and the script fit the chart under the policy that the page tells', async ({ page, site }) => {
  const [line = ''] = await codeUnder(page, 'paste-one-line', site.origin);
  const [script = ''] = await codeUnder(page, 'an-exact-fit', site.origin);
  const [policy = ''] = await codeUnder(page, 'a-page-written-by-hand', site.origin);
  const rest = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  await host.open(page, line + script, `<meta http-equiv="Content-Security-Policy" content="${rest}; ${policy.trim()}">`);
  await expect.poll(() => misfit(page.locator('iframe'))).toBe(0);
});

test('the listener that the page tells fits the chart, and the switch sets its theme', async ({ page, site }) => {
  const [line = ''] = await codeUnder(page, 'paste-one-line', site.origin);
  const [listener = ''] = await codeUnder(page, 'what-is-checked', site.origin);
  const theme = (await codeUnder(page, 'messages-from-the-host', site.origin)).at(-1) ?? '';
  await host.open(page, `<script>${listener}</script>${line}`);
  await expect.poll(() => misfit(page.locator('iframe'))).toBe(0);
  await page.evaluate(theme);
  await expect(page.locator('iframe').contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the forms and looks that the page tells show the chart as it says', async ({ page, site }) => {
  const frame = page.locator('iframe');
  const root = frame.contentFrame().locator('html');
  const [dark = ''] = await codeUnder(page, 'theme', site.origin);
  await host.open(page, dark);
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const notes: string[] = [];
  page.on('console', (message) => notes.push(message.text()));
  const [look = ''] = await codeUnder(page, 'your-own-look', site.origin);
  await host.open(page, look);
  await expect(frame.contentFrame().locator('body')).toHaveCSS('background-color', 'rgb(255, 250, 240)');
  expect(notes).toEqual([]);
  const [quiet = ''] = await codeUnder(page, 'for-readers-at-risk', site.origin);
  await host.open(page, quiet);
  await expect(frame.contentFrame().locator('svg:visible')).toHaveCount(1);
  await expect(frame.contentFrame().locator('a')).toHaveCount(0);
  const told = await codeUnder(page, 'without-a-frame', site.origin);
  const [svg = '', png = ''] = told.filter((code) => code.startsWith('<picture>'));
  const element = told.find((code) => code.startsWith('<no-empty-cells')) ?? '';
  const [script = ''] = await codeUnder(page, 'an-exact-fit', site.origin);
  await host.open(page, svg + png + element + script);
  for (const image of [page.locator('picture img').nth(0), page.locator('picture img').nth(1)])
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
  await expect.poll(() => misfit(frame)).toBe(0);
});
