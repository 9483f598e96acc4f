/** What holds for every chart on its page: drawings and table agree, labels keep apart, rows can be explored. */
import type { Locator, Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { firstLanguage, languages, pathIn } from '../../../src/site/languages.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { labelFaults } from '../helpers/labels.ts';

/** Addresses of all chart pages of a language, as its gallery links them. */
async function chartPages(page: Page, tag = firstLanguage): Promise<string[]> {
  await page.goto(`.${pathIn(tag, '/charts/')}`);
  const links = await page.locator('.gallery a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(4);
  // Each link shows the chart that it leads to.
  await expect(page.locator('.gallery a .thumbnail svg')).toHaveCount(links.length);
  return links;
}

/** Words of a heading that stand on two lines, as what is wider than the page does. */
const brokenWords = (heading: Locator): Promise<string[]> =>
  heading.evaluate((node) => {
    const [text] = node.childNodes;
    return [...(text?.textContent ?? '').matchAll(/[^\s-]+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      if (!text) return [];
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return range.getClientRects().length > 1 ? [`“${word}” of the title is broken`] : [];
    });
  });

// A drawing keeps its shape at any width, so that of two widths each further language shows both of its drawings.
for (const { tag } of languages)
  test(`no label lies on another or leaves its drawing, on narrow and wide pages, in ${tag}`, async ({ page }) => {
    test.slow();
    const faults: string[] = [];
    for (const link of await chartPages(page, tag)) {
      await page.goto(link);
      await page.evaluate(() => document.fonts.ready);
      for (const width of tag === firstLanguage ? [320, 360, 720, 1200] : [340, 1200]) {
        await page.setViewportSize({ width, height: 900 });
        const found = [...(await labelFaults(page)), ...(await brokenWords(page.locator('h1')))];
        faults.push(...found.map((fault) => `${new URL(link).pathname} at ${width}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

test('each row of a table is drawn at both widths, and nothing else is, with few enough nodes', async ({ page }) => {
  const pages = await chartPages(page);
  for (const link of pages) {
    const { document } = parseHTML(await (await page.request.get(link)).text());
    const drawings = [...document.querySelectorAll('.chart .chart-svg')].map((drawing) => ({
      drawn: [...new Set([...drawing.querySelectorAll('[data-row]')].map((mark) => Number(mark.getAttribute('data-row'))))].sort(
        (a, b) => a - b,
      ),
      nodes: drawing.querySelectorAll('*').length,
    }));
    const expected = Array.from({ length: document.querySelectorAll('.chart-table tbody tr').length }, (_, index) => index);
    expect(
      drawings.map(({ drawn }) => drawn),
      link,
    ).toEqual([expected, expected]);
    expect(Math.max(...drawings.map(({ nodes }) => nodes)), link).toBeLessThan(1500);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every chart shows its drawing, what it shows in words, and its table', async ({ page }) => {
    for (const link of await chartPages(page)) {
      await page.goto(link);
      await expect(page.locator('.chart .chart-svg:visible'), link).toHaveCount(1);
      await expect(page.locator('.chart-table tbody tr').first(), link).toBeAttached();
      await page.locator('.chart-table summary').click();
      await expect(page.locator('.chart-table table'), link).toBeVisible();
    }
  });
});

test.describe('exploring a chart', () => {
  test('arrow keys walk its rows, Escape ends it, and the text is that of the table', async ({ page }) => {
    await page.goto('./charts/official-results/');
    const slider = page.getByRole('slider', { name: 'Explore the rows' });
    const readout = page.locator('.chart-readout');
    await expect(readout).toBeHidden();
    // Heard before anything is pressed, also where a screen reader keeps the arrow keys for itself.
    const rows = await page.locator('.chart-table tbody tr').count();
    await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^Row 1 of ${rows}: `));
    await slider.focus();
    for (const [key, row] of [
      ['', 0],
      ['ArrowRight', 1],
      ['ArrowRight', 2],
      ['ArrowLeft', 1],
      ['End', rows - 1],
      ['ArrowRight', rows - 1],
      ['Home', 0],
    ] as const) {
      if (key !== '') await page.keyboard.press(key);
      const cells = await page.locator('.chart-table tbody tr').nth(row).locator('th, td:not(.row-sources)').allTextContents();
      for (const cell of cells) await expect(readout).toContainText(cell.trim());
      const text = (await readout.textContent()) ?? '';
      await expect(slider).toHaveAttribute('aria-valuetext', `Row ${row + 1} of ${rows}: ${text}`);
    }
    await page.keyboard.press('Escape');
    await expect(readout).toBeHidden();
    await expect(slider).toBeFocused();
  });

  test('what a pointer has found can be gone to, and is put away by Escape without it', async ({ page }) => {
    await page.goto('./charts/official-results/');
    const mark = page.locator('.chart-svg:visible [data-row="3"]').first();
    const readout = page.locator('.chart-readout');
    await mark.hover({ force: true });
    await expect(readout).toBeVisible();
    const text = (await readout.textContent()) ?? '';
    await readout.hover();
    await expect(readout).toHaveText(text);
    await mark.hover({ force: true });
    await page.keyboard.press('Escape');
    await expect(readout).toBeHidden();
    // It stays away while the pointer trembles on the spot.
    await mark.hover({ force: true, position: { x: 1, y: 1 } });
    await expect(readout).toBeHidden();
    await page.locator('.chart-svg:visible [data-row="0"]').first().hover({ force: true });
    await expect(readout).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(readout).toBeHidden();
  });

  test('a pointer finds the nearest mark, with the same text', async ({ page }) => {
    await page.goto('./charts/official-results/');
    const mark = page.locator('.chart-svg:visible [data-row="3"]').first();
    await mark.hover({ force: true });
    const row = page.locator('.chart-table tbody tr').nth(3);
    await expect(page.locator('.chart-readout')).toContainText((await row.locator('th').textContent())?.trim() ?? 'no row');
  });
});

test('the gallery narrows down by topic, counter and year, and says how many are left', async ({ page }) => {
  await page.goto('./charts/');
  const all = await page.locator('.gallery > li').count();
  const tools = page.locator('[data-filter]');
  await tools.locator('select[name="year"]').selectOption('2010');
  await expect(page.locator('.gallery > li:visible')).not.toHaveCount(all);
  const shown = await page.locator('.gallery > li:visible').count();
  expect(shown).toBeGreaterThan(0);
  await expect(tools.locator('[role="status"]')).toHaveText(`${shown} of ${all} charts`);
  await tools.locator('select[name="counter"]').selectOption('official');
  for (const counters of await page
    .locator('.gallery > li:visible')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['counter'] ?? '')))
    expect(counters).toContain('official');
  await tools.locator('select[name="year"]').selectOption('');
  await tools.locator('select[name="counter"]').selectOption('');
  await expect(page.locator('.gallery > li:visible')).toHaveCount(all);
});

test('the life lines can be put in another order, and back', async ({ page }) => {
  await page.goto('./charts/lifelines/');
  const order = () =>
    page.locator('.chart-wide svg g[data-sort-name]').evaluateAll((lines) =>
      lines
        .map((line) => ({ name: line.getAttribute('data-sort-name') ?? '', top: line.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ name }) => name),
    );
  const drawn = await order();
  const select = page.locator('[data-sort-tools] select');
  await select.selectOption('name');
  expect(await order()).toEqual([...drawn].sort((a, b) => a.localeCompare(b, 'en')));
  await expect(page.locator('.chart-wide svg [data-sort-heading]').first()).toBeHidden();
  await select.selectOption('');
  expect(await order()).toEqual(drawn);
});

test('a table sorts and filters, and is whole without', async ({ page }) => {
  await page.goto('./data/releases/');
  const rows = page.locator('#rows-table tbody tr');
  const all = await rows.count();
  const heading = page.locator('#rows-table thead th', { hasText: 'released' }).first();
  await heading.getByRole('button').click();
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('250');
  await page.locator('.table-tools select[name="status"]').selectOption('preferred');
  const shown = await page.locator('#rows-table tbody tr:visible').count();
  expect(shown).toBeLessThan(all);
  await expect(page.locator('.table-tools [role="status"]')).toHaveText(`${shown} of ${all} rows`);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('marks and labels take the colours of the reader', async ({ page }) => {
    await page.goto('./charts/held/');
    const colours = await page
      .locator('.chart-svg:visible [data-row]')
      .first()
      .evaluate((mark) => ({ mark: getComputedStyle(mark).fill, text: getComputedStyle(document.body).color }));
    expect(colours.mark).toBe(colours.text);
  });
});
