/** Aids to reading: notes and terms in place, what a chapter rests on, where the reader is. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';

/** Where the page stands, in the document and in the history. */
function place(page: Page): Promise<unknown> {
  return page.evaluate(() => ({ scroll: scrollY, address: location.href, history: history.length }));
}

const box = (page: Page): Locator => page.locator('.opened');
const marks = (page: Page): Locator => page.locator('.chapter > p :is(a.cited, .note a)');

/** Puts a place of the text at a share of the window's height. */
async function bringTo(locator: Locator, share: number): Promise<void> {
  await locator.evaluate(
    (element, at) => scrollBy({ top: element.getBoundingClientRect().top - innerHeight * at, behavior: 'instant' }),
    share,
  );
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term leads to its explanation and back, a conflict to its note and its row', async ({ page }) => {
    await page.goto('./');
    const terms = page.locator('a.term');
    expect(await terms.count()).toBeGreaterThan(10);
    await terms.first().click();
    const target = page.locator('.terms dt:target');
    await expect(target).toBeInViewport();
    const back = target.locator('+ dd .note-back a');
    await back.click();
    await expect(terms.first()).toBeInViewport();
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a.term, .terms a, .basis a, .position a')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => href.startsWith('#') && !document.getElementById(href.slice(1))),
    );
    expect(lost).toEqual([]);
    await expect(page.locator('.position')).toBeHidden();
    const row = page.locator('.basis a[href*="#L"]').first();
    await row.locator('xpath=ancestor::details').locator('summary').click();
    await row.click();
    await expect(page.locator('tr:target')).toBeInViewport();
  });

  test('each chapter says what it rests on', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('.chapter > details.basis > summary')).toHaveCount(await page.locator('.chapter[id]').count());
    expect(await page.locator('.basis li').count()).toBeGreaterThan(5);
  });
});

test.describe('a note', () => {
  test('opens in place, and gives the place back', async ({ page }) => {
    await page.goto('./');
    const mark = marks(page).nth(2);
    await bringTo(mark, 0.4);
    const before = await place(page);
    await mark.click();
    await expect(box(page)).toBeVisible();
    const note = page.locator((await mark.getAttribute('href')) ?? '');
    for (const link of await note.locator('.citation a').all())
      await expect(box(page).locator(`a[href="${await link.getAttribute('href')}"]`)).toBeVisible();
    await expect(box(page)).toHaveAccessibleName((await mark.getAttribute('aria-label')) ?? (await mark.innerText()));
    await expect(mark).toHaveAttribute('aria-expanded', 'true');
    expect(await place(page)).toEqual(before);
    await page.keyboard.press('Escape');
    await expect(box(page)).toBeHidden();
    await expect(mark).toBeFocused();
    await expect(mark).not.toHaveAttribute('aria-expanded');
    expect(await place(page)).toEqual(before);
  });

  test('opens by the number that it explains, and closes by a second tap, a tap elsewhere, or its button', async ({ page }) => {
    await page.goto('./');
    const number = page.locator('.chapter > p data.figure').first();
    await bringTo(number, 0.3);
    await number.click();
    await expect(box(page)).toBeVisible();
    await number.click();
    await expect(box(page)).toBeHidden();
    await number.click();
    await page.locator('.chapter h2').first().click({ force: true });
    await expect(box(page)).toBeHidden();
    await number.click();
    await box(page).locator('button').click();
    await expect(box(page)).toBeHidden();
  });

  test('makes room for the next one that is tapped', async ({ page }) => {
    await page.goto('./');
    await bringTo(marks(page).nth(1), 0.3);
    await marks(page).nth(1).click();
    const first = await box(page).innerText();
    await marks(page).nth(0).click();
    await expect(box(page)).toBeVisible();
    await expect(box(page)).toHaveCount(1);
    expect(await box(page).innerText()).not.toBe(first);
    await expect(marks(page).nth(0)).toHaveAttribute('aria-expanded', 'true');
    await expect(marks(page).nth(1)).not.toHaveAttribute('aria-expanded');
  });

  test('is reached and left by keyboard, in the order of the text', async ({ page }) => {
    await page.goto('./');
    const mark = marks(page).nth(0);
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(box(page)).toBeFocused();
    const inside = await box(page).locator('a, button').count();
    for (let step = 0; step < inside; step++) await page.keyboard.press('Tab');
    await expect(box(page).locator('button')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(box(page)).toBeHidden();
    const id = (await mark.getAttribute('id')) ?? '';
    const order = await page.evaluate((from) => {
      const links = [...document.querySelectorAll('.chapter a:not(.opened a)')];
      return links.indexOf(document.activeElement ?? document.body) - links.findIndex((link) => link.id === from);
    }, id);
    expect(order).toBe(1);
  });

  test('leads to all notes, as a link that can be followed back', async ({ page }) => {
    await page.goto('./');
    const mark = marks(page).nth(0);
    await mark.click();
    await box(page).locator('.opened-foot a').click();
    await expect(page.locator('.notes li:target')).toBeInViewport();
    await expect(box(page)).toBeHidden();
    await page.goBack();
    await expect(mark).toBeInViewport();
  });

  test('stays a link for those who open it elsewhere', async ({ page }) => {
    await page.goto('./');
    const kept = await marks(page)
      .first()
      .evaluate((mark) =>
        ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'].map((key) => {
          const event = new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true });
          // What the page leaves alone would leave the page.
          addEventListener(
            'click',
            (last) => Object.assign(globalThis, { prevented: last.defaultPrevented, done: last.preventDefault() }),
            { once: true },
          );
          mark.dispatchEvent(event);
          return (globalThis as unknown as { prevented: boolean }).prevented;
        }),
      );
    expect(kept).toEqual([false, false, false, false]);
    await expect(box(page)).toHaveCount(0);
  });

  test('closes when its place leaves the window', async ({ page }) => {
    await page.goto('./');
    await bringTo(marks(page).nth(0), 0.5);
    await marks(page).nth(0).click();
    await expect(box(page)).toBeVisible();
    await page.mouse.wheel(0, 3000);
    await expect(box(page)).toBeHidden();
  });

  for (const width of [320, 1280]) {
    test(`lies inside a window of ${width} pixels, beside its mark, and leaves the way out free`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto('./');
      for (const [index, share] of [
        [0, 0.1],
        [3, 0.5],
        [8, 0.8],
      ] as const) {
        const mark = marks(page).nth(index);
        await bringTo(mark, share);
        await mark.click();
        await expect(box(page)).toBeVisible();
        const { opened, at, exit } = await page.evaluate(() => {
          const rect = (selector: string) => {
            const { top, bottom, left, right } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
            return { top, bottom, left, right };
          };
          return { opened: rect('.opened'), at: rect('[aria-expanded="true"]'), exit: rect('.leave-page a') };
        });
        expect(opened.left).toBeGreaterThanOrEqual(0);
        expect(opened.right).toBeLessThanOrEqual(width);
        expect(opened.top).toBeGreaterThanOrEqual(0);
        expect(opened.bottom).toBeLessThanOrEqual(exit.top);
        expect(opened.top >= at.bottom || opened.bottom <= at.top).toBe(true);
        await page.keyboard.press('Escape');
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    });
  }
});

test('a term opens its explanation in place, and a note of that in turn', async ({ page }) => {
  await page.goto('./');
  // Steps of a passage write themselves into the address while they are read; a plain paragraph does not.
  const noted = await page
    .locator('.chapter > p a.term')
    .evaluateAll((terms) =>
      terms
        .map((term) => term.getAttribute('href') ?? '')
        .filter((href) => document.querySelector(`${href} + dd :is(.cited, .note)`) !== null),
    );
  const term = page.locator(`a.term[href="${noted[0]}"]`);
  await bringTo(term, 0.4);
  const entry = page.locator(noted[0] ?? '');
  const before = await place(page);
  await term.click();
  await expect(box(page)).toHaveAccessibleName(await entry.innerText());
  await expect(box(page)).toContainText((await entry.locator('+ dd').innerText()).slice(0, 40));
  const inner = box(page).locator('a.cited, .note a').first();
  const name = (await inner.getAttribute('aria-label')) ?? (await inner.innerText());
  await inner.click();
  await expect(box(page)).toHaveAccessibleName(name);
  expect(await place(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(term).toBeFocused();
  expect(await place(page)).toEqual(before);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in an open note, the terms, a basis and the line with the chapter', async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('./');
      await page.locator('.basis summary').first().click();
      const term = page.locator('a.term').first();
      await bringTo(term, 0.4);
      await term.click();
      await expect(box(page)).toBeVisible();
      await expect(page.locator('.position')).toBeVisible();
      const axe = new AxeBuilder({ page }).include('.opened').include('.terms').include('.basis').include('.position').include('.contents');
      const { violations } = await axe.analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([]);
    });
  });
}

test.describe('the contents', () => {
  const current = (page: Page): Promise<(string | null)[]> =>
    page.locator('.contents [aria-current="location"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

  test('mark the chapter that is read, however fast the page moves', async ({ page }) => {
    await page.goto('./');
    const addresses = await page.locator('.contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect((await current(page)).filter((address) => address !== addresses[0])).toEqual([]);
    expect(addresses.slice(-2)).toEqual(['#terms', '#notes']);
    for (const address of [addresses[3], addresses.at(-3), addresses[0], '#terms', addresses[7], '#notes']) {
      await page.evaluate((hash) => document.querySelector(hash ?? '')?.scrollIntoView({ behavior: 'instant' }), address);
      await expect.poll(() => current(page)).toEqual([address]);
    }
  });

  test('mark it after the text above has grown, without any scrolling', async ({ page }) => {
    await page.goto('./');
    const addresses = await page.locator('.contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    await page.evaluate((hash) => document.querySelector(hash ?? '')?.scrollIntoView({ behavior: 'instant' }), addresses[2]);
    await expect.poll(() => current(page)).toEqual([addresses[2]]);
    await page.evaluate((hash) => {
      const target = document.querySelector<HTMLElement>(hash ?? '');
      // The browser would keep the text in place by scrolling.
      document.documentElement.style.setProperty('overflow-anchor', 'none');
      target?.style.setProperty('margin-block-start', '3000px');
    }, addresses[2]);
    await expect.poll(() => current(page)).toEqual([addresses[1]]);
  });

  test('say the minutes of each chapter, which fit those of the whole', async ({ page }) => {
    await page.goto('./');
    const minutes = await page.locator('.contents .minutes').allInnerTexts();
    expect(minutes).toHaveLength(await page.locator('.chapter[id]').count());
    const sum = minutes.reduce((total, text) => total + Number.parseInt(text, 10), 0);
    const all = Number.parseInt((await page.locator('.reading-time').innerText()).replace(/^\D+/, ''), 10);
    expect(Math.abs(sum - all)).toBeLessThanOrEqual(minutes.length / 2);
  });

  test('are one tap away on a phone, on a line that says where the reader is and moves nothing', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('./');
    const line = page.locator('.position');
    await expect(line).toBeHidden();
    const chapters = page.locator('.chapter[id]');
    await chapters.nth(3).evaluate((chapter) => chapter.scrollIntoView({ behavior: 'instant' }));
    await expect(line).toHaveText(/^\s*4 of \d+ · \S/);
    const covered = await page.evaluate(() => {
      const bar = document.querySelector('.position')?.getBoundingClientRect() ?? new DOMRect();
      const exit = document.querySelector('.leave-page a')?.getBoundingClientRect() ?? new DOMRect();
      return { height: bar.height, exitInside: exit.top >= bar.top && exit.bottom <= bar.bottom };
    });
    expect(covered.height).toBeLessThanOrEqual(48);
    expect(covered.exitInside).toBe(true);
    await line.locator('a').click();
    await expect(page.locator('.contents')).toBeInViewport();
    await expect(line).not.toHaveText(/^\s*4 of /);
    await page.goBack();
    await expect(line).toHaveText(/^\s*4 of /);
    const total = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
    expect(total).toBeLessThan(0.01);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(line).toBeHidden();
  });
});

test('on paper the terms and what chapters rest on are there, and nothing that opens', async ({ page }) => {
  await page.goto('./');
  await marks(page).nth(0).click();
  await expect(box(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(box(page)).toBeHidden();
  await expect(page.locator('.position')).toBeHidden();
  await expect(page.locator('.terms dd').first()).toBeVisible();
  const heights = await page.locator('.basis > p:first-of-type').evaluateAll((all) => all.map((p) => p.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(0);
  expect(heights.filter((height) => height === 0)).toEqual([]);
});
