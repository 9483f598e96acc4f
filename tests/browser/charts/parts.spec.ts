/** What a reader can explore without script: one part of a chart at a time, and one case. */
import { charts } from '../../../src/charts/registry.ts';
import { projectRoot } from '../../../src/commands/root.ts';
import { loadEdition } from '../../../src/site/edition.ts';
import { expect, test } from '../helpers/fixtures.ts';

const edition = loadEdition(projectRoot, 'en');
const withParts = charts.flatMap(({ id }) => {
  const parts = edition.charts.get(id)?.parts;
  return parts ? [{ id, parts }] : [];
});

test.use({ javaScriptEnabled: false });

test('there are charts with parts', () => {
  expect(withParts.length).toBeGreaterThan(1);
});

for (const { id, parts } of withParts) {
  for (const path of [`charts/${id}/`, `embed/${id}/`]) {
    test(`${path}: a part is chosen by key, and its rows and marks alone stay in front; paper shows all`, async ({ page }) => {
      await page.goto(path);
      const figure = page.locator('.chart').first();
      const group = figure.getByRole('group', { name: parts.legend });
      const marks = figure.locator('.chart-svg:visible [data-part]');
      const shares = () => marks.evaluateAll((all) => all.map((mark) => [mark.getAttribute('data-part'), getComputedStyle(mark).opacity]));
      const before = await shares();
      expect(new Set(before.map(([part]) => part)).size).toBe(parts.names.length);

      await group.getByRole('radio', { name: parts.all, exact: true }).focus();
      for (const [index, name] of parts.names.entries()) {
        await page.keyboard.press('ArrowRight');
        await expect(group.getByRole('radio', { name, exact: true })).toBeChecked();
        const own = String(index + 1);
        for (const [at, [part, opacity]] of (await shares()).entries())
          expect(Number(opacity)).toBe(part === own ? Number(before[at]?.[1]) : 0.12);
        await figure.locator('details:has(table)').evaluate((details) => details.setAttribute('open', ''));
        const rows = figure.locator('tbody tr[data-part]');
        await expect(rows.filter({ visible: true })).toHaveCount(parts.rows.filter((part) => part === index + 1).length);
      }
      await page.emulateMedia({ media: 'print' });
      expect(await shares()).toEqual(before);
      await expect(group).toBeHidden();
    });
  }
}

test('a name opens the events of its case, each with its document, one at a time', async ({ page }) => {
  await page.goto('charts/lifelines/');
  const cases = page.locator('.chart-histories details');
  const histories = edition.charts.get('lifelines')?.histories ?? [];
  await expect(cases).toHaveCount(histories.length);
  for (const index of [0, 1]) {
    await cases.nth(index).locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(cases.nth(index).locator('li')).toHaveCount(histories[index]?.events.length ?? 0);
    await expect(cases.nth(index).locator('li').first()).toBeVisible();
  }
  await expect(cases.nth(0).locator('li').first()).toBeHidden();
  const [source] = await cases
    .nth(1)
    .locator('li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await expect(page.locator(source ?? '')).toHaveCount(1);
});
