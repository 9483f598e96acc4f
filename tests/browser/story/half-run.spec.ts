/** The story where its scripts run by half: in engines of 2020 to 2022, and where one of them fails. What is seen is never a false picture. */
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';
import { STEPS } from '../helpers/steps.ts';

/** Each step says and shows its own: no empty field under a number that is not that of the text. */
async function expectWhole(page: Page): Promise<void> {
  const steps = await page.locator(STEPS).count();
  await expect(page.locator('.scrolly-still:visible')).toHaveCount(steps);
  await expect(page.locator('.opening-stage')).toBeHidden();
  await expect(page.locator('.scrolly-controls:visible')).toHaveCount(0);
}

/** What engines of those years lacked, taken away before the page is read. */
const lacking: Readonly<Record<string, string>> = {
  'finding from the end, groups, own properties, moved children': `
    for (const name of ['findLast', 'findLastIndex', 'at', 'toSorted']) delete Array.prototype[name];
    delete Object.hasOwn; delete Map.groupBy; delete Element.prototype.replaceChildren; delete globalThis.structuredClone;`,
  'the state of sorting as a property, popovers, dialogs': `
    delete Element.prototype.ariaSort; delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover;
    delete HTMLDialogElement.prototype.showModal;`,
};

for (const [what, script] of Object.entries(lacking))
  test(`without ${what} the story still follows the text`, async ({ page }) => {
    await page.addInitScript(script);
    await page.goto('./');
    await page.locator('.opening .scrolly-step').nth(3).scrollIntoViewIfNeeded();
    await expect(page.locator('.opening .scrolly-step.is-active')).toHaveCount(1);
    const step = page.locator('.opening .scrolly-step').nth(3);
    await step.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    const [number = ''] = (await step.locator('.scrolly-still .opening-count b').allTextContents()).slice(0, 1);
    await expect(page.locator('.opening-stage [data-held] b')).toHaveText(number);
  });

test.describe('without observers', () => {
  test.use({ expectedFaults: [/Observer is not defined/] });

  test('every step shows its still, and leaving still works', async ({ page }) => {
    await page.route('https://www.wikipedia.org/**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.addInitScript('delete globalThis.IntersectionObserver; delete globalThis.ResizeObserver;');
    await page.goto('./');
    await expectWhole(page);
    await page.setViewportSize({ width: 700, height: 600 });
    await page.evaluate(() => scrollTo(0, 3000));
    await expectWhole(page);
    await page.locator('.leave-page a').click();
    await expect(page).toHaveURL('https://www.wikipedia.org/');
  });
});

test.describe('where one passage fails', () => {
  test.use({ expectedFaults: [/no canvas today/] });

  test('it alone shows all its steps', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error('no canvas today');
      };
    });
    await page.goto('./#sentences');
    const opening = page.locator('.opening');
    await expect(opening.locator('.scrolly-still:visible')).toHaveCount(await opening.locator('.scrolly-step').count());
    await expect(opening.locator('.scrolly-controls')).toBeHidden();
    const other = page.locator('.scrolly:not(.opening)').first();
    await other.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    await expect(other.locator('.scrolly-step.is-active')).toHaveCount(1);
    await expect(other.locator('.scrolly-still:visible')).toHaveCount(0);
    await page.locator('.chapter > p a.cited').first().click();
    await expect(page.locator('.opened')).toBeVisible();
  });
});

test('the link to the code of a chart leads to its page where no dialog can be shown', async ({ page }) => {
  await page.addInitScript('delete HTMLDialogElement.prototype.showModal;');
  await page.goto('./');
  await page.locator('a[data-embed]').first().click();
  await expect(page).toHaveURL(/\/charts\/[a-z0-9-]+\/(index\.html)?#embed$/);
});

test.describe('and where its file does not come', () => {
  test.use({ expectedFaults: [/Failed to load resource/] });

  test('too; what would have explored a chart leaves it as it is', async ({ page }) => {
    await page.route(/\/assets\/(dialog|exploring)\.[^/]*\.js$/, (route) => route.abort());
    await page.goto('./');
    const chart = page.locator('.chapter > .chart').first();
    await chart.locator('.chart-explorer').focus();
    await expect(chart.locator('.chart-explorer')).toHaveCount(0);
    await page.locator('a[data-embed]').first().click();
    await expect(page).toHaveURL(/#embed$/);
  });
});

test('a table says how it is sorted in engines without that property', async ({ page }) => {
  await page.addInitScript('delete Element.prototype.ariaSort;');
  await page.goto('./data/releases/');
  const heading = page.locator('#rows-table thead th').first();
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
});

test.describe('without container queries, `:has`, `:is`, layers of dialogs and lists of selectors', () => {
  test.use({ javaScriptEnabled: false });

  test('each chart is drawn once, and the parts stand in their order', async ({ page }) => {
    // What an engine does not know, it drops with its block.
    await page.route(
      (url) => url.pathname.endsWith('/') || url.pathname.endsWith('.css'),
      async (route) => {
        const response = await route.fetch();
        const body = (await response.text())
          .replaceAll('@container', '@unknown')
          .replaceAll(':has(', ':unknown(')
          .replaceAll('content-visibility', 'unknown');
        const headers = response.headers();
        delete headers['content-security-policy'];
        await route.fulfill({ response, headers, body: body.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '') });
      },
    );
    for (const path of ['./', './charts/held/', './embed/held/']) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      const charts = await page.locator('.chart').count();
      await expect(page.locator('.chart :is(.chart-wide, .chart-narrow) > svg:visible')).toHaveCount(charts);
      const tops = await page
        .locator('main h1, main h2, .notes h2, .site-footer')
        .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
    }
  });
});
