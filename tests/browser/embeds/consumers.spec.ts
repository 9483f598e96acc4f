/** Programs that take our lines and answers by rules of their own: what their rules leave of an embed is what the recipes promise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import sanitize from 'sanitize-html';
import { codesOf } from '../helpers/codes.ts';
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

/** The html of an oEmbed answer, with the address at which the site is served. */
function oembedHtml(path: string, site: string): string {
  const { html, provider_url } = JSON.parse(readFileSync(join(dist, path), 'utf8'));
  return String(html).replaceAll(provider_url, site);
}

/** What WordPress leaves of the answer of a site that it does not know, by its published rule (`wp_filter_oembed_result`, read in 6.x). */
function wordPress(html: string): string {
  const secret = 'AbCdEfGhIj';
  const kept = sanitize(html, {
    allowedTags: ['a', 'blockquote', 'iframe'],
    allowedAttributes: {
      a: ['href'],
      iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
    },
  });
  const [, quote = '', frame = ''] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kept) ?? [];
  const marked = frame
    .replace(/ src="(.*?)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`)
    .replace('<iframe', quote ? '<iframe style="position: absolute; visibility: hidden;"' : '<iframe')
    .replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');
  return quote.replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${secret}"`) + marked;
}

/** What WordPress's own script does with the messages of such frames, by its published rule (`wp-embed.js`). */
const wordPressScript = `<script>addEventListener('message', ({ source, data }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
  }
});</script>`;

for (const width of [340, 680]) {
  test(`in a WordPress that does not know us a chart is whole, without a border or a word in the console, at ${width} px`, async ({
    page,
    site,
  }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const left = wordPress(oembedHtml('charts/women-held.oembed.json', site.url));
    expect(left).toContain('<blockquote class="wp-embedded-content"');
    expect(left).not.toContain('hidden>');
    await page.setViewportSize({ width, height: 900 });
    // Only the rule of WordPress's themes for frames; no sheet of ours or of a test takes the border away.
    const html = `<!doctype html><title>Host</title><link rel="icon" href="data:,"><style>body{margin:0}iframe{max-width:100%}</style>${wordPressScript}${left}`;
    await host.show(page, html, '');
    const frame = page.locator('iframe');
    await expect(frame).toBeVisible();
    await expect(page.locator('blockquote')).toBeHidden();
    await expect.poll(() => misfit(frame)).toBe(0);
    expect(await frame.evaluate((element) => element.getBoundingClientRect().width)).toBe(width);
    expect(said).toEqual([]);
  });
}

test('without scripts WordPress shows the link to the chart’s page, and of a quiet embed its title alone', ({ site }) => {
  const { document } = parseHTML(wordPress(oembedHtml('charts/women-held.oembed.json', site.url)));
  expect(document.querySelector('blockquote a')?.getAttribute('href')).toBe(`${site.url}charts/women-held/`);
  const quiet = parseHTML(wordPress(oembedHtml('embed/women-held/quiet/oembed.json', site.url))).document;
  expect(quiet.querySelector('blockquote')?.textContent).not.toBe('');
  expect(quiet.querySelector('a')).toBeNull();
});

test('of the line nothing is left by a strict sanitiser; of the element its link, and its picture where pictures are kept', ({ site }) => {
  const { frame, element } = codesOf('women-held', site.url);
  expect(sanitize(frame)).toBe('<div></div>');
  expect(sanitize(element)).toContain(`<a href="${site.url}charts/women-held/">`);
  const withPictures = sanitize(element, { allowedTags: [...sanitize.defaults.allowedTags, 'img'] });
  expect(withPictures).toContain(`<img src="${site.url}charts/women-held.svg"`);
});

test('a reader view keeps picture and link of the element, and nothing of the line', ({ site }) => {
  const { frame, element } = codesOf('women-held', site.url);
  const words = '<p>Words of an article, with commas, and enough of them that a reader view takes them for one, as it should.</p>'.repeat(
    12,
  );
  const read = (form: string): string => {
    const { document } = parseHTML(
      `<!doctype html><html><head><title>A</title></head><body><article>${words}${form}${words}</article></body></html>`,
    );
    return new Readability(document as unknown as Document).parse()?.content ?? '';
  };
  expect(read(element)).toContain(`${site.url}charts/women-held.svg`);
  expect(read(element)).toContain(`href="${site.url}charts/women-held/"`);
  expect(read(frame)).not.toContain('women-held');
});
