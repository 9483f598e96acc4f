/** Places on a host's page where frames go wrong: closed tabs, dark pages, paper, mirrors, boxes without an origin, narrow columns. */
import type { Page } from '@playwright/test';
import { allowModules, type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { serveFolder } from '../helpers/static-server.ts';

let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(async () => {
  await host.close();
});

const frameOf = (src: string, more = ''): string => `<iframe src="${src}" title="Chart" ${more}></iframe>`;
const fits = (page: Page, selector = 'iframe') => expect.poll(() => misfit(page.locator(selector)), selector).toBe(0);

/** The messages that the page has heard, from before its first frame. */
const listening = `<script>window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data));</script>`;
const heard = (page: Page): Promise<unknown[]> => page.evaluate(() => Reflect.get(window, 'heard') as unknown[]);

test('in a closed tab or fold an embed tells no height, and fits when it is opened', async ({ page, site }) => {
  const embed = `${site.url}embed/held/`;
  await host.open(
    page,
    `<div id="tab" hidden>${frameOf(embed)}</div><details><summary>More</summary>${frameOf(embed)}</details><script src="${site.url}embed.js"></script>`,
    listening,
  );
  await page.waitForTimeout(800);
  expect((await heard(page)).filter((message) => Object(message).height < 300)).toEqual([]);
  expect(await page.locator('#tab iframe').getAttribute('style')).toBeNull();
  await page.locator('#tab').evaluate((tab) => tab.removeAttribute('hidden'));
  await fits(page, '#tab iframe');
  // A reader sees the fold that is opened; browsers let frames sleep that are out of sight.
  await page.locator('summary').first().click();
  await page.locator('details iframe').scrollIntoViewIfNeeded();
  await fits(page, 'details iframe');
});

test('while the window is dragged an embed sends no more than a message for each picture of the screen', async ({ page, site }) => {
  await host.open(page, `<div>${frameOf(`${site.url}embed/held/`)}</div><script src="${site.url}embed.js"></script>`, listening);
  await fits(page);
  const [before, pictures] = await page.evaluate(async () => {
    const at = Reflect.get(window, 'heard').length;
    const box = document.querySelector('div');
    for (let step = 0; step < 40; step++) {
      // Ten sizes between two pictures, as fast mice bring.
      for (let part = 0; part < 10; part++) box?.style.setProperty('width', `${700 - step * 8 - part / 2}px`);
      await new Promise(requestAnimationFrame);
    }
    return [at, 40];
  });
  await fits(page);
  await page.waitForTimeout(200);
  expect((await heard(page)).length - (before ?? 0)).toBeLessThanOrEqual((pictures ?? 0) + 5);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`where the reader prefers ${scheme}, a transparent embed and round corners let pages of each scheme show through`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const declared of ['', 'dark', 'light dark']) {
      for (const look of ['background=transparent', 'corner=24&background=204060&text=fff']) {
        await host.open(
          page,
          `${frameOf(`${site.url}embed/held/#${look}`)}<script src="${site.url}embed.js"></script>`,
          `<style>:root { color-scheme: ${declared || 'normal'}; background: rgb(10, 200, 10); } body { margin: 0; }</style>`,
        );
        await fits(page);
        // The upper left corner lies outside the round one.
        const corner = await page.locator('iframe').screenshot();
        const pixel = await page.evaluate(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = document.createElement('canvas').getContext('2d');
          canvas?.drawImage(image, 0, 0);
          return [...(canvas?.getImageData(0, 4, 1, 1).data ?? [])].slice(0, 3);
        }, corner.toString('base64'));
        expect(pixel, `${look} on a page of scheme "${declared}"`).toEqual([10, 200, 10]);
      }
    }
  });
}

test('on paper an embed is in ink, whatever its theme and tokens, and its drawing gives way rather than be cut', async ({ page, site }) => {
  for (const end of ['?theme=dark', '#background=102030&text=fff&accent=fc0']) {
    for (const chart of ['held', 'deaths', 'stations']) {
      await host.open(page, frameOf(`${site.url}embed/${chart}/${end}`), '<style>iframe { height: 100px; }</style>');
      const root = page.frameLocator('iframe').locator('html');
      await root.locator('svg:visible').waitFor();
      const needed = await root.evaluate((element) => element.getBoundingClientRect().height);
      // As when the paper is a little wider than the column on the screen was.
      await page.locator('iframe').evaluate((frame, height) => frame.style.setProperty('height', `${height}px`), needed * 0.93);
      await page.emulateMedia({ media: 'print' });
      expect(await root.evaluate((element) => element.scrollHeight - element.clientHeight), chart).toBe(0);
      const drawing = await root.locator('svg:visible').evaluate((svg) => svg.getBoundingClientRect().height);
      expect(drawing).toBeGreaterThan(150);
      await expect(root.locator('.chart-title')).toHaveCSS('color', 'rgb(28, 27, 25)');
      expect(await root.locator('body').evaluate((body) => getComputedStyle(body).getPropertyValue('--chart-ink').trim())).toBe('#1c1b19');
      await page.emulateMedia({ media: 'screen' });
    }
  }
});

test('what a reader needs comes before the colours of the host', async ({ page }) => {
  await page.goto('./embed/held/#background=102030&text=fff');
  const colour = (name: string): Promise<string> =>
    page.evaluate((property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim(), name);
  expect(await colour('--chart-ink')).toBe('#fff');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await colour('--chart-muted')).toBe('CanvasText');
  expect(await colour('--paper')).toBe('Canvas');
});

test('charts of two mirrors on one page fit, each by its own copy of the script', async ({ page, site }) => {
  const mirror = await serveFolder();
  await page.route(`${mirror.origin}/**`, (route) => route.continue());
  await allowModules(page);
  await host.open(
    page,
    `${frameOf(`${site.url}embed/held/`, 'id="first"')}${frameOf(`${mirror.url}embed/held/`, 'id="second"')}
     <script src="${site.url}embed.js"></script><script type="module" src="${mirror.url}embed.js"></script>`,
  );
  await fits(page, '#first');
  await fits(page, '#second');
  await mirror.close();
});

test('the script works as a module, imported, put in later, and does nothing when pasted into the page', async ({ page, site }) => {
  const address = `${site.url}embed.js`;
  await allowModules(page);
  const ways = {
    module: `<script type="module" src="${address}"></script>`,
    imported: `<script type="module">import '${address}';</script>`,
    later: `<script>setTimeout(() => { const script = document.createElement('script'); script.src = '${address}'; document.body.append(script); }, 300);</script>`,
  };
  for (const [way, script] of Object.entries(ways)) {
    await host.open(page, `${frameOf(`${site.url}embed/held/`)}${script}`);
    await expect.poll(() => misfit(page.locator('iframe')), way).toBe(0);
  }
  await host.open(page, `${frameOf(`${site.url}embed/held/`)}<script>${await (await page.request.get(address)).text()}</script>`);
  await page.frameLocator('iframe').locator('svg:visible').waitFor();
  expect(await page.locator('iframe').getAttribute('style')).toBeNull();
});

test('in a box without an origin an embed shows its chart, and the script leaves its height alone', async ({ page, site }) => {
  await host.open(
    page,
    `${frameOf(`${site.url}embed/held/`, 'sandbox="allow-scripts" height="444"')}<script src="${site.url}embed.js"></script>`,
    listening,
  );
  await expect(page.frameLocator('iframe').locator('svg:visible')).toHaveCount(1);
  await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(0);
  expect(await page.locator('iframe').evaluate((frame) => [frame.clientHeight, frame.getAttribute('style')])).toEqual([444, null]);
});

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('the pasted line keeps its width and height in a column of blocks, in a table, and under sheets that bound frames', async ({
    page,
    site,
  }) => {
    await page.goto('./charts/held/');
    const code = ((await page.locator('[data-code=frame]').textContent()) ?? '').replace(/src="[^"]*\/embed\//, `src="${site.url}embed/`);
    const places = {
      column: `<main style="display:flex;flex-direction:column;align-items:center">${code}</main>`,
      grid: `<main style="display:grid;justify-items:start">${code}</main>`,
      table: `<table style="width:100%"><tr><td>${code}</td></tr></table>`,
      bounded: `<style>iframe { max-height: 400px; padding: 9px; max-width: 100%; }</style>${code}`,
      rtl: `<main dir="rtl">${code}</main>`,
    };
    for (const [place, body] of Object.entries(places)) {
      await page.setViewportSize({ width: 680, height: 900 });
      await host.open(page, body);
      const frame = page.locator('iframe');
      expect(await frame.evaluate((element) => element.clientWidth), place).toBeGreaterThan(600);
      const over = await misfit(frame);
      expect(over, place).toBeLessThanOrEqual(0);
      expect(over, place).toBeGreaterThan(-80);
    }
  });
});
