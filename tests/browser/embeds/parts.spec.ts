/** One part of a chart by its address: complete without script, by the element, and in the form. */
import type { Locator } from '@playwright/test';
import { charts } from '../../../src/charts/registry.ts';
import { embedPath } from '../../../src/embed/addresses.ts';
import { loadEdition } from '../../../src/site/edition.ts';
import { folderOf, languages } from '../../../src/site/languages.ts';
import { misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';

/** Names that were offered to hosts. They stay: a part that is called otherwise in the code needs its old name in addresses. */
const offered = {
  'vote-2020': ['ballots', 'models', 'asked'],
  'arrest-counts': ['rights-groups', 'intergovernmental', 'media-and-pollsters'],
};

/** The numbers of the parts whose rows a reader has, and of those whose marks have not stepped back. */
const shown = async (root: Locator) => ({
  rows: await root
    .locator('tbody tr')
    .evaluateAll((rows) => [
      ...new Set(rows.filter((row) => getComputedStyle(row).display !== 'none').map((row) => Number((row as HTMLElement).dataset['part']))),
    ]),
  marks: await root
    .locator('.chart-wide svg [data-part]')
    .evaluateAll((marks) => [
      ...new Set(
        marks.filter((mark) => getComputedStyle(mark).opacity === '1').map((mark) => Number((mark as SVGElement).dataset['part'])),
      ),
    ]),
});

test('every part that was offered has its address, and each is told', () => {
  const { charts: drawn } = loadEdition(process.cwd(), 'en');
  const now = charts.flatMap(({ id }) => {
    const ids = drawn.get(id)?.parts?.ids;
    return ids ? [[id, ids]] : [];
  });
  expect(Object.fromEntries(now)).toEqual(offered);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each part is shown at its address in each language, quiet or not, and the others can be chosen', async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 700, height: 900 });
    for (const [chart, parts] of Object.entries(offered))
      for (const { tag } of languages)
        for (const quiet of [false, true])
          for (const [index, only] of parts.entries()) {
            const path = embedPath({ chart, version: null, quiet, language: folderOf(tag), only });
            await page.goto(`.${path}`);
            const root = page.locator('html');
            await expect(root).toHaveAttribute('lang', tag);
            await expect(page.getByRole('radio').nth(index + 1)).toBeChecked();
            await page.locator('.rows').evaluate((details) => details.setAttribute('open', ''));
            expect(await shown(root), path).toEqual({ rows: [index + 1], marks: [index + 1] });
            const label =
              (await page
                .locator('.chart-parts label')
                .nth(index + 1)
                .textContent()) ?? '';
            expect(await page.title()).toBe(`${await page.locator('.chart-title').textContent()} (${label.trim()})`);
          }
    await page.getByRole('radio').first().check();
    expect((await shown(page.locator('html'))).rows.length).toBeGreaterThan(1);
  });
});

test('the element shows a part, and another when its attribute changes', async ({ page, site }) => {
  const host = await startHost();
  try {
    const element = '<no-empty-cells chart="arrest-counts" only="intergovernmental" language="be"></no-empty-cells>';
    await host.open(page, `${element}<script src="${site.url}embed.js"></script>`);
    const frame = page.locator('no-empty-cells iframe');
    const radios = frame.contentFrame().getByRole('radio');
    await expect(radios.nth(2)).toBeChecked();
    await expect.poll(() => misfit(frame)).toBe(0);
    await page.locator('no-empty-cells').evaluate((changed) => changed.setAttribute('only', 'rights-groups'));
    await expect(radios.nth(1)).toBeChecked();
    await page.locator('no-empty-cells').evaluate((changed) => changed.removeAttribute('only'));
    await expect(radios.nth(0)).toBeChecked();
  } finally {
    await host.close();
  }
});

test('the form offers the parts of what follows the data, and the lines lead to them', async ({ page, site }) => {
  await page.goto('./be/charts/arrest-counts/');
  const only = page.locator('[name=only]');
  const line = (name: string) => page.locator(`[data-code=${name}]`);
  await only.selectOption('rights-groups');
  await expect(line('frame')).toContainText(`src="${site.url}embed/be/arrest-counts/only/rights-groups/"`);
  await expect(line('element')).toContainText('only="rights-groups"');
  const name = (await only.locator('option:checked').textContent()) ?? '';
  await expect(line('frame')).toContainText(` (${name})" width=`);
  await page.locator('[name=version]').selectOption({ index: 1 });
  await expect(only).toBeDisabled();
  await expect(line('frame')).not.toContainText('only');
  await page.goto('./charts/held/');
  await expect(only).toHaveCount(0);
});

test.describe('an address without a part', () => {
  test.use({ expectedFaults: [/status of 404/] });

  test('a frame that asks for a part that is not there tells so, and leads to the chart', async ({ page }) => {
    await page.goto('./embed/arrest-counts/only/nobody/');
    await expect(page.locator('h1')).toContainText('arrest-counts/only/nobody');
    await expect(page.locator('main li a').first()).toHaveAttribute('href', /\/embed\/arrest-counts\/$/);
  });
});
