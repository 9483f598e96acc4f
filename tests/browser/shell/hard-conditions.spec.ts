/** The story where little works: no script, no typefaces, no SVG; a reader view; paper. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';
import { labelFaults } from '../helpers/labels.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The faces that the site brings are none. */
async function withoutTypefaces(page: Page): Promise<void> {
  await page.route(/\.woff2$/, (route) => route.fulfill({ contentType: 'font/woff2', body: 'no face' }));
}

/** What a browser with SVG switched off sees: elements that it does not know, with the same text in them. */
async function withoutSvg(page: Page): Promise<void> {
  await page.route(
    (url) => /\/$/.test(url.pathname),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('<svg', '<no-svg').replaceAll('</svg>', '</no-svg>');
      await route.fulfill({ response, body });
    },
  );
}

test.describe('without script, typefaces and SVG, at 320 pixels', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  for (const path of ['./', './charts/', './charts/lifelines/', './embed/held/', './embed/held/quiet/']) {
    test(`${path} stays readable`, async ({ page }) => {
      await withoutTypefaces(page);
      await withoutSvg(page);
      await page.goto(path);
      await expect(page.locator('svg')).toHaveCount(0);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      // Labels without a drawing are no text.
      const labels = await page
        .locator('no-svg text')
        .evaluateAll((all) => all.filter((label) => label.getBoundingClientRect().height > 0).length);
      expect(labels).toBe(0);
      expect(await page.locator('no-svg text').count()).toBeGreaterThan(5);
      const charts = await page.locator('.chart').count();
      await expect(page.locator('.chart .no-svg:visible')).toHaveCount(charts);
      for (const block of await page.locator('.chart').all()) {
        const boxes = await block.locator('> :not(.visually-hidden):visible').evaluateAll((all) =>
          all.map((part) => {
            const { top, bottom } = part.getBoundingClientRect();
            return { top, bottom };
          }),
        );
        boxes.forEach(({ top }, index) => {
          expect(top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1);
        });
      }
    });
  }

  test('a chart leads to its picture', async ({ page, request }) => {
    await withoutSvg(page);
    await page.goto('./charts/held/');
    await expect(page.locator('.no-svg:visible')).toContainText('as a picture');
    const png = page.locator('.files a', { hasText: /^PNG$/ }).first();
    const href = await png.evaluate((link) => (link as HTMLAnchorElement).href);
    expect((await request.get(href)).headers()['content-type']).toBe('image/png');
  });
});

test('where SVG works, the words for its absence are not shown or read', async ({ page }) => {
  for (const path of ['./', './embed/held/']) {
    await page.goto(path);
    expect(await page.locator('.no-svg').count()).toBeGreaterThan(0);
    await expect(page.locator('.no-svg:visible')).toHaveCount(0);
    expect(await page.locator('body').ariaSnapshot()).not.toContain('does not show the drawing');
  }
});

test.describe('without typefaces', () => {
  test('no label of the story lies on another, and nothing scrolls sideways', async ({ page }) => {
    test.slow();
    await withoutTypefaces(page);
    await page.goto('./');
    expect(
      await page.evaluate(
        () => [...document.fonts].filter(({ family, status }) => /Golos|Source/.test(family) && status === 'loaded').length,
      ),
    ).toBe(0);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await labelFaults(page, 4), `at ${width}`).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });
});

test('a reader view has every chapter with its numbers and marks, every step, and nothing of the navigation', async ({ page }) => {
  await page.goto('./');
  const source = readFileSync(fileURLToPath(import.meta.resolve('@mozilla/readability/Readability.js')), 'utf8');
  const { article, wanted } = (await page.evaluate(
    `(() => {
      ${source.replace(/if \(typeof module[\s\S]*$/, '')}
      const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
      const texts = (selector) => [...document.querySelectorAll(selector)].map((of) => plain(of.textContent));
      // A copy with styles would break the policy of the page, by which a browser's own reader is not bound.
      const bare = document.documentElement.outerHTML.replace(/<style[^]*?<[/]style>| style="[^"]*"/g, '');
      const article = new Readability(new DOMParser().parseFromString(bare, 'text/html')).parse();
      return {
        article: { title: article?.title, text: plain(article?.textContent), html: article?.content ?? '' },
        wanted: {
          headings: [...document.querySelectorAll('.chapter h2, .chapter h3')].map((of) => plain(of.firstChild?.textContent)),
          paragraphs: texts('.chapter > p, .scrolly-step p, .chapter > ul > li'),
          notes: texts('.notes li .citation'),
        },
      };
    })()`,
  )) as { article: { title: string; text: string; html: string }; wanted: Record<'headings' | 'paragraphs' | 'notes', string[]> };
  expect(wanted.headings.length).toBeGreaterThan(20);
  expect(wanted.paragraphs.length).toBeGreaterThan(100);
  for (const kind of ['headings', 'paragraphs', 'notes'] as const)
    expect(
      wanted[kind].filter((text) => !article.text.includes(text)),
      kind,
    ).toEqual([]);
  for (const foreign of ['Leave this page', 'Skip to the text', 'Next step', 'minutes to read'])
    expect(article.text.includes(foreign), foreign).toBe(false);
  expect(/<(?:nav|aside|button|select|script)\b/.exec(article.html)).toBeNull();
});

test('on paper a chart has its rows and its documents with their addresses, though they are folded away', async ({ page }) => {
  await page.goto('./charts/held/');
  const shown = (selector: string): Promise<boolean> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.checkVisibility());
  expect(await shown('.chart-sources li')).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await shown('.chart-sources li')).toBe(true);
  expect(await shown('.chart-table tbody tr')).toBe(true);
  const address = await page
    .locator('.chart-sources a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('http');
});

test.describe('on a phone, where notes that are far away are not laid out', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('links into the page land where they say, and back', async ({ page }) => {
    const seen = (id: string): Promise<boolean> =>
      page.evaluate((target) => {
        const { top, bottom } = document.getElementById(target)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return bottom > 0 && top < innerHeight;
      }, id);
    await page.goto('./');
    for (const id of [
      'chart-lifelines',
      'note-sentences-5',
      'ref-sentences-5-1',
      'chart-held',
      'how-we-count',
      'note-opening-3',
      'revolving-door',
      'ref-streets-3-1',
    ]) {
      await page.evaluate((target) => {
        location.hash = `#${target}`;
      }, id);
      await expect.poll(() => seen(id), { message: id }).toBe(true);
      await page.waitForTimeout(300);
      expect(await seen(id), `${id} stays`).toBe(true);
    }
  });
});
