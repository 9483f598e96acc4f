/** On paper: whole pages by real printing, in Chromium and, where the machine has one, in Firefox. */
import { inflateSync } from 'node:zlib';
import { findFirefox, startFirefox } from '../helpers/firefox.ts';
import { expect, test } from '../helpers/fixtures.ts';

/** What is drawn in a PDF, stream by stream. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: opening }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    const from = index + opening.length;
    const bytes = pdf.subarray(from, text.indexOf('endstream', from));
    try {
      return [inflateSync(bytes).toString('latin1')];
    } catch {
      return [];
    }
  });
}

/** Pages of a PDF, whose list of them may stand in a compressed stream. */
const pagesOf = (pdf: Buffer): number =>
  [pdf.toString('latin1'), ...streamsOf(pdf)].join('\n').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;

/** Strokes of lines and curves: what a drawing is made of, and a page without one has next to none of. */
const strokesOf = (pdf: Buffer): number => streamsOf(pdf).reduce((sum, stream) => sum + (stream.match(/ [lc](?=\s)/g)?.length ?? 0), 0);

/** Pages with a drawing, and how many strokes it has at least. */
const drawn = [
  ['embed/held/', 100],
  ['charts/held/', 100],
  ['charts/protest-map/', 200],
] as const;

for (const format of ['A4', 'Letter'] as const)
  test(`on ${format} the story is a booklet with all its drawings`, async ({ page }) => {
    test.slow();
    await page.goto('./');
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ format, preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBeLessThan(format === 'A4' ? 45 : 50);
    expect(pagesOf(pdf)).toBeGreaterThan(20);
    expect(strokesOf(pdf)).toBeGreaterThan(3000);
  });

test('each chart and embed prints its drawing, by rules that ask no container', async ({ page }) => {
  for (const [path, strokes] of drawn) {
    await page.goto(`./${path}`);
    expect(strokesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true })), path).toBeGreaterThan(strokes);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.chart :is(.chart-wide, .chart-narrow) > svg:visible'), path).toHaveCount(1);
    const contained = await page.locator('.chart').evaluateAll((all) => all.map((chart) => getComputedStyle(chart).containerType));
    expect(new Set(contained), path).toEqual(new Set(['normal']));
    await page.emulateMedia({ media: null });
  }
});

test('in Firefox too the story is a booklet, and every drawing is painted', async ({ site }) => {
  test.slow();
  const program = findFirefox();
  test.info().skip(program === null, 'There is no Firefox on this machine: printing by it was not tried');
  if (program === null) return;
  const firefox = await startFirefox(program);
  try {
    for (const [path, strokes] of drawn) {
      await firefox.open(`${site.url}${path}`);
      expect(strokesOf(await firefox.print(21, 29.7)), path).toBeGreaterThan(strokes);
    }
    await firefox.open(site.url);
    for (const [width, height, most] of [
      [21, 29.7, 45],
      [21.59, 27.94, 50],
    ] as const) {
      const pdf = await firefox.print(width, height);
      expect(pagesOf(pdf)).toBeLessThan(most);
      expect(strokesOf(pdf)).toBeGreaterThan(3000);
    }
  } finally {
    await firefox.close();
  }
});

test('no table, list or line of code is cut: what scrolls on a screen is as long as it is', async ({ page }) => {
  for (const path of ['./sources/', './data/cases/', './charts/held/', './data/', './corrections/']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const cut = await page
      .locator('.table-scroll, .data-table tr, .chart-table tr')
      .evaluateAll((all) =>
        all.filter((part) => part.getClientRects().length === 0 || part.scrollHeight > part.clientHeight + 2).map((part) => part.className),
      );
    expect(cut, path).toEqual([]);
    await expect(page.locator('.table-tools:visible')).toHaveCount(0);
    const rows = await page.locator('tbody tr').count();
    if (rows > 200) expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true })), path).toBeGreaterThan(rows / 60);
    await page.emulateMedia({ media: null });
  }
});

test('no drawing may be cut by the foot of a page, nor leave its title', async ({ page }) => {
  await page.goto('./');
  await page.emulateMedia({ media: 'print' });
  const rules = await page.evaluate(() => {
    const of = (selector: string, property: string): string[] => [
      ...new Set([...document.querySelectorAll(selector)].map((element) => getComputedStyle(element).getPropertyValue(property))),
    ];
    return {
      drawing: of('.chart-drawing', 'break-inside'),
      head: of('.chart-head', 'break-after'),
      title: of('.chart-title', 'break-after'),
      step: of('.scrolly-step', 'break-inside'),
    };
  });
  expect(rules).toEqual({ drawing: ['avoid'], head: ['avoid'], title: ['avoid'], step: ['avoid'] });
  // A drawing and its title fit on a page of either paper.
  const tall = await page
    .locator('.chart-drawing')
    .evaluateAll((all) => all.filter((drawing) => drawing.getBoundingClientRect().height > 850).length);
  expect(tall).toBe(0);
});
