/** What holds for the home page before anything else is looked at. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

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

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing', async ({ page }) => {
      await page.goto('./');
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    });
  });
}

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing makes the page scroll sideways', async ({ page }) => {
    await page.goto('./');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test.describe('an address that does not exist', () => {
  test.use({ expectedFaults: [/status of 404/] });

  test('answers with a page of ours', async ({ page }) => {
    const response = await page.goto('./no-such-page/');
    expect(response?.status()).toBe(404);
    await expect(page.locator('h1')).toHaveCount(1);
  });
});
