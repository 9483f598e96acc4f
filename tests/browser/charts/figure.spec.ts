/** What frames a chart: on a phone the drawing has most of the figure, what is told beside it opens on demand and is printed. */
import { expect, test } from '../helpers/fixtures.ts';

test('on a phone the drawing reaches the edges of the screen and has most of the figure', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('./');
  const figures = await page.locator('.chapter > figure.chart').evaluateAll((all) =>
    all.map((figure) => {
      for (const part of [figure, ...figure.querySelectorAll('*')]) part.getBoundingClientRect();
      const drawing = figure.querySelector('.chart-narrow svg')?.getBoundingClientRect();
      return { id: figure.id, share: (drawing?.height ?? 0) / figure.getBoundingClientRect().height, width: drawing?.width ?? 0 };
    }),
  );
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.filter(({ width }) => Math.abs(width - 360) > 1)).toEqual([]);
  const median = (of: typeof figures): number => of.map(({ share }) => share).sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 1;
  expect(median(figures), JSON.stringify(figures)).toBeGreaterThan(0.6);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('how a chart is read opens without script, and is printed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./charts/convictions/');
  const reading = page.locator('.chart-reading');
  await expect(reading.locator('p')).toBeHidden();
  await reading.locator('summary').click();
  await expect(reading.locator('p')).toBeVisible();
  await reading.locator('summary').click();
  await page.emulateMedia({ media: 'print' });
  await expect(reading.locator('p')).toBeVisible();
  await context.close();
});

test('the line of the source says who counted before it says how much was read', async ({ page }) => {
  await page.goto('./charts/held/');
  await expect(page.locator('.chart-source')).toContainText(/Source: Viasna.*, read in \d+ documents\./);
});

test('the gallery tells charts apart by cards of one size, and by a list on a phone', async ({ page }) => {
  for (const [width, most] of [
    [1280, 400],
    [360, 150],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./charts/');
    const sizes = await page.locator('.gallery .thumbnail').evaluateAll((all) =>
      all.map((card) => {
        const { width, height } = card.getBoundingClientRect();
        return `${Math.round(width)}×${Math.round(height)}`;
      }),
    );
    expect(sizes.length).toBeGreaterThan(20);
    expect(new Set(sizes).size, JSON.stringify([...new Set(sizes)])).toBe(1);
    const heights = await page.locator('.gallery li').evaluateAll((all) => all.map((card) => card.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(most);
    await expect(page.locator('.gallery .thumbnail text')).toHaveCount(0);
  }
});
