/** What stands at the head of things: the number of a chapter, the parts of the contents, the filter of the tables, how a source was read. */
import { readFileSync } from 'node:fs';
import { expect, test } from '../helpers/fixtures.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a chapter opens with the number that carries it, bound to its rows by a note', async ({ page }) => {
    await page.goto('./');
    const findings = page.locator('.chapter-finding');
    expect(await findings.count()).toBeGreaterThanOrEqual(8);
    for (const finding of await findings.all()) {
      const number = finding.locator('data.figure');
      const printed = (await number.textContent()) ?? '';
      // A share is printed with fewer digits than it is kept with.
      const [whole = ''] = ((await number.getAttribute('value')) ?? '').split('.');
      const small = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
      if (/\d/.test(printed)) expect(printed.replace(/\D/g, ''), printed).toContain(whole);
      else expect(printed).toBe(small[Number(whole) - 1]);
      const note = (await finding.locator('a').getAttribute('href')) ?? '';
      await expect(page.locator(note), note).toHaveCount(1);
      expect(((await finding.textContent()) ?? '').length).toBeGreaterThan(printed.length + 10);
    }
  });

  test('the contents tell the story from what it rests on, each chapter once, in order', async ({ page }) => {
    await page.goto('./');
    const contents = page.locator('.contents');
    const links = await contents.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(links).size).toBe(links.length);
    const chapters = await page.locator('section.chapter[id]:not([id=""])').evaluateAll((all) => all.map(({ id }) => `#${id}`));
    expect(chapters.length).toBeGreaterThan(10);
    expect(links.filter((link) => chapters.includes(link ?? ''))).toEqual(chapters);
    const part = contents.getByRole('list', { name: 'What this rests on' });
    await expect(part.getByRole('link').first()).toHaveText('Known in 2024');
    await expect(contents.getByRole('list').first().getByRole('link').first()).toHaveText('Opening');
  });

  test('the list of sources says of each how it was read, in the words of the tables', async ({ page }) => {
    await page.goto('./sources/');
    const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8'));
    const field = resources
      .find(({ name }: { name: string }) => name === 'sources')
      .schema.fields.find(({ name }: { name: string }) => name === 'read_as');
    const words = new Set(field.categories.map(({ label }: { label: string }) => label));
    const head = await page.locator('table').first().locator('thead th').allTextContents();
    const column = head.indexOf('Read as');
    expect(column).toBeGreaterThan(0);
    const cells = await page.locator('tbody tr').evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent ?? ''), column);
    expect(cells.length).toBeGreaterThan(1000);
    expect([...new Set(cells)].filter((cell) => !words.has(cell))).toEqual([]);
  });
});

test('the list of tables is narrowed by words, says how many are left, and opens again', async ({ page }) => {
  await page.goto('./data/');
  const search = page.getByRole('searchbox');
  const tables = page.locator('.catalogue > li');
  const all = await tables.count();
  expect(all).toBeGreaterThan(40);
  await search.fill('deaths');
  await expect.poll(() => tables.filter({ visible: true }).count()).toBeLessThan(all);
  await expect(page.locator('#deaths-in-custody')).toBeVisible();
  await expect(page.locator('.table-tools [role=status]')).toHaveText(new RegExp(` of ${all}\\b`));
  await search.fill('');
  await expect.poll(() => tables.filter({ visible: true }).count()).toBe(all);
});
