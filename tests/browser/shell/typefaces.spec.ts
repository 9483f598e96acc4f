/** The typefaces of the site, which are cut down to the letters that it declares. */
import { expect, test } from '../helpers/fixtures.ts';

test('letters beyond English are of the typefaces that the site brings', async ({ page }) => {
  // On a first visit the files for such letters may come too late to be used; here the page waits for them.
  await page.route(/\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('font-display:swap', 'font-display:block') });
  });
  const client = await page.context().newCDPSession(page);
  let letters = 0;
  for (const path of ['./sources/', './data/cases/', './charts/lifelines/', './charts/organisations-lost/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const marked = await page.evaluate(async () => {
      await document.fonts.ready;
      const found = [...document.querySelectorAll('main *')].filter(
        (element) =>
          element.checkVisibility() &&
          // Titles of documents may be in scripts for which the site brings no letters.
          !/[\p{L}--[\p{Script=Latin}\p{Script=Cyrillic}]]/v.test(element.textContent ?? '') &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && /[[\p{Script=Latin}\p{Script=Cyrillic}]--[A-Za-z]]/v.test(node.nodeValue ?? ''),
          ),
      );
      for (const element of found.slice(0, 60)) element.setAttribute('data-beyond', '');
      return Math.min(60, found.length);
    });
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument');
    const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-beyond]' });
    expect(nodeIds.length).toBe(marked);
    for (const nodeId of nodeIds) {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
      const { outerHTML } = foreign.length > 0 ? await client.send('DOM.getOuterHTML', { nodeId }) : { outerHTML: '' };
      expect(foreign, outerHTML).toEqual([]);
      letters += fonts.length;
    }
  }
  expect(letters).toBeGreaterThan(20);
});

test('a first visit over a slow line shows the typefaces, and nothing moves when they come', async ({ page }) => {
  test.slow();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const megabit = 1_000_000 / 8;
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6 * megabit,
    uploadThroughput: 0.75 * megabit,
  });
  for (const [width, height] of [
    [360, 780],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      Object.assign(globalThis, { moved: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!hadRecentInput) Object.assign(globalThis, { moved: (globalThis as unknown as { moved: number }).moved + value });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['./', './charts/held/']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      const moved = await page.evaluate(() => (globalThis as unknown as { moved: number }).moved);
      expect(moved, `${path} at ${width}`).toBeLessThan(0.01);
      // The title of a chart is hidden where the page's heading says it; what is far below the first screen is not drawn before it is near.
      const title = '.chart-title';
      await page
        .locator(title)
        .first()
        .evaluate((element: HTMLElement) => {
          element.hidden = false;
          element.classList.remove('visually-hidden');
          element.scrollIntoView();
        });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await client.send('DOM.enable');
      await client.send('CSS.enable');
      const { root } = await client.send('DOM.getDocument');
      const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: title });
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      expect(fonts.map(({ familyName, isCustomFont }) => `${familyName} ${isCustomFont}`)).toEqual(['Golos Text true']);
    }
  }
});
