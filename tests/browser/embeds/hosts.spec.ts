/** Embeds on other people's pages: they fit with every script that newsrooms already run, and do nothing for a hostile one. */
import type { Page } from '@playwright/test';
import { type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';

let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(async () => {
  await host.close();
});

/** Pages of hosts by the script that listens, given the address of the embed and that of our site. */
const hosts: Readonly<Record<string, (embed: string, site: string) => string>> = {
  'our /embed.js': (embed, site) => `<iframe src="${embed}" title="Chart"></iframe><script async src="${site}embed.js"></script>`,
  'our element': (_, site) =>
    `<no-empty-cells chart="held" title="Chart"><a href="#">Chart</a></no-empty-cells><script src="${site}embed.js"></script>`,
  'pym.js': (embed) => `<div id="slot"></div><script src="/pym.js"></script><script>new pym.Parent('slot', '${embed}', {});</script>`,
  '@newswire/frames': (embed) =>
    `<div data-frame-src="${embed}" data-frame-attribute-title="Chart"></div><script type="module">import { autoInitFrames } from '/frames.js'; autoInitFrames();</script>`,
  'NPR sidechain': (embed) => `<side-chain src="${embed}"></side-chain><script src="/sidechain.js"></script>`,
  'iframe-resizer 4.3': (embed) =>
    `<iframe src="${embed}" title="Chart"></iframe><script src="/iframe-resizer.js"></script><script>iFrameResize({}, 'iframe');</script>`,
  '@open-iframe-resizer/core': (embed) =>
    `<iframe src="${embed}" title="Chart"></iframe><script type="module">import { initialize } from '/open-iframe-resizer.js'; initialize({}, 'iframe');</script>`,
  // The listener that Datawrapper's responsive code puts into pages, in its shape.
  Datawrapper: (embed) =>
    `<iframe src="${embed}" title="Chart"></iframe><script>addEventListener('message', (event) => {
      const heights = event.data['datawrapper-height'];
      if (heights === undefined) return;
      for (const id in heights) for (const frame of document.querySelectorAll('iframe'))
        if (frame.contentWindow === event.source) frame.style.height = heights[id] + 'px';
    });</script>`,
  AMP: (embed) =>
    `<iframe src="${embed}" title="Chart"></iframe><script>addEventListener('message', ({ source, data }) => {
      if (data.sentinel !== 'amp' || data.type !== 'embed-size') return;
      for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
    });</script>`,
};

async function expectFit(page: Page, when: string): Promise<void> {
  await expect.poll(() => misfit(page.locator('iframe')), { message: when }).toBe(0);
}

for (const [name, body] of Object.entries(hosts)) {
  test(`an embed fits with ${name}, and stays fitting`, async ({ page, site }) => {
    await page.setViewportSize({ width: 760, height: 900 });
    await host.open(page, body(`${site.url}embed/held/`, site.url));
    await expectFit(page, 'at first');
    const inside = page.frameLocator('iframe');
    await inside.locator('details:has(table) > summary').click();
    await expectFit(page, 'with the table open');
    await page.setViewportSize({ width: 340, height: 900 });
    await expectFit(page, 'when narrow');
    await inside.locator('details:has(table) > summary').click();
    await expectFit(page, 'with the table closed again');
    await inside.locator('html').evaluate((root) => root.style.setProperty('font-size', '24px'));
    await expectFit(page, 'with larger text');
  });
}

/** Counts the messages that the page hears from now on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
  });
const heard = (page: Page): Promise<unknown[]> => page.evaluate(() => Reflect.get(window, 'heard') as unknown[]);

test('idle embeds send nothing for ten seconds, whoever fits them', async ({ page, site }) => {
  // `@open-iframe-resizer/core` is left out: it goes on asking its frames, and is answered.
  const names = ['our /embed.js', 'our element', 'pym.js', '@newswire/frames', 'NPR sidechain', 'iframe-resizer 4.3', 'Datawrapper'];
  const parts = names.map((name) => hosts[name]?.(`${site.url}embed/sundays/`, site.url) ?? '');
  await host.open(page, parts.join(''));
  await expect(page.locator('iframe')).toHaveCount(names.length);
  for (const frame of await page.locator('iframe').all()) {
    await frame.scrollIntoViewIfNeeded();
    await expect.poll(() => misfit(frame)).toBe(0);
  }
  await page.waitForTimeout(1000);
  await listen(page);
  await page.waitForTimeout(10_000);
  expect(await heard(page)).toEqual([]);
});

test('a flood of questions is answered with few messages, and strange ones not at all', async ({ page, site }) => {
  await host.open(page, `<iframe src="${site.url}embed/held/" title="Chart"></iframe>`);
  await page.frameLocator('iframe').locator('svg:visible').waitFor();
  await page.waitForTimeout(300);
  await listen(page);
  await page.evaluate(() => {
    const child = document.querySelector('iframe')?.contentWindow;
    for (let i = 0; i < 2000; i++) child?.postMessage({ 'no-empty-cells': 1, ask: 'height' }, '*');
  });
  await page.waitForTimeout(500);
  const answers = (await heard(page)).length;
  expect(answers).toBeGreaterThan(0);
  expect(answers).toBeLessThan(20);
  await page.evaluate(() => {
    const child = document.querySelector('iframe')?.contentWindow;
    const strange = [
      null,
      'x',
      1,
      [],
      { 'no-empty-cells': 2, ask: 'height' },
      { 'no-empty-cells': 1, theme: 'url(x)' },
      { 'no-empty-cells': 1, theme: { toString: null } },
      JSON.parse('{"__proto__":{"no-empty-cells":1,"ask":"height"}}'),
      '[iFrameSizer]<b>:1',
      `[iFrameSizer]${'a'.repeat(1000)}:8`,
      { sentinel: 'amp', type: 'embed-size', height: 5 },
    ];
    for (const message of strange) child?.postMessage(message, '*');
  });
  await page.waitForTimeout(300);
  expect((await heard(page)).length).toBe(answers);
  expect(await page.frameLocator('iframe').locator('html').getAttribute('data-theme')).toBeNull();
});

test('the host can set the theme by a message, and another frame cannot', async ({ page, site }) => {
  await host.open(
    page,
    `<iframe id="chart" src="${site.url}embed/held/" title="Chart"></iframe><iframe id="other" src="${host.origin}/other" title="Other"></iframe>`,
  );
  const root = page.frameLocator('#chart').locator('html');
  await page.frameLocator('#chart').locator('svg:visible').waitFor();
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage({ 'no-empty-cells': 1, theme: 'dark' }, '*'));
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const other = page.frames().find((frame) => frame.url().endsWith('/other'));
  await other?.evaluate(() => parent.frames[0]?.postMessage({ 'no-empty-cells': 1, theme: 'light' }, '*'));
  await page.waitForTimeout(200);
  await expect(root).toHaveAttribute('data-theme', 'dark');
});

test('the loader obeys only its own frames', async ({ page, site }) => {
  // Not every host of the site can send headers, and then any page of it can be framed.
  await page.route(`${site.url}sources/`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await host.open(
    page,
    `<iframe id="chart" src="${site.url}embed/held/" title="Chart"></iframe>
     <iframe id="page" src="${site.url}sources/" title="A page of the site that is no embed"></iframe>
     <iframe id="stranger" srcdoc="stranger" title="Stranger"></iframe>
     <iframe id="boxed" sandbox="allow-scripts" srcdoc="boxed" title="Frame without an origin"></iframe>
     <script src="${site.url}embed.js"></script>`,
  );
  const chart = page.locator('#chart');
  await expect.poll(() => misfit(chart)).toBe(0);
  const heights = () => page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
  const before = await heights();
  const message = { 'no-empty-cells': 1, height: 1234 };
  for (const frame of page.frames().slice(1)) {
    if (frame.url().includes('/embed/held')) continue;
    await frame.evaluate((data) => parent.postMessage(data, '*'), message);
  }
  await page.evaluate((data) => postMessage(data, '*'), message);
  await page.waitForTimeout(300);
  expect(await heights()).toEqual(before);

  // The embed itself, were it taken over: heights that are none change nothing, and the others stay in bounds.
  const embed = page.frames().find((frame) => frame.url().includes('/embed/held')) ?? page.mainFrame();
  const claim = (height: unknown) => embed.evaluate((value) => parent.postMessage({ 'no-empty-cells': 1, height: value }, '*'), height);
  for (const height of [Number.NaN, Number.POSITIVE_INFINITY, '900', null, [900], { valueOf: 900 }, true]) await claim(height);
  await page.waitForTimeout(300);
  expect(await heights()).toEqual(before);
  await claim(1e9);
  await expect.poll(() => chart.evaluate((frame) => frame.clientHeight)).toBe(8000);
  await claim(-5);
  await expect.poll(() => chart.evaluate((frame) => frame.clientHeight)).toBe(80);
});

test('two of one chart, one added later, one moved, one removed, the loader twice, a policy without inline code, odd sheets: all fit', async ({
  page,
  site,
}) => {
  const embed = `${site.url}embed/sundays/`;
  const loader = `<script src="${site.url}embed.js"></script>`;
  await host.open(
    page,
    `<div id="first"><iframe src="${embed}" title="First"></iframe></div><div id="second"><iframe src="${embed}" title="Second"></iframe></div><div id="third"></div>${loader}${loader}`,
    `<style>* { box-sizing: content-box; font-size: 110%; } iframe { max-height: 400px; padding: 3px; }</style>
     <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${site.origin}; frame-src ${site.origin}; img-src data:">`,
  );
  const allFit = async (count: number): Promise<void> => {
    await expect(page.locator('iframe')).toHaveCount(count);
    for (let index = 0; index < count; index++) {
      const frame = page.locator('iframe').nth(index);
      await expect.poll(() => misfit(frame)).toBe(0);
    }
  };
  await allFit(2);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.querySelector('#third')?.append(frame);
  }, embed);
  await allFit(3);
  await page.evaluate(() => document.querySelector('#third')?.append(document.querySelector('#first iframe') ?? ''));
  await allFit(3);
  await page.evaluate(() => document.querySelector('#second iframe')?.remove());
  await allFit(2);
});

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  for (const third of [0, 1, 2]) {
    test(`the line to paste fits within a tenth in an article, and nothing scrolls inside at any width (${third + 1} of 3)`, async ({
      page,
      site,
    }) => {
      test.slow();
      const faults: string[] = [];
      await page.goto('./charts/');
      const links = await page.locator('.gallery a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const link of links.filter((_, index) => index % 3 === third)) {
        await page.goto(link);
        const code = await page.locator('[data-code=frame]').textContent();
        await host.open(page, (code ?? '').replaceAll('http://localhost:4321/', site.url), '<style>body { margin: 0; }</style>');
        const frame = page.locator('iframe');
        for (const width of [280, 360, 414, 520, 600, 680, 900]) {
          await page.setViewportSize({ width, height: 1200 });
          const over = await misfit(frame);
          const height = await frame.evaluate((element) => element.clientHeight);
          if (over > 0) faults.push(`${link} at ${width}: ${over} px of ${height} missing`);
          else if (width === 680 && -over > height / 10) faults.push(`${link} at ${width}: ${-over} px of ${height} left`);
        }
      }
      expect(faults).toEqual([]);
    });
  }
});
