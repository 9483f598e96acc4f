/** The typefaces of the site, which are cut down to the letters that it declares. */
import { expect, test } from '../helpers/fixtures.ts';

test('letters beyond English are of the typefaces that the site brings', async ({ page }) => {
  // On a first visit the files for such letters may come too late to be used; here the page waits for them.
  await page.route(/\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('font-display:optional', 'font-display:block') });
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
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /[\p{L}--[A-Za-z]]/v.test(node.nodeValue ?? '')),
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
