/** Addresses that do not exist: in a frame, at any depth, under a path. */
import { type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { serveFolder } from '../helpers/static-server.ts';

test.use({ expectedFaults: [/status of 404/] });

test('an unknown version names the chart and leads to what there is, with theme and look kept', async ({ page, site, request }) => {
  const { versions } = await (await request.get('./charts/held/versions.json')).json();
  const response = await page.goto('./embed/held/99.0.0/quiet/?theme=dark#density=roomy');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toContainText('99.0.0');
  await expect(page).toHaveTitle(/99\.0\.0/);
  const links = page.locator('main a');
  await expect(links).toHaveCount(versions.length + 1);
  expect(await links.first().getAttribute('href')).toBe('/embed/held/quiet/?theme=dark#density=roomy');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (const index of [0, 1]) {
    await page.goto('./embed/held/99.0.0/');
    await links.nth(index).click();
    await expect(page.locator('.chart-title')).toBeVisible();
    expect(page.url()).toContain(`${site.url}embed/held/`);
  }
});

test('an unknown chart is named, charts of like names are offered, and what is no name is not repeated', async ({ page }) => {
  await page.goto('./embed/women-in-prison/');
  await expect(page.locator('h1')).toContainText('women-in-prison');
  await expect(page.locator('main a').first()).toHaveAttribute('href', '/embed/women-held/');
  for (const path of ['embed/%3Cimg%20src=x%3E/', 'embed/Call%20us%20at%20once/', 'embed/__proto__/', 'embed/constructor/1.0.0/']) {
    await page.goto(path);
    await expect(page.locator('main')).not.toContainText(/img|Call us|Object/);
    await expect(page.locator('h1')).toBeVisible();
  }
});

test.describe('in a frame', () => {
  let host: Host;
  test.beforeAll(async () => {
    host = await startHost();
  });
  test.afterAll(() => host.close());

  test('it fits by the protocol of the embeds, and shows no way around the site', async ({ page, site }) => {
    await host.open(
      page,
      `<iframe src="${site.url}embed/held/99.0.0/" title="A" height="900"></iframe><script async src="${site.url}embed.js"></script>`,
    );
    const frame = page.locator('iframe');
    await expect(frame.contentFrame().locator('h1')).toContainText('99.0.0');
    await expect(frame.contentFrame().locator('nav')).toBeHidden();
    await expect.poll(() => misfit(frame)).toBe(0);
    await frame.contentFrame().locator('main a').first().click();
    await expect(frame.contentFrame().locator('svg:visible')).toHaveCount(1);
  });
});

test('under a path that was not known when the site was built, the address shows where the site begins', async ({ page }) => {
  const site = await serveFolder(undefined, '/papers/belarus/');
  await page.context().route(`${site.origin}/**`, (route) => route.continue());
  await page.goto(`${site.url}embed/held/99.0.0/`);
  await expect(page.locator('main a').first()).toHaveAttribute('href', '/papers/belarus/embed/held/');
  await page.goto(`${site.url}charts/no-such-chart/`);
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page).toHaveURL(`${site.url}data/`);
  await expect(page.locator('h1')).toBeVisible();
  await site.close();
});

test('no spelling of an address makes a link to another site', async ({ page, site }) => {
  for (const path of [
    '//evil.example/charts/x/',
    '//evil.example/embed/held/9.9.9/',
    '/%5Cevil.example/embed/held/9.9.9/',
    '///evil.example/data/x/',
    '/x//evil.example/embed/nothing/',
    '/..%2f/evil.example/embed/held/9.9.9/?theme=dark#//evil.example',
  ]) {
    await page.goto(site.origin + path);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length, path).toBeGreaterThan(3);
    for (const link of links) expect(new URL(link).origin, path).toBe(site.origin);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is whole at any depth, and leads on', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('./embed/held/99.0.0/quiet/');
    expect(requests.length).toBe(1);
    await expect(page.locator('body')).toHaveCSS('margin', '0px');
    await page.getByRole('link', { name: 'Charts', exact: true }).click();
    await expect(page.locator('.gallery').first()).toBeVisible();
  });
});
