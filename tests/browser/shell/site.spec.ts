/** What holds for the home page before anything else is looked at. */
import AxeBuilder from '@axe-core/playwright';
import { firstLanguage, languages } from '../../../src/site/languages.ts';
import { expect, test } from '../helpers/fixtures.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the home page has one heading and its text', async ({ page }) => {
    const response = await page.goto('./');
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(/\S/);
    const headings = page.locator('h1');
    await expect(headings).toHaveCount(1);
    await expect(headings).toBeVisible();
    expect((await page.locator('main').innerText()).split(/\s+/).length).toBeGreaterThan(100);
  });
});

/** One page of each kind: what holds for it holds for its siblings, which are made of the same parts. */
const pages = [
  './',
  './charts/',
  './charts/held/',
  './charts/lifelines/',
  './data/',
  './data/releases/',
  './data/changelog/',
  './sources/',
  './corrections/',
  './embed/',
  './editions/',
  './mirror/',
  './accessibility/',
  // Of each other language those that hold most of its own words.
  ...languages
    .filter(({ tag }) => tag !== firstLanguage)
    .flatMap(({ tag }) => [`./${tag}/`, `./${tag}/charts/lifelines/`, `./${tag}/names/`]),
];

const others = new RegExp(`^\\./(?:${languages.map(({ tag }) => tag).join('|')})/`);

for (const colorScheme of ['light', 'dark'] as const) {
  // A language changes words and no colours.
  for (const address of pages.filter((page) => colorScheme === 'light' || !others.test(page))) {
    test.describe(`${address} in the ${colorScheme} theme`, () => {
      test.use({ colorScheme });

      test('axe finds nothing', async ({ page }) => {
        test.setTimeout(180_000);
        await page.goto(address);
        const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
        // A theme changes colours and nothing else.
        if (colorScheme === 'light') axe.withTags(RULES);
        else axe.withRules(['color-contrast', 'link-in-text-block']);
        // What follows the first rows of a table is made like them; the table of sources has hundreds.
        await page.evaluate(() => {
          for (const row of document.querySelectorAll('tbody tr:nth-child(n + 41)')) row.remove();
        });
        const { violations } = await axe.analyze();
        expect(violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([]);
      });
    });
  }
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing makes the page scroll sideways', async ({ page }) => {
    for (const address of pages) {
      await page.goto(address);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, address).toBeLessThanOrEqual(0);
    }
  });
});

test('text at twice its size, on a phone, scrolls no page sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of pages) {
    await page.goto(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    // A passage fits itself anew when it is told that the size of its text has changed: after a frame, and not later.
    const overflow = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});

test.describe('an address that does not exist', () => {
  test.use({ expectedFaults: [/status of 404|no-such-page/] });

  test('answers with a page of ours', async ({ page }) => {
    const response = await page.goto('./no-such-page/');
    expect(response?.status()).toBe(404);
    await expect(page.locator('h1')).toHaveCount(1);
  });
});
