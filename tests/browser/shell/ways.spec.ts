/** The ways between the pages, the way out, who made this, our own mistakes, and the index. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../helpers/fixtures.ts';

const pages = [
  './',
  './read/',
  './charts/',
  './charts/held/',
  './data/',
  './data/cases/',
  './sources/',
  './names/',
  './corrections/',
  './about/',
  './embed/',
];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every page, the story included, has the same navigation and the same footer, and each of their links is a page', async ({
    page,
    request,
  }) => {
    const seen = new Map<string, string[]>();
    const links = new Set<string>();
    for (const address of pages) {
      await page.goto(address);
      const ways = (selector: string) =>
        page.locator(selector).evaluateAll((all) => all.map((link) => `${link.textContent?.trim()} ${(link as HTMLAnchorElement).href}`));
      // The other languages are those of the page that one is on.
      const both = [...(await ways('.site-nav ul:not(.languages) li a')), ...(await ways('.site-footer a'))];
      expect(both.length).toBeGreaterThan(10);
      seen.set(address, both);
      for (const link of await page.locator('.site-nav a, .site-footer a').all())
        links.add(await link.evaluate((element) => (element as HTMLAnchorElement).href));
      await expect(page.locator('.site-footer')).toContainText(/Last read against its sources on \d+ \w+ \d{4}/);
    }
    for (const [address, ways] of seen) expect(ways, address).toEqual(seen.get('./'));
    for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
    for (const part of ['/charts/', '/data/', '/sources/', '/corrections/', '/names/', '/about/', '/feed.xml', '/licences.txt'])
      expect(
        [...links].filter((link) => new URL(link).pathname.replace(/index\.html$/, '') === part),
        part,
      ).toHaveLength(1);
  });

  test('our own mistakes stand before those of sources, each with its day, its places and what stands now', async ({ page }) => {
    await page.goto('./corrections/');
    const headings = await page.locator('h2').allInnerTexts();
    expect(headings.slice(0, 2)).toEqual(['What we got wrong', 'Where a source is wrong']);
    const own = page.locator('[id^="mistake-"]');
    expect(await own.count()).toBeGreaterThan(10);
    for (const mistake of await own.all()) {
      await expect(mistake).toContainText(/It said:.*Now:.*Found on \d+ \w+ \d{4}/s);
      expect(await mistake.locator('h3').innerText()).toMatch(/^The (chart|table|chapter) “/);
    }
    for (const heading of await page.locator('[id^="correction-"] h3').allInnerTexts()) expect(heading).not.toMatch(/[a-z]-[a-z]+, line|_/);
  });

  test('a mistake can be reported, or the page says that there is no safe way yet', async ({ page }) => {
    await page.goto('./');
    await page.locator('.site-footer a', { hasText: 'how to report a mistake' }).click();
    await expect(page.locator('main')).toContainText(process.env['SECURITY_CONTACT'] ? 'write here' : 'no safe way');
  });

  test('who looks in the index for a name as agencies write it finds it, and where it occurs', async ({ page }) => {
    await page.goto('./names/');
    for (const [written, name, id] of [
      ['Kolesnikova', 'Maria Kalesnikava', 'maria-kalesnikava'],
      ['Grodno', 'Hrodna', 'hrodna'],
      ['Babariko', 'Viktar Babaryka', 'viktar-babaryka'],
    ] as const) {
      const entry = page.locator(`.index > li[id="${id}"]`);
      await expect(entry.locator('h3')).toHaveText(name);
      await expect(entry).toContainText(written);
      expect(await entry.locator('a[href*="#"]').count(), name).toBeGreaterThan(0);
    }
    const events = await page.locator('[id="maria-kalesnikava"] details li').allTextContents();
    expect(events.some((event) => /^\d+ \w+ \d{4}: /.test(event))).toBe(true);
    const parts = await page
      .locator('.index a[href*="#"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href).filter((href) => !/\/(data|sources)\//.test(href)));
    await page.goto('./');
    const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
    expect(parts.filter((href) => !ids.has(decodeURIComponent(new URL(href).hash.slice(1))))).toEqual([]);
  });
});

test('the index is filtered by any spelling, with or without accents', async ({ page }) => {
  await page.goto('./names/');
  const shown = page.locator('.index > li:visible h3');
  for (const [typed, name] of [
    ['kolesnikova', 'Maria Kalesnikava'],
    ['GRODNO', 'Hrodna'],
    ['Babariko', 'Viktar Babaryka'],
    ['Bialacki', 'Ales Bialiatski'],
    ['Колесникова', 'Maria Kalesnikava'],
  ] as const) {
    await page.getByRole('searchbox').fill(typed);
    await expect(shown.filter({ hasText: name })).not.toHaveCount(0);
    expect(await shown.count()).toBeLessThan(20);
  }
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('.index > li[hidden]')).toHaveCount(0);
});

for (const width of [320, 768, 1280]) {
  test(`at ${width} pixels the way out lies over no text`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const address of pages) {
      await page.goto(address);
      const { bar, left, right, clear, opaque } = await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight);
        const aside = document.querySelector('.leave-page') ?? document.body;
        const box = aside.getBoundingClientRect();
        const foot = document.querySelector('.site-footer')?.getBoundingClientRect() ?? new DOMRect();
        return {
          bar: innerHeight - box.bottom,
          left: box.left,
          right: document.documentElement.clientWidth - box.right,
          clear: box.top - foot.bottom,
          opaque: !/(?:,|\/) ?0(?:\.\d+)?\)$|transparent/.test(getComputedStyle(aside).backgroundColor),
        };
      });
      // A bar from side to side with a ground of its own, and the page ends above it.
      expect([Math.round(bar), Math.round(left), Math.round(right), opaque], address).toEqual([0, 0, 0, true]);
      expect(clear, address).toBeGreaterThanOrEqual(0);
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the index and the page about us', async ({ page }) => {
      test.setTimeout(120_000);
      for (const address of ['./names/', './about/']) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
        expect(
          violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
          address,
        ).toEqual([]);
      }
    });
  });
}
