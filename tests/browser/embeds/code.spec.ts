/** Getting the code of an embed, what editors discover by themselves, and embeds that stay at a release. */
import { extract } from '@extractus/oembed-extractor';
import { type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { serveFolder } from '../helpers/static-server.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('every choice goes into every line that it bears on, and the button copies', async ({ page, site, request }) => {
  await page.goto('./charts/lifelines/');
  const line = (name: string) => page.locator(`[data-code=${name}]`);
  await expect(line('frame')).toContainText(`src="${site.url}embed/lifelines/"`);
  const { versions } = await (await request.get('./charts/lifelines/versions.json')).json();
  const [newest] = versions;
  // Only releases that have the chart can be chosen.
  expect(await page.locator('[name=version] option').count()).toBe(versions.length + 1);
  await page.locator('[name=theme]').selectOption('dark');
  await page.locator('[name=version]').selectOption(newest.version);
  await page.locator('[name=size]').selectOption('480');
  await page.locator('.embed-look summary').click();
  await page.locator('[name=background]').selectOption('transparent');
  await page.locator('[name=accent]').fill('#0A5');
  await page.locator('[name=corner]').fill('8');
  await page.locator('[name=density]').selectOption('roomy');
  const hash = '#background=transparent&amp;accent=0A5&amp;corner=8&amp;density=roomy';
  await expect(line('frame')).toContainText(`src="${site.url}embed/lifelines/${newest.version}/?theme=dark${hash}"`);
  await expect(line('frame')).toContainText('max-width:480px');
  await expect(line('element')).toContainText(`version="${newest.version}" theme="dark" look="${hash.slice(1)}"`);
  await expect(line('svg')).toContainText(`src="${site.url}charts/lifelines-dark.svg"`);
  await expect(line('markdown')).toContainText(`](${site.url}charts/lifelines/)`);
  await expect(line('quiet')).toHaveCount(0);

  // What does not validate stays out of the lines, and is marked.
  await page.locator('[name=accent]').fill('red');
  await expect(page.locator('[name=accent]')).toHaveAttribute('aria-invalid', 'true');
  await expect(line('frame')).not.toContainText('accent');

  // A quiet choice holds for the forms without a frame too: no link, and no name in picture or text.
  const [name = ''] = ((await page.locator('.chart-table tbody th').first().textContent()) ?? '').trim().split(' ').slice(-1);
  expect(name).not.toBe('');
  await page.locator('[name=quiet]').check();
  await expect(line('frame')).toContainText(`embed/lifelines/${newest.version}/quiet/`);
  for (const form of ['frame', 'element', 'svg', 'png', 'markdown']) await expect(line(form)).not.toContainText(name);
  for (const form of ['element', 'markdown']) await expect(line(form)).not.toContainText(`${site.url}charts/lifelines/`);
  const picture = async (name: string) => (await request.get(`./charts/${name}.svg`)).text();
  expect(await picture('lifelines-dark')).toContain(name);
  const quiet = await picture('lifelines-quiet-dark');
  expect(quiet).toContain('</svg>');
  expect(quiet).not.toContain(name);

  await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await line('frame').textContent());
});

test('the preview shows the embed as chosen at three widths, each made to fit', async ({ page }) => {
  await page.goto('./charts/held/');
  await page.locator('.embed-choices').scrollIntoViewIfNeeded();
  await page.locator('[name=preview]').last().check();
  await page.locator('[name=theme]').selectOption('dark');
  await expect(page.locator('.embed-preview iframe')).toHaveCount(3);
  for (const [index, width] of [320, 520, 720].entries()) {
    const frame = page.locator('.embed-preview iframe').nth(index);
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await frame.evaluate((element) => element.clientWidth)).toBe(width);
    await expect.poll(() => misfit(frame)).toBe(0);
  }
});

test.describe('the lines on the page of a host', () => {
  let host: Host;
  test.beforeAll(async () => {
    host = await startHost();
  });
  test.afterAll(() => host.close());

  for (const [size, density] of [
    ['', 'compact'],
    ['480', 'normal'],
    ['480', 'roomy'],
  ] as const) {
    test(`${size || 'whole'} width, ${density}: without a script the height that it starts at fits`, async ({ page, context }) => {
      await context.route(`${host.origin}/**`, (route) => route.continue());
      await page.goto('./charts/releases/');
      await page.locator('[name=size]').selectOption(size);
      await page.locator('[name=density]').evaluate((select, value) => {
        (select as HTMLSelectElement).value = value === 'normal' ? '' : value;
        select.dispatchEvent(new Event('input', { bubbles: true }));
      }, density);
      const code = (await page.locator('[data-code=frame]').textContent()) ?? '';
      for (const width of [280, 360, 480, 680]) {
        await page.setViewportSize({ width: width + 40, height: 900 });
        await host.open(page, code);
        const frame = page.locator('iframe');
        await frame.contentFrame().locator('.chart').waitFor();
        expect(await frame.evaluate((element) => element.clientWidth)).toBe(Math.min(width, Number(size || width)));
        const needed = await misfit(frame);
        const height = await frame.evaluate((element) => element.clientHeight);
        expect(needed, `${width} px: no bar inside`).toBeLessThanOrEqual(0);
        if (width >= 480) expect(-needed, `${width} px: close`).toBeLessThanOrEqual(height * 0.12);
      }
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the lines are there as plain text, without buttons that do nothing', async ({ page }) => {
    await page.goto('./charts/held/');
    for (const name of ['frame', 'loader', 'quiet', 'element', 'svg', 'png', 'markdown'])
      await expect(page.locator(`[data-code=${name}]`)).toBeVisible();
    await expect(page.locator('[data-code=quiet]')).toContainText('/embed/held/quiet/"');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('[name=theme]')).toBeHidden();
  });

  test('each figure of the story leads to its code', async ({ page }) => {
    await page.goto('./');
    const figures = await page.locator('figure.chart').count();
    const links = page.locator('figure.chart a[data-embed]');
    await expect(links).toHaveCount(figures);
    await links.first().click();
    await expect(page.locator('#embed')).toBeInViewport();
    expect(new URL(page.url()).pathname).toMatch(/\/charts\/[a-z0-9-]+\/index\.html$/);
  });
});

test('in the story the code opens in place, and the reader comes back to where they were', async ({ page }) => {
  const site = await serveFolder(undefined, '/papers/belarus/');
  await page.context().route(`${site.origin}/**`, (route) => route.continue());
  await page.goto(site.url);
  const link = page.locator('figure.chart a[data-embed]').nth(1);
  await link.scrollIntoViewIfNeeded();
  const chart = new URL(await link.evaluate((element) => (element as HTMLAnchorElement).href)).pathname.split('/').at(-2);
  const before = await page.evaluate(() => scrollY);
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-code=frame]')).toContainText(`src="${site.url}embed/${chart}/"`, { timeout: 20_000 });
  await expect(dialog.locator('.embed-preview iframe').contentFrame().locator('svg:visible')).toHaveCount(1);
  await dialog.locator('[name=theme]').selectOption('dark');
  await expect(dialog.locator('[data-code=frame]')).toContainText('?theme=dark');
  await expect(dialog).toHaveAccessibleName(/^Embed: ./);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  // Another figure's code takes the place of the first.
  const other = page.locator('figure.chart a[data-embed]').nth(2);
  await other.click();
  await expect(dialog.locator('.embed-section')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(other).toBeFocused();
  await site.close();
});

test.describe('where the page of the chart cannot be fetched', () => {
  test.use({ expectedFaults: [/ERR_FAILED/] });

  test('the link is followed', async ({ page }) => {
    await page.goto('./');
    await page.route(/\/charts\/[^/]+\/index\.html$/, (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await page.locator('figure.chart a[data-embed]').first().click();
    await expect(page.locator('h1')).toBeVisible();
    await expect(page).toHaveURL(/\/charts\/[^/]+\/index\.html#embed$/);
  });
});

/** What a consumer of oEmbed may ask for. A static file can heed none of it and must answer all the same. */
const wishes = { maxwidth: 320, maxheight: 200, format: 'json', dnt: '1' };

test('a consumer of oEmbed finds the frame from the page of a chart, and from each of its embeds', async ({ page, site, request }) => {
  const { versions } = await (await request.get('./charts/held/versions.json')).json();
  const newest = versions[0].version;
  const src = (html: string): string =>
    /^(?:<blockquote hidden>.*?<\/blockquote>)?<div[^>]*><iframe src="([^"]+)" title="[^"]+"/.exec(html)?.[1] ?? html;
  for (const [asked, embed] of [
    ['charts/held/', 'held/'],
    ['embed/held/', 'held/'],
    ['embed/held/quiet/', 'held/quiet/'],
    [`embed/held/${newest}/`, `held/${newest}/`],
    [`embed/held/${newest}/quiet/`, `held/${newest}/quiet/`],
  ]) {
    const answer = await extract(`${site.url}${asked}`, wishes);
    await page.goto(`./${asked}`);
    const title = asked?.startsWith('charts') ? await page.locator('h1').textContent() : await page.title();
    expect(answer, asked).toMatchObject({ method: 'auto-discovery', type: 'rich', version: '1.0', title, width: expect.any(Number) });
    expect(new URL(src(String(answer.html))).pathname, asked).toBe(`/embed/${embed}`);
    expect(answer.height).toBeGreaterThan(300);
    expect(title).not.toContain('<');
    if (answer.thumbnail_url !== undefined) {
      const picture = await fetch(`${site.url}${new URL(answer.thumbnail_url).pathname.slice(1)}`);
      expect(picture.headers.get('content-type'), answer.thumbnail_url).toBe('image/png');
    }
  }
  expect((await extract(`${site.url}embed/held/quiet/`)).thumbnail_url).toMatch(/neutral-card\.png$/);
  expect(await extract(`${site.url}embed/held/${newest}/`)).not.toHaveProperty('thumbnail_url');
});

test('each release of a chart has its embeds, which say their version', async ({ page, request }) => {
  const { id, versions } = await (await request.get('./charts/held/versions.json')).json();
  expect(id).toBe('held');
  expect(versions.length).toBeGreaterThan(0);
  for (const { version, change } of versions) {
    expect(change).not.toBe('');
    await page.goto(`./embed/held/${version}/`);
    await expect(page.locator('.chart')).toContainText(`data version ${version},`);
    await page.goto(`./embed/held/${version}/quiet/`);
    await expect(page.locator('.chart')).toContainText(`data version ${version},`);
    await expect(page.locator('a')).toHaveCount(0);
  }
});
