/** The oEmbed endpoint by maps of a real nginx: what a map can do, by the letter of https://oembed.com. */
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeHosting } from '../../../src/site/publish/hosting/write.ts';
import { type Asker, askerOf } from '../helpers/servers/ask.ts';
import { startNginx } from '../helpers/servers/nginx.ts';
import { findProgram, prepareSetting } from '../helpers/servers/program.ts';
import { dist } from '../helpers/static-server.ts';

const answers = [
  'charts/held',
  'be/charts/held',
  'embed/held',
  'embed/be/held',
  'embed/held/quiet',
  'embed/arrest-counts/only/rights-groups',
  'embed/be/arrest-counts/quiet/only/rights-groups',
];
const fileOf = (page: string): string => (page.includes('charts/') ? `${page}.oembed.json` : `${page}/oembed.json`);

for (const base of ['/', '/papers/belarus.2025/'])
  test(`nginx answers for each chart and embed at ${base}`, async () => {
    test.info().skip(findProgram('nginx') === null, 'nginx is not on this machine: its maps were not tried');
    test.info().skip(findProgram('openssl') === null, 'openssl is not on this machine: there is no certificate to try the maps with');
    const root = join(tmpdir(), `oembed-${process.pid}-${base.length}`);
    const folder = join(root, base);
    mkdirSync(root, { recursive: true, mode: 0o755 });
    for (const file of [...answers.map(fileOf), 'index.html', '404.html']) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(dist, file), join(folder, file));
    }
    writeHosting(folder, `https://example.org${base}`, []);
    const setting = await prepareSetting(root, folder);
    const stop = await startNginx(setting, true);
    try {
      await answersAll(askerOf(setting, '/'), base, (page) => JSON.parse(readFileSync(join(folder, fileOf(page)), 'utf8')));
    } finally {
      await stop();
      setting.remove();
      rmSync(root, { recursive: true, force: true });
    }
  });

async function answersAll(ask: Asker, base: string, written: (page: string) => Record<string, unknown>): Promise<void> {
  const site = `https://example.org${base}`;
  const get = (url: string, rest = '') => ask(`oembed?url=${encodeURIComponent(url)}${rest}`);
  for (const page of answers) {
    for (const url of [`${site}${page}/`, `${site}${page}`, `http://example.org${base}${page}/index.html?theme=dark#background=fff`]) {
      const { status, body, headers } = await get(url);
      expect(status, url).toBe(200);
      expect(JSON.parse(body), url).toEqual(written(page));
      expect(headers.get('content-type')).toBe('application/json');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('content-encoding')).toBeUndefined();
    }
    // Not every consumer encodes the address.
    expect((await ask(`oembed?format=json&url=${site}${page}/`)).status).toBe(200);
  }
  const held = `${site}charts/held/`;
  for (const [asked, width] of [
    [1, 1],
    [99, 99],
    [333, 333],
    [679, 679],
    [680, 680],
    [681, 680],
    [2000, 680],
  ] as const) {
    const answer = JSON.parse((await get(held, `&maxwidth=${asked}`)).body);
    expect(answer.width).toBe(width);
    expect(answer.html).toContain(`;width:100%;max-width:${asked}px"><iframe`);
    expect('thumbnail_url' in answer, `a picture at ${asked}`).toBe(asked >= Number(answer.thumbnail_width ?? Number.POSITIVE_INFINITY));
  }
  for (const [query, status] of [
    [`url=${held}&format=xml`, 501],
    [`url=${held}&format=%3Cb%3E`, 501],
    [`url=${site}charts/nothing/`, 404],
    [`url=https://elsewhere.example${base}charts/held/`, 404],
    [`url=https://example.org.evil.example${base}charts/held/`, 404],
    [`url=https://example.org/elsewhere${base}charts/held/`, 404],
    [`url=${encodeURIComponent(`${site}embed/../../../secret`)}`, 404],
    [`url=${encodeURIComponent(`${site}embed/held/%2e%2e/x`)}`, 404],
    ['url=held', 404],
    ['', 400],
    [`url=${held}&maxwidth=0`, 400],
    [`url=${held}&maxwidth=wide`, 400],
  ] as const) {
    const answer = await ask(`oembed?${query}`);
    expect(answer.status, query).toBe(status);
    expect(JSON.parse(answer.body).error, query).toMatch(/^Expected /);
    expect(answer.headers.get('content-type'), query).toBe('application/json');
  }
}
