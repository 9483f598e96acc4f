/** The way out by keys: Shift three times, meant as that; and no everyday use of Shift is taken for it. */
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';

const away = 'https://www.wikipedia.org/';

test.beforeEach(async ({ page }) => {
  await page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
});

const press = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const said = (page: Page) => page.locator('.leave-page [role="status"]');

for (const [how, path, keys] of [
  ['three times alone', './', ['Shift', 'Shift', 'Shift']],
  ['by either of the two keys', './data/', ['ShiftLeft', 'ShiftRight', 'ShiftLeft']],
  ['after keys that meant something else', './names/', ['Shift', 'Tab', 'Shift', 'Shift', 'Shift']],
] as const)
  test(`Shift ${how} leaves, and Back does not return`, async ({ page }) => {
    await page.goto('./about/');
    await page.goto(path);
    await press(page, keys.slice(0, -1));
    await expect(page).not.toHaveURL(away);
    await expect(said(page)).toContainText('once more');
    await press(page, keys.slice(-1));
    await expect(page).toHaveURL(away);
    await page.goBack();
    await expect(page).toHaveURL(/\/about\//);
  });

/** Things that readers do with Shift, each of which was once enough to be thrown out. */
const everyday: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'changing the keyboard layout with Alt': (page) => press(page, ['Alt+Shift']),
  'changing it with Control': (page) => press(page, ['Control+Shift']),
  'changing it with Shift first': async (page) => {
    await page.keyboard.down('Shift');
    await page.keyboard.press('Alt');
    await page.keyboard.up('Shift');
  },
  'changing it with both Shift keys': async (page) => {
    await page.keyboard.down('ShiftLeft');
    await page.keyboard.press('ShiftRight');
    await page.keyboard.up('ShiftLeft');
  },
  'going back through the page': (page) => press(page, ['Shift+Tab']),
  'a shortcut': (page) => press(page, ['Control+Shift+A']),
  'a capital letter': (page) => press(page, ['Shift+A']),
  'extending a selection': (page) =>
    page
      .locator('main p')
      .first()
      .click({ modifiers: ['Shift'] }),
  'scrolling sideways': async (page) => {
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 20);
    // A wheel is told to the page by another process.
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { wheels: number }).wheels)).toBeGreaterThan(0);
    await page.evaluate(() => Object.assign(globalThis, { wheels: 0 }));
    await page.keyboard.up('Shift');
  },
  'a press between two letters': (page) => press(page, ['Shift', 'a']),
  'a press between two clicks': async (page) => {
    await press(page, ['Shift']);
    await page.locator('h1').click();
  },
};

for (const [what, act] of Object.entries(everyday))
  test(`${what}, five times over, leaves nothing`, async ({ page }) => {
    await page.goto('./sources/');
    await page.evaluate(() => {
      Object.assign(globalThis, { wheels: 0 });
      addEventListener('wheel', () => Object.assign(globalThis, { wheels: 1 }));
    });
    for (let time = 0; time < 5; time++) await act(page);
    await expect(page.locator('h1')).toBeVisible();
    await expect(said(page)).toHaveText('');
    await expect(page).toHaveURL(/\/sources\//);
  });

test('writing in a field leaves nothing, whatever is pressed between the letters', async ({ page }) => {
  await page.goto('./sources/');
  await page.getByRole('searchbox').focus();
  await press(page, ['Shift', 'Shift', 'Shift', 'Shift']);
  await expect(said(page)).toHaveText('');
  await expect(page).toHaveURL(/\/sources\//);
});

test('the count runs out five seconds after its first press, and says so', async ({ page }) => {
  // An hour that stands: where the clock ran on by itself, a slow machine would use the five seconds up.
  await page.clock.install({ time: '2025-01-26T08:00:00Z' });
  await page.goto('./');
  await page.clock.pauseAt('2025-01-26T09:00:00Z');
  await press(page, ['Shift']);
  await page.clock.runFor(3000);
  await press(page, ['Shift']);
  await expect(said(page)).toContainText('once more');
  await page.clock.runFor(2100);
  await expect(said(page)).toContainText('within five seconds');
  await press(page, ['Shift']);
  await expect(said(page)).toContainText('twice more');
  await expect(page).not.toHaveURL(away);
});

test('how often it was pressed is seen on a desk, over nothing else', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('./');
  await press(page, ['Shift']);
  const { message, link } = await page.evaluate(() => {
    const rect = (selector: string) => {
      const { left, right, top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      return { left, right, top, bottom };
    };
    return { message: rect('.leave-said'), link: rect('.leave-page a') };
  });
  expect(message.right - message.left).toBeGreaterThan(100);
  expect(message.right).toBeLessThanOrEqual(link.left);
});
