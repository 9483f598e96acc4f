/** What an embed holds on every page: colours without our script, its room, its place on paper, on isolated pages, and a script that is heard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { frameCode } from '../../../src/embed/snippets.ts';
import { codesOf, formsOf } from '../helpers/codes.ts';
import { type Host, misfit, startHost } from '../helpers/embed-host.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(async () => {
  await host.close();
});

/** A page of the host with these headers. */
const openWith = (page: Page, headers: Readonly<Record<string, string>>, body: string): Promise<void> =>
  host.show(page, `<!doctype html><title>Host</title><link rel="icon" href="data:,">${body}`, '', headers);

/** The colour that is painted at a point of the page. */
async function painted(page: Page, x: number, y: number): Promise<string> {
  const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(
    async (data) => {
      const image = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join(' ');
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
}

const measured = { title: 'T', subtitle: 'S', note: '', reading: '', source: 'Sources', heights: { narrow: 700, wide: 700 } };
const hosts = { light: '255 255 255', dark: '16 20 24', 'light dark': '16 20 24' };

for (const [scheme, paper] of Object.entries(hosts)) {
  for (const reader of ['light', 'dark'] as const) {
    test(`without our script the page shows through on a ${scheme} page, for a reader of ${reader} pages`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: reader });
      const ink = paper.startsWith('255') ? '222222' : 'eeeeee';
      for (const look of [
        { background: 'transparent', text: ink },
        { corner: '24' },
        { background: 'transparent', text: ink, corner: '24' },
      ]) {
        for (const theme of ['auto', 'light', 'dark'] as const) {
          const choice = { chart: 'women-held', version: null, quiet: false };
          const line = frameCode({ choice, theme, site: site.url, title: 'Chart', measured, look });
          await host.open(page, line, `<style>:root{color-scheme:${scheme};background:rgb(${paper})}</style>`);
          await page.frameLocator('iframe').locator('svg:visible').waitFor();
          const bounds = await page.locator('iframe').boundingBox();
          const at = async (x: number, y: number) => painted(page, (bounds?.x ?? 0) + x, (bounds?.y ?? 0) + y);
          const named = `${JSON.stringify(look)} ${theme}`;
          if (look.corner) expect(await at(1, 1), `${named}: the corner`).toBe(paper);
          if (look.background) expect(await at(4, 100), `${named}: beside the chart`).toBe(paper);
        }
      }
    });
  }
}

for (const width of [390, 700]) {
  for (const name of Object.keys(formsOf('held', ''))) {
    test(`nothing moves around an embed in a window of ${width} px, with a late script: ${name}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.route('**/embed.js', async (route) => {
        await new Promise((late) => setTimeout(late, 1200));
        await route.continue();
      });
      const [form = '', below = ''] = formsOf('held', site.url)[name] ?? [];
      const watching = `<script>window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });</script>`;
      await host.open(page, `<p>Before</p>${form}<p>After</p><p style="height:1500px">More</p>${below}`, watching);
      if (below) await expect.poll(() => misfit(page.locator('iframe'))).toBe(0);
      await page.waitForTimeout(700);
      expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBeLessThan(0.01);
    });
  }
}

test('an article printed without having been scrolled shows each chart', async ({ page, site }) => {
  const long = '<p>Top</p><div style="height:9000px"></div>';
  await host.open(page, long);
  const empty = (await page.pdf()).length;
  for (const name of ['line', 'line with script', 'element', 'element without its script', 'picture, SVG']) {
    const [form = '', below = ''] = formsOf('women-held', site.url)[name] ?? [];
    await host.open(page, `${long}${form}${below}`);
    await page.waitForTimeout(500);
    expect((await page.pdf()).length, name).toBeGreaterThan(empty + 20_000);
  }
});

test('on paper the element shows its picture until its frame has come, and the frame from then on', async ({ page, site }) => {
  const { element, loader } = codesOf('women-held', site.url);
  await host.open(page, `<div style="height:9000px"></div>${element}${loader}`);
  await expect(page.locator('no-empty-cells iframe')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('no-empty-cells img')).toBeVisible();
  await expect(page.locator('no-empty-cells iframe')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('no-empty-cells img')).toBeHidden();
  await page.locator('no-empty-cells iframe').scrollIntoViewIfNeeded();
  await expect.poll(() => misfit(page.locator('iframe'))).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('no-empty-cells img')).toBeHidden();
  await expect(page.locator('no-empty-cells iframe')).toBeVisible();
});

for (const policy of ['require-corp', 'credentialless']) {
  test(`a page that is isolated by ${policy} shows frame, element and picture`, async ({ page, site }) => {
    const { frame, element, svg, loader } = codesOf('women-held', site.url);
    await openWith(
      page,
      { 'cross-origin-embedder-policy': policy, 'cross-origin-opener-policy': 'same-origin' },
      `${svg}${frame}${element}${loader}`,
    );
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect.poll(() => page.locator('picture img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
    for (const at of [0, 1]) {
      await page.locator('iframe').nth(at).scrollIntoViewIfNeeded();
      await expect.poll(() => misfit(page.locator('iframe').nth(at))).toBe(0);
    }
  });
}

test.describe('a script that is not at its own address', () => {
  const warnings = (page: Page): string[] => {
    const heard: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning' && message.text().startsWith('embed.js')) heard.push(message.text());
    });
    return heard;
  };
  const script = (): string => readFileSync(join(dist, 'embed.js'), 'utf8');
  test('copied, it says once what it can’t fit and what to do; told its site, it fits', async ({ page, site }) => {
    const { frame } = codesOf('women-held', site.url);
    const heard = warnings(page);
    const copy = `<script src="${host.origin}/vendor/embed.js"></script>`;
    await openWith(page, {}, frame + copy + copy);
    await expect.poll(() => heard.length, { timeout: 8000 }).toBe(1);
    expect(heard[0]).toContain(`${host.origin}/vendor/embed/ not ${site.url}embed/women-held/: set data-site`);
    heard.length = 0;
    await openWith(page, {}, frame + copy.replace('src', `data-site="${site.url}" src`));
    await expect.poll(() => misfit(page.locator('iframe'))).toBe(0);
    await page.waitForTimeout(3500);
    expect(heard).toEqual([]);
  });

  for (const how of ['inlined', 'in a blob']) {
    test(`${how}, it knows no site and says so; told it, frame and element fit`, async ({ page, site }) => {
      const { frame, element } = codesOf('women-held', site.url);
      const heard = warnings(page);
      const tag = (told: string): string =>
        how === 'inlined'
          ? `<script ${told}>${script()}</script>`
          : `<script>{ const tag = document.createElement('script'); tag.src = URL.createObjectURL(new Blob([${JSON.stringify(script())}])); ${told ? `tag.dataset.site = '${site.url}';` : ''} document.head.append(tag); }</script>`;
      await openWith(page, {}, frame + tag(''));
      await expect.poll(() => heard).toEqual([expect.stringContaining('fits nothing: set data-site')]);
      heard.length = 0;
      await openWith(page, {}, frame + element + tag(`data-site="${site.url}"`));
      for (const at of [0, 1]) {
        await page.locator('iframe').nth(at).scrollIntoViewIfNeeded();
        await expect.poll(() => misfit(page.locator('iframe').nth(at))).toBe(0);
      }
      expect(heard).toEqual([]);
    });
  }

  test('a page without charts, and one with frames of others, is left in peace', async ({ page, site }) => {
    const heard = warnings(page);
    await openWith(
      page,
      {},
      `<iframe srcdoc="x" sandbox="allow-popups-to-escape-sandbox"></iframe><script src="${site.url}embed.js"></script>`,
    );
    await page.waitForTimeout(3500);
    expect(heard).toEqual([]);
  });
});

test('a host can leave out the head and the notes and open the table; sources and date stay', async ({ page, site }) => {
  const { frame } = codesOf('women-held', site.url);
  const look = (hash: string): string => frame.replace('/embed/women-held/"', `/embed/women-held/#${hash}"`);
  const inside = page.frameLocator('iframe');
  await host.open(page, look('head=off&amp;notes=off&amp;table=open'));
  await expect(inside.locator('table')).toBeVisible();
  await expect(inside.locator('figcaption')).toBeHidden();
  for (const note of await inside.locator('.note').all()) await expect(note).toBeHidden();
  await expect(inside.getByText(/Sources?:/)).toBeVisible();
  await expect(inside.getByRole('figure')).toHaveAccessibleName(/women/);
  await host.open(page, frame);
  await expect(inside.locator('figcaption')).toBeVisible();
  await expect(inside.locator('table')).toBeHidden();
});
