/** The opening as a picture: offered to desks with a line to paste, and true to the page that it is a picture of. */
import { folderOf, languages, pathIn } from '../../../src/site/languages.ts';
import { expect, test } from '../helpers/fixtures.ts';

test.use({ javaScriptEnabled: false });

for (const { tag } of languages)
  test(`in ${tag}, the line on the page for desks names pictures that are there, and they say what the opening says`, async ({ page }) => {
    await page.goto(`.${pathIn(tag, '/embed/')}`);
    const name = `charts/opening${folderOf(tag) === null ? '' : `.${tag}`}`;
    const code = await page.locator('pre code', { hasText: `${name}.png` }).innerText();
    const files = [...code.matchAll(/charts\/[^\s",]+/g)].map(([file]) => file);
    expect(new Set(files)).toEqual(new Set([`${name}.png`, `${name}@2x.png`, `${name}-dark.png`, `${name}-dark@2x.png`]));
    for (const file of [...files, ...['', '-dark', '-slide', '-square', '-upright'].map((form) => `${name}${form}.svg`)])
      expect((await page.request.get(`./${file}`)).ok(), file).toBe(true);
    const svg = await (await page.request.get(`./${name}.svg`)).text();
    await page.goto(`.${pathIn(tag, '/')}`);
    const numbers = await page.locator('.opening-still :is(.opening-count, .opening-tally) b').allTextContents();
    expect(numbers.length).toBeGreaterThan(8);
    for (const number of numbers) expect(svg).toContain(`>${number}<`);
    // What it shows is told to those who do not see it, in the line itself.
    for (const label of await page
      .locator('.opening-still [role="img"]')
      .evaluateAll((all) => all.map((still) => still.getAttribute('aria-label'))))
      expect(code.replaceAll('&amp;', '&')).toContain(label ?? 'a label');
  });
