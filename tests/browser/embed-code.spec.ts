/** Getting the code of an embed, what editors discover by themselves, and embeds that stay at a release. */
import { extract } from '@extractus/oembed-extractor';
import { expect, test } from './fixtures.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('theme and release go into every line, the button copies, and the preview fits', async ({ page, site, request }) => {
  await page.goto('./charts/held/');
  const code = page.locator('[data-code=frame]');
  await expect(code).toContainText(`src="${site.url}embed/held/"`);
  const { versions } = await (await request.get('./charts/held/versions.json')).json();
  const [newest] = versions;
  await page.locator('[name=theme]').selectOption('dark');
  await page.locator('[name=version]').selectOption(newest.version);
  await expect(code).toContainText(`src="${site.url}embed/held/${newest.version}/?theme=dark"`);
  await expect(page.locator('[data-code=quiet]')).toContainText(`src="${site.url}embed/held/${newest.version}/quiet/?theme=dark"`);
  await expect(page.locator('[data-code=element]')).toContainText(`version="${newest.version}" `);
  await page.getByRole('button', { name: 'Copy' }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());
  for (const width of [320, 520, 720]) {
    await page.locator('.embed-code [name=width]').selectOption(String(width));
    const frame = page.locator('.embed-preview iframe');
    await expect(frame.contentFrame().locator('svg:visible')).toHaveCount(1);
    await expect
      .poll(async () => {
        const needed = await frame
          .contentFrame()
          .locator('html')
          .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
        return needed - (await frame.evaluate((element) => element.clientHeight));
      })
      .toBe(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the lines are there as plain text, without buttons that do nothing', async ({ page }) => {
    await page.goto('./charts/held/');
    for (const name of ['frame', 'loader', 'quiet', 'element', 'picture', 'markdown'])
      await expect(page.locator(`[data-code=${name}]`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    await expect(page.locator('[name=theme]')).toBeHidden();
  });
});

/** What a consumer of oEmbed may ask for. A static file can heed none of it and must answer all the same. */
const wishes = { maxwidth: 320, maxheight: 200, format: 'json', dnt: '1' };

test('a consumer of oEmbed finds the frame from the page of a chart, and from each of its embeds', async ({ page, site, request }) => {
  const { versions } = await (await request.get('./charts/held/versions.json')).json();
  const newest = versions[0].version;
  const src = (html: string): string => /^<div[^>]*><iframe src="([^"]+)" title="[^"]+"/.exec(html)?.[1] ?? html;
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
      const picture = await request.get(`.${new URL(answer.thumbnail_url).pathname}`);
      expect(picture.headers()['content-type'], answer.thumbnail_url).toBe('image/png');
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
