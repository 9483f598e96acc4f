import { extract } from '@extractus/oembed-extractor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProjectCopy } from '../fixtures/project.ts';

/** In a folder of a host and without a slash at the end, as people write it. */
const address = 'https://example.org/no-empty-cells';
const project = new ProjectCopy({ SITE_URL: address });
afterAll(() => project.remove());

/** The markup of a chart in the built page. */
function figureOf(html: string, id: string): string {
  return html.match(new RegExp(`<figure class="chart" id="chart-${id}".*?</figure>`, 's'))?.[0] ?? '';
}

// The last count of Viasna's line: it stands in a title, in the prose, in a drawing, in a description and in a table.
const row = /^2026-03-31,month,currently_held,897,exact,Viasna/m;

describe('npm run build', () => {
  beforeAll(async () => {
    const { code, output } = await project.run('build.ts');
    expect(output).toContain('built dist/');
    expect(code).toBe(0);
  }, 400_000);

  it('gives consumers of oEmbed whole addresses below the one that it is published at', async () => {
    // The built files, as if they were there. Some consumers fetch a discovery link as it stands.
    const fetchBuilt = async (asked: string | URL | Request): Promise<Response> => {
      const [path = ''] = String(asked).split('?');
      expect(path.startsWith(`${address}/`), path).toBe(true);
      const file = path.slice(address.length).replace(/\/$/, '/index.html');
      return new Response(project.has(`dist${file}`) ? project.read(`dist${file}`) : null, {
        status: project.has(`dist${file}`) ? 200 : 404,
      });
    };
    for (const page of ['charts/held/', 'embed/held/', 'embed/held/quiet/', 'embed/held/1.0.0/', 'embed/held/1.0.0/quiet/']) {
      const [, discovery] = /<link [^>]*type="application\/json\+oembed" href="([^"]+)"/.exec(project.read(`dist/${page}index.html`)) ?? [];
      expect(discovery?.startsWith(`${address}/`), discovery).toBe(true);
      const answer = await extract(`${address}/${page}`, { maxwidth: 320, maxheight: 200 }, fetchBuilt);
      const embed = page.startsWith('charts') ? 'embed/held/' : page;
      expect(answer.html).toContain(`<iframe src="${address}/${embed}"`);
      expect(answer.provider_url).toBe(`${address}/`);
      expect((await fetchBuilt(`${address}/${embed}`)).status).toBe(200);
      if (answer.thumbnail_url !== undefined) expect((await fetchBuilt(answer.thumbnail_url)).status).toBe(200);
    }
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
