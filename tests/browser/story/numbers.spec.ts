/** A printed number is the way to its source, and the text of a sentence is the sentence. */
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/fixtures.ts';

const paragraphs = '.chapter :is(p, li, td):not(.basis *, .chart *, .scrolly-still *, .opening-graphic *, .scrolly-controls *)';

/** Of each paragraph: its words as markup has them without any mark, and as a program or a copy gets them. */
const texts = (page: Page): Promise<{ plain: string; inner: string; copied: string }[]> =>
  page.locator(paragraphs).evaluateAll((all) =>
    all
      .filter((element) => element instanceof HTMLElement && element.innerText.trim() !== '')
      .map((element) => {
        const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
        const copy = element.cloneNode(true) as HTMLElement;
        for (const mark of copy.querySelectorAll('sup.note')) mark.remove();
        getSelection()?.selectAllChildren(element);
        const copied = fold(getSelection()?.toString() ?? '');
        return { plain: fold(copy.textContent ?? ''), inner: fold((element as HTMLElement).innerText), copied };
      }),
  );

test('the text of every paragraph is the sentence, copied or read by a program', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  // With a target all of the story is laid out.
  await page.goto('./#arrests');
  const read = await texts(page);
  expect(read.length).toBeGreaterThan(100);
  expect(read.filter(({ plain, inner }) => plain !== inner)).toEqual([]);
  expect(read.filter(({ plain, copied }) => plain !== copied)).toEqual([]);
});

test('no digits stand in a paragraph but its figures, cited numbers, dates and names', async ({ page }) => {
  await page.goto('./');
  // What a mark of a note would have glued on: digits of which a part only is a declared value.
  const glued = await page.locator('.chapter :is(data, time)').evaluateAll((all) =>
    all.flatMap((element) => {
      const link = element.closest('a.cited');
      const after = link?.nextSibling?.textContent ?? '';
      return link?.textContent === element.textContent && !/^\d/.test(after) ? [] : [`${element.textContent}${after}`.slice(0, 60)];
    }),
  );
  expect(glued).toEqual([]);
});

test('a sentence has one raised mark at most, and none beside a number', async ({ page }) => {
  await page.goto('./');
  const noisy = await page.locator(paragraphs).evaluateAll((all) =>
    all.flatMap((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const mark of copy.querySelectorAll('sup.note')) mark.replaceWith('\u{E000}');
      for (const number of copy.querySelectorAll('a.cited')) number.replaceWith('\u{E001}X');
      const sentences = [
        ...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
          (copy.textContent ?? '').replace(/([.!?]["”’)]*)\u{E000}/gu, '\u{E000}$1'),
        ),
      ];
      return sentences
        .map(({ segment }) => segment)
        .filter((text) => text.split('\u{E000}').length > 2 || (text.includes('\u{E000}') && text.includes('\u{E001}')));
    }),
  );
  expect(noisy).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each number and each mark leads to a note of its chapter, and back', async ({ page }) => {
    await page.goto('./');
    const { ways, wrong } = await page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('.chapter a[role="doc-noteref"]')];
      const wrong = links.filter((link) => {
        const note = document.getElementById((link.getAttribute('href') ?? '#').slice(1));
        return !note?.closest('.notes') || !note.querySelector('.citation a, .citation') || !note.querySelector(`a[href="#${link.id}"]`);
      });
      return { ways: links.length, wrong: wrong.map(({ id }) => id) };
    });
    expect(ways).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
    const numbers = await page
      .locator('.notes ol')
      .evaluateAll((lists) => lists.map((list) => [...list.children].map(({ id }) => Number(id.split('-').at(-1)))));
    for (const list of numbers) expect(list).toEqual(list.map((_, index) => index + 1));
    await page.locator('.chapter > p a.cited').first().click();
    await expect(page.locator('.notes li:target')).toBeInViewport();
  });
});

test('on paper each number carries the number of its note', async ({ page }) => {
  await page.goto('./');
  await page.emulateMedia({ media: 'print' });
  const marks = await page
    .locator('.chapter > p a.cited')
    .evaluateAll((links) => links.map((link) => [getComputedStyle(link, '::after').content, `"${link.getAttribute('data-note')}"`]));
  expect(marks.length).toBeGreaterThan(50);
  expect(marks.filter(([printed, number]) => printed !== number)).toEqual([]);
});

test('the note of a number opens under a resting pointer, takes no focus, and goes with it', async ({ page }) => {
  await page.goto('./');
  const number = page.locator('.chapter > p a.cited').nth(2);
  await number.scrollIntoViewIfNeeded();
  await number.hover();
  const box = page.locator('.opened');
  await expect(box).toBeVisible();
  await expect(box).not.toBeFocused();
  await box.hover();
  await page.waitForTimeout(700);
  await expect(box).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(box).toBeHidden();
  await number.hover();
  await expect(box).toBeVisible();
  await number.click();
  await expect(box).toBeFocused();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(700);
  await expect(box).toBeVisible();
});
