/** Embeds by themselves: complete, light, at home in each theme, silent about people where they must be. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';
import { labelFaults } from '../helpers/labels.ts';
import { dist } from '../helpers/static-server.ts';

const charts = readdirSync(join(dist, 'embed'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // The embeds of other languages stand in folders of theirs, and a former name of a chart leads to the embed that it has now.
  .filter((name) => existsSync(join(dist, 'embed', name, 'index.html')))
  .filter((name) => readFileSync(join(dist, 'embed', name, 'index.html'), 'utf8').includes(' data-chart="'));

/** Every embed that follows the data, one in four in its quiet form too, which draws the same. */
const paths = charts.flatMap((chart, at) => [`./embed/${chart}/`, ...(at % 4 === 0 ? [`./embed/${chart}/quiet/`] : [])]);

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('every chart has its embeds', async ({ page }) => {
  await page.goto('./charts/');
  expect(charts.length).toBe(await page.locator('.gallery a').count());
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('title, one drawing, source line and table are there at every width, and nothing overflows', async ({ page }) => {
    test.slow();
    for (const path of paths) {
      await page.goto(path);
      for (const width of [280, 360, 720]) {
        await page.setViewportSize({ width, height: 900 });
        await expect(page.locator('svg:visible'), `${path} at ${width}`).toHaveCount(1);
      }
      await expect(page.locator('.chart-title'), path).not.toBeEmpty();
      await expect(page.locator('.chart'), path).toContainText(/Source: .+, read in .+ Last count shown: .+data version/);
      await page.locator('details:has(table) > summary').click();
      await expect(page.locator('tbody tr').first(), path).toBeVisible();
    }
  });

  test('an embed asks for nothing but its own document', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('./embed/held/');
    expect(requests.length).toBe(1);
  });
});

test('with its script, too, an embed asks for nothing else and stores nothing', async ({ page, context }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('./embed/held/?theme=dark#corner=8');
  await page.waitForTimeout(500);
  expect(requests.length).toBe(1);
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
});

test('nothing overflows from 280 px up, and no label lies on another', async ({ page }) => {
  test.slow();
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    // A reader's own family may begin a letter a little outside its box; nothing is cut there.
    for (const width of [280, 360, 680, 760]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await overflow(page);
      if (over > 0) faults.push(`${path} at ${width}: ${over} px too wide`);
      faults.push(...(await labelFaults(page, 4)).map((fault) => `${path} at ${width}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test('embeds keep out of search results and name the page of the chart', async ({ page }) => {
  await page.goto('./embed/held/quiet/');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  const canonical = await page.locator('link[rel=canonical]').evaluate((link) => (link as HTMLLinkElement).href);
  expect(new URL(canonical).pathname).toMatch(/\/charts\/held\/(index\.html)?$/);
});

test('an embed links to the page of its chart, in a window of its own', async ({ page, context }) => {
  await page.goto('./embed/held/');
  const [opened] = await Promise.all([context.waitForEvent('page'), page.locator('a').click()]);
  await expect(opened.locator('h1')).toBeVisible();
  expect(new URL(opened.url()).pathname).toContain('/charts/held/');
});

test('quiet embeds have no links and no name that stands in the tables', async ({ page, request }) => {
  const names = new Set<string>();
  for (const [file, column] of [
    ['people', 'name'],
    ['deaths-in-custody', 'name'],
    ['protest-deaths', 'name'],
  ] as const) {
    const rows: Record<string, unknown>[] = await (await request.get(`./data/${file}.json`)).json();
    for (const row of rows) if (typeof row[column] === 'string') names.add(row[column]);
  }
  expect(names.size).toBeGreaterThan(50);
  const counters: Record<'counter' | 'description', string>[] = await (await request.get('./data/counters.json')).json();
  const people = counters.filter(({ description }) => /sociologist|programmer|pseudonym/i.test(description)).map(({ counter }) => counter);
  expect(people.length).toBeGreaterThan(4);
  for (const name of people) names.add(name);
  for (const name of ['Alexander Lukashenko', 'Sviatlana Tsikhanouskaya']) names.add(name);
  const family = [...names].map((name) => name.slice(name.lastIndexOf(' ') + 1));
  for (const chart of charts) {
    await page.goto(`./embed/${chart}/quiet/`);
    expect(await page.locator('a[href], [src]').count(), chart).toBe(0);
    const text = await page.locator('html').evaluate((root) => root.textContent);
    const words = new Set(text?.split(/[^\p{L}]+/u));
    expect(
      family.filter((name) => words.has(name)),
      chart,
    ).toEqual([]);
  }
});

test.describe('the look', () => {
  const background = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('the theme is the reader’s unless the address says otherwise', async ({ page }) => {
    const seen: Record<string, string> = {};
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const query of ['', '?theme=auto', '?theme=light', '?theme=dark', '?theme=sepia']) {
        await page.goto(`./embed/held/${query}`);
        seen[scheme + query] = await background(page);
      }
    }
    const { light, dark } = seen;
    expect(light).not.toBe(dark);
    expect(seen).toEqual({
      light,
      'light?theme=auto': light,
      'light?theme=light': light,
      'light?theme=dark': dark,
      'light?theme=sepia': light,
      dark,
      'dark?theme=auto': dark,
      'dark?theme=light': light,
      'dark?theme=dark': dark,
      'dark?theme=sepia': dark,
    });
  });

  test('tokens are taken from the hash, and what is ignored is told', async ({ page }) => {
    const notes: string[] = [];
    page.on('console', (message) => notes.push(message.text()));
    await page.goto('./embed/held/#background=102030&text=fff&accent=0af&corner=9&density=roomy&font=Papyrus&x=1');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(16, 32, 48)');
    await expect(page.locator('a')).toHaveCSS('color', 'rgb(0, 170, 255)');
    await expect(page.locator('body')).toHaveCSS('border-top-left-radius', '9px');
    await expect(page.locator('body')).toHaveCSS('padding-left', '20px');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(notes).toEqual(['no-empty-cells: this embed ignores font=Papyrus; x=1']);
  });

  test('a transparent embed lets the page behind it show, in either scheme', async ({ page }) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto('./embed/held/#background=transparent');
      expect(await background(page)).toBe('rgba(0, 0, 0, 0)');
      await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
    }
  });

  test('in forced colours an embed takes the reader’s', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('./embed/held/#background=102030&text=fff');
    await expect(page.locator('svg:visible')).toBeVisible();
    expect(await background(page)).toBe(
      await page.evaluate(() => {
        document.body.style.color = 'Canvas';
        return getComputedStyle(document.body).color;
      }),
    );
  });
});

/** The frames of a page and its landmarks are the host's matter. */
const axe = (page: Page) => new AxeBuilder({ page }).disableRules(['page-has-heading-one', 'region', 'landmark-one-main']).analyze();

for (const half of [0, 1]) {
  test(`embeds pass axe with the table open (${half + 1} of 2)`, async ({ page }) => {
    test.slow();
    for (const chart of charts.filter((_, index) => index % 2 === half)) {
      // One in three in its quiet form, and one in four dark.
      const at = charts.indexOf(chart);
      await page.emulateMedia({ colorScheme: at % 4 === 0 ? 'dark' : 'light' });
      await page.goto(`./embed/${chart}/${at % 3 === 0 ? 'quiet/' : ''}`);
      await page.locator('details:has(table) > summary').click();
      // What follows the first rows of a table is made like them.
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('tbody tr:nth-child(n + 31)')) row.remove();
      });
      const { violations } = await axe(page);
      expect(violations.map(({ id, nodes }) => `${chart}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
