import { readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { extract } from '@extractus/oembed-extractor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wrongAddresses } from '../../fixtures/addresses.ts';
import { ProjectCopy } from '../../fixtures/project.ts';

/** In a folder of a host and without a slash at the end, as people write it. */
const address = 'https://example.org/no-empty-cells';
const base = '/no-empty-cells/';
const home = 'https://home.example.org/cells/';
const kept = 'https://code.example.org/cells';
const project = new ProjectCopy({ SITE_URL: address });
afterAll(() => project.remove());

/** The markup of a chart in the built page. */
function figureOf(html: string, id: string): string {
  return html.match(new RegExp(`<figure class="chart" id="chart-${id}".*?</figure>`, 's'))?.[0] ?? '';
}

// The last count of Viasna's line: it stands in a title, in the prose, in a drawing, in a description and in a table.
const row = /^2026-03-31,month,[^,]*,[^,]*,yes,currently_held,897,exact,Viasna/m;

describe('npm run build', () => {
  beforeAll(async () => {
    // One chart has another name than it began with.
    project.edit('src/charts/women-held.ts', "id: 'women-held',", "id: 'women-held', formerly: ['women', 'women-behind-bars'],");
    // As “Make it yours” in the README tells: a name, a colour, a voice.
    project.edit('src/data/name.ts', "NAME = 'No Empty Cells'", "NAME = 'Empty Rooms'");
    project.edit('src/data/name.ts', "SLUG = 'no-empty-cells'", "SLUG = 'empty-rooms'");
    project.edit('data/package.yml', '\nname: no-empty-cells\n', '\nname: empty-rooms\n');
    project.edit('data/package.yml', "title: 'No Empty Cells: ", "title: 'Empty Rooms: ");
    project.edit('src/site/shell/styles/tokens.css', '--link: #1d4f7c;', '--link: #1d4f7d;');
    for (const file of ['12-how-we-count.md', 'docs/embed.md'])
      writeFileSync(join(project.root, 'content/en', file), project.read(`content/en/${file}`).replaceAll('No Empty Cells', 'Empty Rooms'));
    // The project says where it stands and where it is kept, in one place.
    const facts = project.read('data/package.yml');
    writeFileSync(
      join(project.root, 'data/package.yml'),
      facts.replace(/^# homepage:.*$/m, `homepage: ${home}`).replace(/^# repository:.*$/m, `repository: ${kept}`),
    );
    expect(await project.run('data-package.ts')).toEqual({
      code: 0,
      output: 'wrote data/datapackage.json\nwrote data/CITATION.cff\nwrote CITATION.cff\n',
    });
    const { code, output } = await project.run('build.ts', '--no-twins');
    expect(output).toContain('built dist/');
    expect(output).not.toContain('SITE_URL');
    // Hosts read it in the root of a site only.
    expect(output).toMatch(/_headers and _redirects are not written: .* under \/no-empty-cells\/\./);
    expect([project.has('dist/_headers'), project.has('dist/_redirects')]).toEqual([false, false]);
    expect(code).toBe(0);
  }, 400_000);

  it('names itself by addresses under its own, each of a page or file that is there', () => {
    const { found, wrong } = wrongAddresses(join(project.root, 'dist'), `${address}/`);
    expect(wrong).toEqual([]);
    for (const path of ['', 'feed.xml', 'sitemap.xml', 'data/', 'charts/held/', 'charts/neutral-card.png', 'data/changelog/#v1.0.0'])
      expect(found, path).toContain(`${address}/${path}`);
  });

  it('has the name and the colour of its maker everywhere but in what was frozen before', () => {
    const pages = readdirSync(join(project.root, 'dist'), { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      // Releases, with the log of them, are what they were.
      .filter((name) => /\.(?:html|js|xml|css)$/.test(name) && !/\/\d+\.\d+\.\d+\//.test(name) && !name.startsWith('data/changelog/'));
    expect(pages.length).toBeGreaterThan(300);
    const old = pages.filter((name) => /No Empty Cells/.test(project.read(`dist/${name}`)));
    expect(old).toEqual([]);
    const code = project.read('dist/charts/held/index.html');
    expect(code).toContain('empty-rooms chart=');
    expect(code).not.toContain('no-empty-cells chart=');
    for (const file of ['data/empty-rooms.zip', 'data/empty-rooms.sqlite']) expect(project.has(`dist/${file}`), file).toBe(true);
    expect(project.read('dist/index.html')).toMatch(/<title>[^<]*Empty Rooms/);
    expect(pages.filter((name) => name.endsWith('.css')).some((name) => project.read(`dist/${name}`).includes('#1d4f7d'))).toBe(true);
  });

  it('says on pages, in the descriptor, the citation and structured data where the project stands and is kept', () => {
    for (const page of ['about/', 'data/', 'data/releases/'])
      expect(project.read(`dist/${page}index.html`), page).toContain(`href="${kept}"`);
    for (const page of ['', 'data/releases/'])
      expect(project.read(`dist/${page}index.html`), page).toContain(`"url":"${home}","sameAs":"${kept}"`);
    expect(JSON.parse(project.read('dist/data/datapackage.json'))).toMatchObject({ homepage: home, repository: kept });
    for (const file of ['CITATION.cff', 'data/CITATION.cff'])
      expect(project.read(file)).toContain(`url: ${home}\nrepository-code: ${kept}\n`);
  });

  it('gives lines for other programs that read from where the site stands', () => {
    const page = project.read('dist/data/index.html');
    for (const file of ['political-prisoners.csv', 'empty-rooms.sqlite']) expect(page).toContain(`${address}/data/${file}`);
    expect(page).not.toContain('localhost');
  });

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
    const { code } = await project.run('build.ts', '--no-twins');
    expect(code).toBe(0);
    const after = project.read('dist/index.html');
    expect(after).toContain('<data value="903"');
    expect(after).not.toContain('<data value="897"');
    expect(figureOf(after, 'held')).not.toContain('>897<');
    expect(figureOf(after, 'held')).toMatch(/<text[^>]*>903</);
    expect(figureOf(after, 'held')).toMatch(/<td class="numeric">903</);
    restore();
  }, 400_000);

  it('leads from every address that a renamed chart had to the present one, and keeps its id', () => {
    const here = 'dist/charts/women-held/versions.json';
    const { id, name, versions } = JSON.parse(project.read(here));
    expect({ id, name }).toEqual({ id: 'women', name: 'women-held' });
    const [{ version }] = versions;
    for (const old of ['women', 'women-behind-bars']) {
      expect(project.read(`dist/charts/${old}/versions.json`)).toBe(project.read(here));
      for (const [path, to] of [
        [`charts/${old}`, '../women-held/index.html'],
        [`embed/${old}`, '../women-held/index.html'],
        [`embed/${old}/quiet`, '../../women-held/quiet/index.html'],
        [`embed/${old}/${version}`, `../../women-held/${version}/index.html`],
        [`embed/${old}/${version}/quiet`, `../../../women-held/${version}/quiet/index.html`],
      ]) {
        const page = project.read(`dist/${path}/index.html`);
        expect(page, path).toContain(`<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>`);
        expect(page, path).toContain(`<a href="${to}">`);
        expect(page, path).toContain(`<link rel="canonical" href="${address}/charts/women-held/">`);
      }
      const lines = project.read('dist/hosting/Caddyfile').split('\n');
      const files = readdirSync(join(project.root, 'dist/charts')).filter(
        (file) => /^women-held[-@.]/.test(file) && !/\.(?:br|gz)$/.test(file),
      );
      expect(files.length).toBeGreaterThan(8);
      for (const ending of files.map((file) => file.slice('women-held'.length)))
        expect(lines).toContain(`\t\tredir ${base}charts/${old}${ending} ${base}charts/women-held${ending} 301`);
    }
  });

  it('stops at a fault, says where, and leaves the site as it was', async () => {
    const site = project.read('dist/index.html');
    const restore = project.edit('content/en/charts/held.yml', 'labels:', 'label:');
    const { code, output } = await project.run('build.ts', '--no-twins');
    restore();
    expect(code).toBe(1);
    expect(output).toMatch(/content\/en\/charts\/held\.yml:\d+:1 label/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(project.read('dist/index.html')).toBe(site);
  }, 400_000);
});
