/** What readers come for, done by keyboard alone, and always with the focus to be seen. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';

/** Presses Tab until the focus is on `target`. Fails where it is not reached, or where `shown`, which shows the focus, is not in sight. */
async function tabTo(page: Page, target: Locator, { most = 120, shown = target } = {}): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (!(await target.evaluate((element) => element === document.activeElement))) continue;
    await expect(shown).toBeInViewport();
    const seen = await shown.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    expect(seen, 'the focus can be seen').toBe(true);
    return;
  }
  throw new Error(`${target} was not reached within ${most} presses of Tab.`);
}

test('a person is found in the index, and the dated events are opened', async ({ page }) => {
  await page.goto('./names/');
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('Бяляцкі');
  const found = page.locator('.index li[id]:visible');
  await expect(found).toHaveCount(1);
  await expect(page.locator('[data-find] [role=status]')).toHaveText(/^1 of /);
  await tabTo(page, found.locator('summary').first());
  await page.keyboard.press('Enter');
  await tabTo(page, found.locator('details[open] a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/data\/[a-z-]+\/(?:index\.html)?#L\d+$/);
});

test('rows of a table are searched, and one is reached', async ({ page }) => {
  await page.goto('./data/releases/');
  const search = page.getByRole('searchbox');
  await tabTo(page, search, { most: 400 });
  const rows = page.locator('main table tbody tr[id^="L"]:visible');
  const all = await rows.count();
  await page.keyboard.type('amnesty left');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  expect(await rows.count()).toBeGreaterThan(0);
  await tabTo(page, rows.first().locator('a').first());
});

test('a chart is explored row by row, and its code is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./charts/held/');
  const slider = page.getByRole('slider').first();
  await tabTo(page, slider, { shown: page.locator('.chart-drawing:has(> .chart-explorer)').first() });
  const first = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', first ?? '');
  const copy = page.locator('button[data-copy="frame"]:visible').first();
  await tabTo(page, copy);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('/embed/held/');
  // The focus stays where it was, so that one goes on from there.
  expect(await copy.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('from the top of the story one leaves by its first links, and passes the navigation', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveAttribute('href', '#main');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').evaluate((element) => element.closest('main') !== null)).toBe(true);
});
