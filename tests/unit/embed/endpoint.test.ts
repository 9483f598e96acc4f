/** The functions for oEmbed as the hosts would run them: bundled, imported, and asked by the letter of https://oembed.com. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { loadEdition } from '../../../src/site/edition.ts';
import { oembedOf } from '../../../src/site/embeds/oembed.ts';
import { embedView } from '../../../src/site/embeds/view.ts';
import { oembedFunctions, providerEntry } from '../../../src/site/publish/hosting/oembed.ts';

const site = 'https://charts.example/belarus/';
const folder = mkdtempSync(join(tmpdir(), 'oembed-'));
type Ask = (query: string) => Promise<Response>;
const asks = new Map<string, Ask>();
/** Every file of the site that a function asked for. */
const fetched: string[] = [];

beforeAll(async () => {
  const edition = loadEdition(process.cwd(), 'en');
  const answerOf = (quiet: boolean) => {
    const choice = { chart: 'held', version: null, quiet, language: null };
    return oembedOf(embedView(edition, choice), choice, edition.strings.siteName, site);
  };
  const part = { chart: 'arrest-counts', version: null, quiet: true, language: 'be', only: 'rights-groups' };
  const ofPart = oembedOf(embedView(edition, part), part, edition.strings.siteName, site);
  const files = new Map([
    [`${site}embed/be/arrest-counts/quiet/only/rights-groups/oembed.json`, ofPart],
    [`${site}charts/held.oembed.json`, answerOf(false)],
    [`${site}embed/held/quiet/oembed.json`, answerOf(true)],
  ]);
  const get = async (wanted: string | URL | Request): Promise<Response> => {
    const address = wanted instanceof Request ? wanted.url : String(wanted);
    fetched.push(address);
    const found = files.get(address);
    return found ? Response.json(found) : new Response('none', { status: 404 });
  };
  vi.stubGlobal('fetch', get);
  for (const [path, text] of await oembedFunctions(process.cwd(), site)) {
    const file = join(folder, basename(path, '.js').replace('.mjs', `-${asks.size}`).concat('.mjs'));
    writeFileSync(file, text);
    const module = await import(/* @vite-ignore */ pathToFileURL(file).href);
    asks.set(path.split('/')[0] ?? '', (query) => {
      const request = new Request(`https://charts.example/oembed?${query}`);
      return module.default ? module.default(request) : module.onRequestGet({ request, env: { ASSETS: { fetch: get } } });
    });
  }
}, 60_000);
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

const held = `url=${encodeURIComponent(`${site}charts/held/`)}`;

describe.each(['netlify', 'cloudflare'])('%s', (host) => {
  const ask: Ask = (query) => (asks.get(host) ?? (() => Promise.reject(new Error(`no function for ${host}`))))(query);

  test('a chart is answered as its file says', async () => {
    const response = await ask(held);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const answer = await response.json();
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 680, thumbnail_width: 1200 });
    expect(answer.html).toContain(`<iframe src="${site}embed/held/"`);
    expect(answer).not.toHaveProperty('heights');
    expect(await (await ask(`${held}&format=json&maxwidth=2000`)).json()).toMatchObject({ width: 680, height: answer.height });
  });

  test.each([1, 200, 280, 333, 480, 679])('width never comes over maxwidth=%i, in answer, frame and picture', async (most) => {
    const [full, answer] = [await (await ask(held)).json(), await (await ask(`${held}&maxwidth=${most}`)).json()];
    expect(answer.width).toBe(most);
    expect(answer.html).toContain(`max-width:${most}px"><iframe`);
    expect(answer.html).toContain(` height="${answer.height}"`);
    expect(answer).not.toHaveProperty('thumbnail_url');
    expect(full.html).not.toContain('max-width:');
    expect(answer.height).toBeGreaterThan(300);
  });

  test('height never comes over maxheight', async () => {
    const answer = await (await ask(`${held}&maxheight=250`)).json();
    expect(answer.height).toBe(250);
    expect(answer.html).toContain('max-height:250px');
    expect(answer.html).toContain(' height="250"');
  });

  test('quiet embeds have an answer of their own, by either scheme and by the name of the file', async () => {
    for (const url of [
      `${site}embed/held/quiet/`,
      `${site.replace('https', 'http')}embed/held/quiet`,
      `${site}embed/held/quiet/index.html?theme=dark`,
    ]) {
      const response = await ask(`url=${encodeURIComponent(url)}`);
      expect(response.status, url).toBe(200);
      expect((await response.json()).html).toContain(`${site}embed/held/quiet/`);
    }
  });

  test('a part of a chart has an answer of its own, and its title names it', async () => {
    const url = `${site}embed/be/arrest-counts/quiet/only/rights-groups/`;
    const answer = await (await ask(`url=${encodeURIComponent(url)}`)).json();
    expect(answer.html).toContain(`<iframe src="${url}"`);
    expect(answer.title).toMatch(/ \(Viasna, rights groups\)$/);
  });

  test.each([
    ['xml', `${held}&format=xml`, 501],
    ['another format', `${held}&format=%3Cb%3E`, 501],
    ['a chart that is not there', `url=${site}charts/nothing/`, 404],
    ['another site', 'url=https://elsewhere.example/belarus/charts/held/', 404],
    ['a name that only begins like ours', 'url=https://charts.example.evil.example/belarus/charts/held/', 404],
    ['another folder of the host', 'url=https://charts.example/charts/held/', 404],
    ['a way out of the folder', `url=${encodeURIComponent(`${site}charts/../../secret`)}`, 404],
    ['no address', '', 400],
    ['words', 'url=held', 404],
    ['a width of nothing', `${held}&maxwidth=0`, 400],
    ['a width in words', `${held}&maxwidth=wide`, 400],
  ])('%s is refused', async (_, query, status) => {
    fetched.length = 0;
    const response = await ask(query);
    expect(response.status).toBe(status);
    expect((await response.json()).error).toMatch(/^(Expected|There is no)/);
    expect(fetched.every((address) => address.startsWith(`${site}charts/`))).toBe(true);
  });
});

test('the entry for the list of providers has the form of its repository', () => {
  const form = z.array(
    z.strictObject({
      provider_name: z.string().min(1),
      provider_url: z.url(),
      endpoints: z.array(
        z.strictObject({
          schemes: z.array(z.string().regex(/^https:\/\/[^/*]+\/(?:[^*]*\*)+$/)).min(1),
          url: z.url(),
          example_urls: z.array(z.url()).min(1),
          formats: z.array(z.enum(['json', 'xml'])),
          discovery: z.boolean(),
        }),
      ),
    }),
  );
  const [entry] = form.parse(providerEntry('No Empty Cells', site, 'held'));
  const [endpoint] = entry?.endpoints ?? [];
  const patterns = (endpoint?.schemes ?? []).map(
    (scheme) =>
      new RegExp(
        `^${scheme
          .split('*')
          .map(RegExp.escape ?? ((text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
          .join('.*')}$`,
      ),
  );
  for (const url of [...(endpoint?.example_urls ?? []), `${site}be/charts/held/`, `${site}embed/held/1.0.0/quiet/`])
    expect(
      patterns.some((pattern) => pattern.test(url)),
      url,
    ).toBe(true);
});
