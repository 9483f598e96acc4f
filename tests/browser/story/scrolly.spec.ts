/** Passages that walk through a graphic: by reading, buttons, links and keys; without script and without motion; in any window. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { projectRoot } from '../../../src/commands/root.ts';
import { languages, pathIn } from '../../../src/site/languages.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { STEPS } from '../helpers/steps.ts';

/** A step in the middle of each passage. */
const middles = ['opening-2023-05-22', 'arrests-sundays-2', 'sentences-lifelines-4', 'revolving-door-in-and-out-3'];

const passageOf = (page: Page, step: string): Locator => page.locator('[data-scrolly]').filter({ has: page.locator(`[id="${step}"]`) });

/** The id of the active step of the passage in which a step stands. */
const activeIn = (page: Page, step: string): Promise<string | undefined> =>
  page.evaluate((id) => document.getElementById(id)?.closest('[data-scrolly]')?.querySelector('.is-active')?.id, step);

const scrollTo = (page: Page, step: string): Promise<void> =>
  page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }), step);

const hashOf = (page: Page): string => new URL(page.url()).hash;

for (const { tag } of languages)
  test(`the opening keeps its height at every count, in ${tag}`, async ({ page }) => {
    for (const [width, height] of [
      [360, 900],
      [390, 844],
      [390, 740],
      [768, 1000],
      [1024, 800],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`.${pathIn(tag, '/')}`);
      const graphic = page.locator('.opening-graphic');
      await expect(page.locator('.opening[data-ready]')).toHaveCount(1);
      await page.evaluate(() => document.fonts.ready);
      const heights = await graphic.evaluate((node: HTMLElement) => {
        const pick = node.querySelector<HTMLInputElement>('input[type="range"]');
        const seen = new Set<number>();
        for (let count = 0; pick && count <= Number(pick.max); count++) {
          pick.value = String(count);
          pick.dispatchEvent(new Event('input', { bubbles: true }));
          seen.add(node.offsetHeight);
        }
        return [...seen];
      });
      expect(heights, `${width} × ${height}`).toHaveLength(1);
    }
  });

/** Moves the page by single notches of a wheel, as slow reading does. */
async function wheel(page: Page, by: number, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    await page.mouse.wheel(0, by);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

/** Whether an element is seen: the middle of its first line lies in the window and nothing lies over it. */
const isOnTop = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getClientRects()[0] ?? node.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (node.contains(top) || top.contains(node));
  });

for (const [how, options] of [
  ['without JavaScript', { javaScriptEnabled: false }],
  ['without motion', { reducedMotion: 'reduce' }],
] as const) {
  test.describe(how, () => {
    test.use({ contextOptions: options });

    test('every step shows its own still, and nothing is held in place', async ({ page }) => {
      await page.goto('./');
      const steps = await page.locator(STEPS).count();
      expect(await page.locator('[data-scrolly]').count()).toBeGreaterThanOrEqual(4);
      await expect(page.locator('.scrolly-still svg:visible')).toHaveCount(steps);
      // With every row in front, a still of a tall drawing would be the drawing before it.
      const without = await page
        .locator('.scrolly-step:not(:has(.scrolly-still))')
        .evaluateAll((all) => all.map((step) => step.matches('.is-tall [data-rows="all"]')));
      expect(without).toEqual([true]);
      const stills = await page
        .locator('.scrolly-still svg')
        .evaluateAll((all) => all.map((svg) => svg.querySelectorAll('.is-faint').length));
      expect(stills.some((faint) => faint > 0)).toBe(true);
      // Lines of a tall drawing would run on through the text.
      const frames = await page.locator('.scrolly-still .chart-svg').evaluateAll((all) => all.map((svg) => getComputedStyle(svg).overflow));
      expect([...new Set(frames)]).toEqual(['hidden']);
      await expect(page.locator('.scrolly-controls:visible')).toHaveCount(0);
      await expect(page.locator('.opening-stage')).toBeHidden();
      expect(await page.locator('.scrolly-graphic').evaluateAll((all) => all.map((node) => getComputedStyle(node).position))).not.toContain(
        'sticky',
      );
      await expect(page.locator('.opening-still [role="img"]').first()).toHaveAttribute('aria-label', /25 people held, 9 August 2020/);
    });
  });
}

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a still is no higher than a screen, has its rows in view, and carries little besides', async ({ page }) => {
    await page.goto('./');
    const stills = await page.locator('.scrolly-still:has(.is-faint) svg').evaluateAll((all) =>
      all.map((svg) => {
        const view = svg.getBoundingClientRect();
        const [, top = 0, , height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
        const unit = view.height / height;
        const boxes = [...svg.querySelectorAll('text:not(.is-faint, .is-faint *)')].map((text) => text.getBoundingClientRect());
        return {
          height: view.height,
          shown: boxes.filter((box) => box.top >= view.top - 1 && box.bottom <= view.bottom + 1).length,
          // What lies far outside would only be carried about.
          far: boxes.filter((box) => box.bottom < view.top - 80 * unit || box.top > view.bottom + 80 * unit).length,
          top,
        };
      }),
    );
    expect(stills.some(({ top }) => top > 0)).toBe(true);
    for (const { height, shown, far } of stills) {
      expect(height).toBeLessThan(844);
      expect(shown).toBeGreaterThan(0);
      expect(far).toBe(0);
    }
  });
});

test.describe('without JavaScript, in a passage of groups', () => {
  test.use({ javaScriptEnabled: false });

  test('a still has no heading of a group that has no row in front: it would be read as the end of another', async ({ page }) => {
    await page.goto('./');
    const headings = await page.locator('.scrolly.is-tall .scrolly-still svg').evaluateAll((all) =>
      all.map((svg) => {
        const top = (group: Element): number => Number(/,([-\d.]+)\)/.exec(group.getAttribute('transform') ?? '')?.[1]);
        const groups = [...svg.children].filter((part) => part.matches('g[transform]'));
        const heads = groups.filter((part) => part.querySelector(':scope > .key')).map(top);
        const front = groups
          .filter((part) => !part.querySelector(':scope > .key, .is-faint') && !part.matches('.is-faint') && part.querySelector('text'))
          .map(top);
        return { heads, last: Math.max(...front) };
      }),
    );
    expect(headings.length).toBeGreaterThan(3);
    for (const { heads, last } of headings) expect(heads.filter((head) => head > last)).toEqual([]);
  });
});

test('a page whose scripts do not come shows every step', async ({ browser }) => {
  // From a folder, browsers load no modules; a page of ours must not wait for them.
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(projectRoot, 'dist/index.html')).href);
  const steps = await page.locator(STEPS).count();
  const followed = await page.locator('[data-scrolly][data-ready]').count();
  await expect(page.locator('.scrolly-still svg:visible')).toHaveCount(followed > 0 ? 0 : steps);
  await page.close();
});

test.describe('following the text', () => {
  for (const middle of middles) {
    test(`holds however fast or slowly the page moves: ${middle}`, async ({ page }) => {
      await page.goto('./');
      const ids = await passageOf(page, middle)
        .locator('.scrolly-step')
        .evaluateAll((all) => all.map(({ id }) => id));
      for (const id of [ids[0], ids.at(-1), ids[1], ids.at(-2)]) {
        await scrollTo(page, id ?? '');
        await expect.poll(() => activeIn(page, middle)).toBe(id);
      }
      // Back from the last step but one to the first, notch by notch: no step is left out.
      const seen = new Set<string | undefined>();
      await page.mouse.move(300, 500);
      while ((await activeIn(page, middle)) !== ids[0]) {
        await wheel(page, -90, 1);
        seen.add(await activeIn(page, middle));
      }
      seen.add(await activeIn(page, middle));
      expect([...seen]).toEqual(ids.slice(0, -1).reverse());
    });
  }

  test('brings the rows of the step to the front, and only them', async ({ page }) => {
    await page.goto('./');
    for (const middle of middles.slice(1)) {
      await scrollTo(page, middle);
      await expect.poll(() => activeIn(page, middle)).toBe(middle);
      const wanted = (await page.locator(`[id="${middle}"]`).getAttribute('data-rows'))?.split(' ');
      const front = await passageOf(page, middle)
        .locator('.scrolly-graphic .chart-wide [data-row]:not(.is-faint)')
        .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute('data-row')))]);
      expect(front.toSorted()).toEqual(wanted?.toSorted());
    }
  });

  for (const middle of middles) {
    test(`survives the bars of a phone, zoom, and a window turned in the middle of it: ${middle}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`./#${middle}`);
      await expect.poll(() => activeIn(page, middle)).toBe(middle);
      for (const [width, height] of [
        [390, 664], // a phone
        [390, 760], // its bars gone
        [664, 390], // turned
        [853, 600], // a desk at 150 %
        [320, 568],
        [1280, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        await expect.poll(() => activeIn(page, middle), `${middle} at ${width} by ${height}`).toBe(middle);
        await expect
          .poll(() => isOnTop(page.locator(`[id="${middle}"] p`).first()), `the text of ${middle} at ${width} by ${height}`)
          .toBe(true);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        );
      }
    });
  }

  test('gives way where the text is so large that the graphic would leave it no room', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    await page.goto('./');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '250%';
    });
    await expect(page.locator('.opening.is-flat .scrolly-still svg').first()).toBeVisible();
  });
});

test.describe('the address', () => {
  test('of a step opens at the step, on a phone and on a desk', async ({ page }) => {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(viewport);
      for (const middle of middles) {
        await page.goto('about:blank');
        await page.goto(`./#${middle}`);
        await expect.poll(() => activeIn(page, middle)).toBe(middle);
        expect(await isOnTop(page.locator(`[id="${middle}"] p`).first()), middle).toBe(true);
      }
    }
  });

  test('follows the reading, is let go beyond the passage, and leaves no trail', async ({ page }) => {
    await page.goto('./charts/');
    await page.goto('./');
    const before = await page.evaluate(() => history.length);
    expect(hashOf(page)).toBe('');
    for (const step of ['opening-2020-12-31', 'opening-2021-12-30', 'arrests-sundays-2']) {
      await scrollTo(page, step);
      await expect.poll(() => hashOf(page)).toBe(`#${step}`);
    }
    await page.locator('#notes').scrollIntoViewIfNeeded();
    await expect.poll(() => hashOf(page)).toBe('');
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goBack();
    await expect(page).toHaveURL(/\/charts\//);
  });

  for (const middle of middles) {
    test(`brings the reader back to the step: from another page, and from a note: ${middle}`, async ({ page }) => {
      await page.goto('./');
      await scrollTo(page, middle);
      await expect.poll(() => hashOf(page)).toBe(`#${middle}`);
      await page.goto('./sources/');
      await page.goBack();
      await expect.poll(() => activeIn(page, middle)).toBe(middle);
      // Notes open in place; from there a link leads to all of them.
      await page.locator(`[id="${middle}"] :is(a.cited, .note a)`).first().click();
      await page.getByRole('link', { name: 'All notes' }).click();
      await expect.poll(() => hashOf(page)).toMatch(/^#note(s|-[a-z0-9-]+)$/);
      await page.goBack();
      await expect.poll(() => activeIn(page, middle)).toBe(middle);
      expect(hashOf(page)).toBe(`#${middle}`);
    });
  }
});

test.describe('the buttons', () => {
  for (const middle of middles) {
    test(`go step by step, say so once, and add nothing to the history: ${middle}`, async ({ page }) => {
      await page.setViewportSize(middle === middles[0] ? { width: 1280, height: 800 } : { width: 390, height: 664 });
      await page.goto('./charts/');
      await page.goto('./');
      const passage = passageOf(page, middle);
      const ids = await passage.locator('.scrolly-step').evaluateAll((all) => all.map(({ id }) => id));
      await scrollTo(page, ids[0] ?? '');
      await expect.poll(() => activeIn(page, middle)).toBe(ids[0]);
      await expect(passage.locator('.scrolly-controls [role="status"]')).toHaveText('');
      const [previous, next] = [passage.getByRole('button', { name: 'Previous' }), passage.getByRole('button', { name: 'Next' })];
      const status = passage.locator('.scrolly-controls [role="status"]');
      await expect(previous).toHaveAttribute('aria-disabled', 'true');
      for (const id of ids.slice(1)) {
        await next.click();
        await expect.poll(() => activeIn(page, middle)).toBe(id);
        expect(hashOf(page)).toBe(`#${id}`);
        expect(await isOnTop(page.locator(`[id="${id}"] p`).first()), id).toBe(true);
      }
      // At the end it says so and goes nowhere; it is no dead button, which would lose the focus of who goes by keys.
      await next.click({ force: true });
      await expect(status).toHaveText('This is the last step.');
      expect(await activeIn(page, middle)).toBe(ids.at(-1));
      await previous.click();
      await expect.poll(() => activeIn(page, middle)).toBe(ids.at(-2));
      // What the step shows is heard as well.
      await expect(status).toHaveText(new RegExp(`^Step ${ids.length - 1} of ${ids.length}: \\S+ \\S+`));
      await expect(next).toHaveAttribute('aria-disabled', 'false');
      await page.goBack();
      await expect(page).toHaveURL(/\/charts\//);
    });
  }

  test('show all steps at once, and follow again', async ({ page }) => {
    await page.goto('./');
    for (const middle of middles) {
      const passage = passageOf(page, middle);
      await scrollTo(page, middle);
      await passage.getByRole('button', { name: 'Show all steps' }).press('Enter');
      const steps = await passage.locator(STEPS).count();
      await expect(passage.locator('.scrolly-still svg:visible')).toHaveCount(steps);
      await expect(passage.locator('.scrolly-graphic .is-faint')).toHaveCount(0);
      const again = passage.getByRole('button', { name: 'Follow the text' });
      await expect(again).toBeFocused();
      expect(await isOnTop(again)).toBe(true);
      await again.press('Enter');
      await expect(passage.locator('.scrolly-still svg:visible')).toHaveCount(0);
      // Who looks on where the pointer pressed it stays at the step that was read.
      await scrollTo(page, middle);
      await expect.poll(() => activeIn(page, middle)).toBe(middle);
      await passage.getByRole('button', { name: 'Show all steps' }).click();
      await expect(page.locator(`[id="${middle}"] p`).first()).toBeInViewport();
      await again.press('Enter');
    }
  });
});

for (const middle of middles) {
  test(`what has the focus in a step is never under the graphic: ${middle}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    await page.goto('./');
    const passage = passageOf(page, middle);
    const links = passage.locator('.scrolly-text a');
    await passage.getByRole('button', { name: 'Show all steps' }).focus();
    for (const way of ['Tab', 'Shift+Tab']) {
      for (let turn = 0; turn < (await links.count()); turn++) {
        await page.keyboard.press(way);
        const focused = page.locator(':focus');
        if (!(await focused.evaluate((node) => node.closest('.scrolly-text') !== null))) continue;
        expect(await isOnTop(focused), `${middle}, ${way} ${turn}`).toBe(true);
      }
    }
  });
}

test.describe('the opening', () => {
  const label = (page: Page): Locator => page.locator('.opening-stage [data-held]');
  /** A picture of the canvas as a number, which tells whether anything was drawn. */
  const drawn = (page: Page): Promise<number> =>
    page.locator('.opening canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let sum = 0;
      for (let index = 3; index < pixels.length; index += 4) sum += pixels[index] ?? 0;
      return sum;
    });

  test('labels only published counts, each with its day, however one scrolls', async ({ page }) => {
    await page.goto('./');
    const published = await page.locator('[data-opening]').evaluate((passage) => {
      const { counts } = JSON.parse((passage as HTMLElement).dataset['opening'] ?? '') as {
        counts: [number, number, number, number, string, string][];
      };
      return counts.map(([, , , , number, words]) => `${number} ${words}`);
    });
    const rows = await page
      .locator('#chart-held tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    for (const words of published)
      expect(
        rows.some(([date, value]) => words === `${value} people held, ${date}`),
        words,
      ).toBe(true);
    const seen = new Set<string | null>();
    await page.mouse.move(600, 500);
    for (let turn = 0; turn < 90; turn++) {
      await wheel(page, 60, 1);
      seen.add(await label(page).textContent());
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(published).toEqual(expect.arrayContaining([...seen]));
  });

  test('shows at each step the state that its still shows', async ({ page }) => {
    await page.goto('./');
    for (const step of await page.locator('.opening .scrolly-step').all()) {
      await scrollTo(page, (await step.getAttribute('id')) ?? '');
      await expect(label(page)).toHaveText((await step.locator('.opening-count').textContent()) ?? '');
      const tallies = (of: Locator): Promise<string[]> => of.evaluateAll((all) => all.map((each) => each.textContent.trim()));
      expect(await tallies(page.locator('.opening-stage .opening-tally:not(.is-empty, .opening-most)'))).toEqual(
        await tallies(step.locator('.opening-tally')),
      );
    }
  });

  test('goes to any of the counts by keys, and back to the text when one reads on', async ({ page }) => {
    await page.goto('./');
    await scrollTo(page, 'opening-2023-05-22');
    const pick = page.getByRole('slider', { name: 'Pick a day' });
    await pick.focus();
    await page.keyboard.press('End');
    await expect(label(page)).toHaveText(/897 people held/);
    expect(await pick.getAttribute('aria-valuetext')).toBe(await label(page).textContent());
    await page.keyboard.press('ArrowLeft');
    await expect(label(page)).toHaveText(/1,158 people held/);
    await scrollTo(page, 'opening-2024-09-05');
    await expect(label(page)).toHaveText(/1,372 people held/);
  });

  test('draws while something moves and is seen, and rests when not', async ({ page }) => {
    await page.addInitScript(() => {
      const clear = CanvasRenderingContext2D.prototype.clearRect;
      Object.assign(globalThis, { frames: 0 });
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        (globalThis as unknown as { frames: number }).frames += 1;
        clear.apply(this, box);
      };
    });
    const frames = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
    await page.goto('./');
    const first = await drawn(page);
    expect(first).toBeGreaterThan(0);
    await scrollTo(page, 'opening-2023-05-22');
    await expect.poll(() => drawn(page)).toBeGreaterThan(first * 4);
    const still = async (): Promise<boolean> => {
      const before = await frames();
      await page.waitForTimeout(400);
      return (await frames()) === before;
    };
    await expect.poll(still, { timeout: 10_000 }).toBe(true);
    await scrollTo(page, 'opening-2026-03-31');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect.poll(still, { timeout: 10_000 }).toBe(true);
  });

  test('can be seen on the first screen of a phone, below the title', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    await page.goto('./');
    await expect(page.locator('h1')).toBeInViewport();
    await expect(label(page)).toBeInViewport();
    await expect(page.locator('.opening canvas')).toBeInViewport({ ratio: 0.5 });
    expect(await page.locator('main article .opening').count()).toBe(1);
  });
});

test('in every passage of charts each step brings its rows forward, and all that belongs to others stands back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./');
  const passages = page.locator('.scrolly[data-scrolly]:not([data-opening])');
  await expect(passages.first()).toHaveAttribute('data-ready', '');
  const found: { step: string; faint: number; wrong: number }[] = [];
  for (const id of await passages.locator('.scrolly-step').evaluateAll((steps) => steps.map((step) => step.id))) {
    await page.evaluate((hash) => document.getElementById(hash)?.scrollIntoView({ block: 'start', behavior: 'instant' }), id);
    await expect(page.locator(`[id="${id}"]`)).toHaveClass(/is-active/);
    found.push(
      await page.locator(`[id="${id}"]`).evaluate((step) => {
        const rows = (step.getAttribute('data-rows') ?? 'all').split(' ');
        const marks = [...(step.closest('.scrolly')?.querySelectorAll('.scrolly-graphic .chart-svg [data-row]') ?? [])];
        const back = marks.filter((mark) => rows[0] !== 'all' && !rows.includes(mark.getAttribute('data-row') ?? ''));
        const faint = marks.filter((mark) => mark.classList.contains('is-faint'));
        return {
          step: step.id,
          faint: faint.length,
          wrong: faint.filter((mark) => !back.includes(mark)).length + back.length - faint.length,
        };
      }),
    );
  }
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter(({ wrong }) => wrong > 0)).toEqual([]);
  // Half of the steps at least speak of some rows and not of all.
  expect(found.filter(({ faint }) => faint > 0).length).toBeGreaterThan(found.length / 2);
});

test('a passage breaks out of the column on a desk, and its controls take one row on a phone', async ({ page }) => {
  for (const width of [1280, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./');
    const passage = page.locator('.scrolly[data-scrolly]:not([data-opening])').first();
    await expect(passage).toHaveAttribute('data-ready', '');
    await passage.scrollIntoViewIfNeeded();
    const box = await passage.evaluate((element) => {
      const of = (selector: string): DOMRect | undefined => element.querySelector(selector)?.getBoundingClientRect();
      return { all: element.getBoundingClientRect(), graphic: of('.scrolly-graphic'), text: of('.scrolly-text') };
    });
    expect(box.all.width).toBeGreaterThan(Math.min(1190, width - 80));
    expect((box.graphic?.width ?? 0) / box.all.width).toBeCloseTo(0.6, 1);
    expect(box.text?.width).toBeGreaterThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('./');
  const controls = page.locator('.scrolly[data-ready] .scrolly-controls:visible');
  await expect(controls.first()).toBeAttached();
  for (const height of await controls.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))) {
    expect(height).toBeLessThanOrEqual(64);
  }
});
