/** The element `<no-empty-cells>`: on strict pages, in frameworks' hands, in other people's components, and before its script has run. */
import type { Page } from '@playwright/test';
import { allowModules, type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';

let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(async () => {
  await host.close();
});

const frames = (page: Page) => page.locator('no-empty-cells iframe');
const fits = (page: Page, at = 0) => expect.poll(() => misfit(frames(page).nth(at))).toBe(0);
const inside = '<a href="#page"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Chart"></a>';
const strict = (site: string) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${site}; style-src 'none'; frame-src ${site}; img-src data:">`;
const page390 = { width: 390, height: 800 };

test('on a page whose policy allows no style it stands as a block, has its starting height at once, and fits', async ({ page, site }) => {
  await page.setViewportSize(page390);
  const element = `<no-empty-cells chart="held" title="People held" height="max(700px, 2*100cqw)">${inside}</no-empty-cells>`;
  const html = `<!doctype html><html lang="en"><head>${strict(site.origin)}<title>Host</title><link rel="icon" href="data:,"></head>
    <body>${element}<script src="${site.url}embed.js"></script></body></html>`;
  // The frame is held back, so that the height is the element's own.
  const { promise: leave, resolve: go } = Promise.withResolvers<void>();
  await page.route('**/embed/held/**', async (route) => {
    await leave;
    await route.continue();
  });
  const shown = host.show(page, html, '');
  await expect(frames(page)).toHaveCSS('height', `${2 * (390 - 16)}px`);
  go();
  await shown;
  await fits(page);
  expect(await page.locator('no-empty-cells').evaluate((element) => getComputedStyle(element).display)).toBe('block');
  await expect(frames(page)).toHaveAttribute('title', 'People held');
});

test('it follows its attributes: the theme without loading anew, the chart and release with', async ({ page, site, request }) => {
  const { versions } = await (await request.get('./charts/held/versions.json')).json();
  await host.open(page, `<no-empty-cells chart="held">${inside}</no-empty-cells><script src="${site.url}embed.js"></script>`);
  await fits(page);
  const set = (name: string, value: string | null) =>
    page.locator('no-empty-cells').evaluate(
      (element, [key, to]) => {
        if (to === null) element.removeAttribute(key);
        else element.setAttribute(key, to);
      },
      [name, value] as const,
    );
  const root = frames(page).contentFrame().locator('html');
  await root.evaluate(() => Object.assign(window, { stays: true }));
  await set('theme', 'dark');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await set('look', 'background=fafafa&text=111');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await set('look', null);
  await set('theme', null);
  await expect(root).not.toHaveAttribute('data-theme');
  expect(await root.evaluate(() => Reflect.get(window, 'stays'))).toBe(true);
  await set('version', versions[0].version);
  // The theme is set while the frame is on its way.
  const { promise: leave, resolve: go } = Promise.withResolvers<void>();
  await page.route('**/quiet/**', async (route) => {
    await leave;
    await route.continue();
  });
  await set('quiet', '');
  await set('theme', 'dark');
  go();
  await expect(frames(page)).toHaveAttribute('src', new RegExp(`/embed/held/${versions[0].version}/quiet/`));
  await expect(root.locator('a')).toHaveCount(0);
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await set('chart', 'sundays');
  await expect(root).toHaveAttribute('data-chart', 'sundays');
  await fits(page);
  for (const chart of ['../charts', '..', 'a/b', '//evil.example', '']) await set('chart', chart);
  await expect(root).toHaveAttribute('data-chart', 'sundays');
});

test('made by a framework, moved and made again it fits, and its children stay the framework’s', async ({ page, site }) => {
  await host.open(page, `<main></main><footer></footer><script src="${site.url}embed.js"></script>`);
  await page.evaluate((html) => {
    const element = document.createElement('no-empty-cells');
    document.querySelector('main')?.append(element);
    element.innerHTML = html;
    element.setAttribute('theme', 'dark');
    element.setAttribute('chart', 'held');
  }, inside);
  await fits(page);
  await expect(frames(page).contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => document.querySelector('footer')?.append(document.querySelector('no-empty-cells') ?? ''));
  await fits(page);
  await expect(page.locator('no-empty-cells > a > img')).toHaveCount(1);
  await expect(page.locator('no-empty-cells > a')).toBeHidden();
  await page.evaluate(() => document.querySelector('no-empty-cells')?.setAttribute('hidden', ''));
  await expect(frames(page)).toBeHidden();
  await page.evaluate(() => document.querySelector('footer')?.append(document.createElement('no-empty-cells')));
  await expect(frames(page)).toHaveCount(1);
});

test('two of one chart, one of them in another component, which also has a plain frame: all fit', async ({ page, site }) => {
  await allowModules(page);
  await host.open(
    page,
    `<no-empty-cells chart="deaths"></no-empty-cells><div id="component"></div><script type="module" src="${site.url}embed.js"></script>`,
  );
  await page.evaluate((src) => {
    const root = document.querySelector('#component')?.attachShadow({ mode: 'open' });
    const frame = document.createElement('iframe');
    const element = document.createElement('no-empty-cells');
    frame.src = src;
    element.setAttribute('chart', 'deaths');
    root?.append(frame, element);
  }, `${site.url}embed/sundays/`);
  await expect(page.locator('iframe')).toHaveCount(3);
  for (const at of [0, 1, 2]) await expect.poll(() => misfit(page.locator('iframe').nth(at)), `${at}`).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the link and the picture inside are what is there', async ({ page, site }) => {
    const code = `<no-empty-cells chart="held"><a href="${site.url}charts/held/"><img src="${site.url}charts/held.svg" alt="People held"></a></no-empty-cells>`;
    await host.open(page, `${code}<script src="${site.url}embed.js"></script>`);
    await expect(page.getByRole('link', { name: 'People held' })).toBeVisible();
    expect(await page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
});
