import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { extract } from '@extractus/oembed-extractor';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProjectCopy } from '../fixtures/project.ts';

const project = new ProjectCopy();
/** Where the site is published, below a path. Given to the build without its last slash, as people do. */
let address = '';
let server: Server;
beforeAll(async () => {
  let files: ReturnType<typeof sirv> | undefined;
  server = createServer((request, response) => {
    files ??= sirv(join(project.root, 'dist'), { dev: true });
    const missing = (): void => void response.writeHead(404).end();
    if (!request.url?.startsWith('/news/cells/')) return missing();
    request.url = request.url.slice('/news/cells'.length);
    files(request, response, missing);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news/cells`;
});
afterAll(() => {
  project.remove();
  server.close();
});

/** The markup of a chart in the built page. */
function figureOf(html: string, id: string): string {
  return html.match(new RegExp(`<figure class="chart" id="chart-${id}".*?</figure>`, 's'))?.[0] ?? '';
}

// The last count of Viasna's line: it stands in a title, in the prose, in a drawing, in a description and in a table.
const row = /^2026-03-31,month,currently_held,897,exact,Viasna/m;

describe('npm run build', () => {
  beforeAll(async () => {
    const { code, output } = await project.runWith({ SITE_URL: address }, 'build.ts');
    expect(output).toContain('built dist/');
    expect(code).toBe(0);
  }, 400_000);

  it('gives whole addresses below the path that it is published under, which consumers of oEmbed can follow', async () => {
    for (const page of ['charts/held/', 'embed/held/', 'embed/held/quiet/']) {
      const html = project.read(`dist/${page}index.html`);
      const [, discovery = ''] = /<link [^>]*type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
      expect(discovery, page).toMatch(/\.json$/);
      // Some consumers fetch the address as it stands.
      expect(discovery.startsWith(`${address}/`), discovery).toBe(true);
      const answer = await extract(`${address}/${page}`, { maxwidth: 320, maxheight: 200 });
      const embed = page.startsWith('charts') ? 'embed/held/' : page;
      expect(answer.html).toContain(`<iframe src="${address}/${embed}"`);
      expect(answer.provider_url).toBe(`${address}/`);
      expect(answer.thumbnail_url?.startsWith(`${address}/charts/`)).toBe(true);
      expect((await fetch(`${address}/${embed}`)).status).toBe(200);
      expect((await fetch(answer.thumbnail_url ?? '')).status).toBe(200);
    }
    expect(project.read('dist/embed/held/index.html')).toContain(`<link rel="canonical" href="${address}/charts/held/">`);
  });

  it('puts a changed row into the prose, the drawing and the table of a rebuilt site', async () => {
    const before = project.read('dist/index.html');
    expect(before).toContain('<data value="897"');
    expect(figureOf(before, 'held')).toContain('>897<');
    const [found = ''] = row.exec(project.read('data/political-prisoners.csv')) ?? [];
    const restore = project.edit('data/political-prisoners.csv', found, found.replace('897', '903'));
    const { code } = await project.run('build.ts');
    expect(code).toBe(0);
    const after = project.read('dist/index.html');
    expect(after).toContain('<data value="903"');
    expect(after).not.toContain('<data value="897"');
    expect(figureOf(after, 'held')).not.toContain('>897<');
    expect(figureOf(after, 'held')).toMatch(/<text[^>]*>903</);
    expect(figureOf(after, 'held')).toMatch(/<td class="numeric">903</);
    restore();
  }, 400_000);

  it.each([
    [
      'a broken table',
      'data/releases.csv',
      '\n2024-08-16,day,30,exact',
      '\n2024-08-16,day,3O,exact',
      /data\/releases\.csv:\d+:3 released: expected a whole number, found "3O"/,
    ],
    [
      'a broken figure',
      'content/figures.yml',
      'held-election-day-2020: { table: political-prisoners',
      'held-election-day-2020: { table: prisoners',
      /content\/figures\.yml:\d+:1 held-election-day-2020: expected a table/,
    ],
    [
      'a broken chapter',
      'content/en/01-opening.md',
      'Belarus held :figure[held-election-day-2020]',
      'Belarus held 25',
      /content\/en\/01-opening\.md:\d+:\d+ expected every number as/,
    ],
    ['broken strings of a chart', 'content/en/charts/held.yml', 'labels:', 'label:', /content\/en\/charts\/held\.yml:\d+:1 label/],
  ])(
    'stops at %s, says where, and leaves the site as it was',
    async (_, file, before, after, message) => {
      const site = project.read('dist/index.html');
      const restore = project.edit(file, before, after);
      const { code, output } = await project.run('build.ts');
      restore();
      expect(code).toBe(1);
      expect(output).toMatch(message);
      expect(output).not.toMatch(/^\s+at /m);
      expect(project.read('dist/index.html')).toBe(site);
    },
    400_000,
  );
});
