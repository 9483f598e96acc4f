/** A site in two languages, the second an invented one: what a reader finds there, and what search engines and programs are told. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { ProjectCopy } from '../../fixtures/project.ts';
import { addPseudoLanguage, publishPseudoLanguage, pseudoTag as tag } from '../../fixtures/pseudo-language.ts';
import { test as base, expect } from '../helpers/fixtures.ts';
import { type StaticServer, serveFolder } from '../helpers/static-server.ts';

const address = 'https://example.org/x/';

/** The site is built once a worker; one after the other, so that one worker will do. */
const test = base.extend<object, { site: StaticServer; dist: string }>({
  dist: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const project = new ProjectCopy({ SITE_URL: address });
      await addPseudoLanguage(project);
      publishPseudoLanguage(project);
      const { code, output } = await project.run('build.ts', '--quiet', '--no-twins');
      expect(code, output).toBe(0);
      await use(join(project.root, 'dist'));
      project.remove();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  site: [
    async ({ dist }, use) => {
      const server = await serveFolder(dist, '/x/');
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
});
test.describe.configure({ mode: 'default' });

const readerOf = (dist: string) => (path: string) =>
  readFileSync(join(dist, path, path.endsWith('/') || path === '' ? 'index.html' : ''), 'utf8');

/** Pages of the invented language, from the root of the site. */
const pagesOf = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('index.html') && (name.startsWith(`${tag}/`) || name.startsWith(`embed/${tag}/`)))
    .map((name) => name.replace(/index\.html$/, ''))
    .sort();

const told = new Set(['title', 'alt', 'aria-label', 'data-label', 'placeholder']);
/** Elements whose words are no text of a page, and links to documents whose publishers have names. */
const apart = new Set(['script', 'style', 'code', 'pre', 'noscript', 'option']);
const isName = (classes: string): boolean => /\b(?:citation|index-also)\b/.test(classes);
const isPublisher = (href: string): boolean => /sources\/index\.html#/.test(href);
/** `Intl` knows no accents. */
const languageNames = new Set(
  'ar be bg cs de en es et fr id it ka lt mk nl no pl pt ro ru sk sl sr uk zh'
    .split(' ')
    .map((code) => new Intl.DisplayNames(['en'], { type: 'language' }).of(code)),
);

/** Words of a page without accents, that no mark says to be of another language. */
function leftIn(html: string): string[] {
  const left: string[] = [];
  const look = (text: string): void => {
    const words = text.replace(
      /https?:\S+|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|SVG|PNG|CSV|JSON|and|to)\b/g,
      '',
    );
    const found = /[A-Za-z]{3,}/.exec(words);
    if (found && !languageNames.has(text.trim())) left.push(`“${found[0]}” in “${text.trim().slice(0, 80)}”`);
  };
  const walk = (node: Tree.Node, language: string): void => {
    if ('tagName' in node) {
      if (apart.has(node.tagName)) return;
      const own = (name: string) => node.attrs.find((attr) => attr.name === name)?.value;
      if (isName(own('class') ?? '') || isPublisher(own('href') ?? '')) return;
      const spoken = own('lang') ?? language;
      if (spoken === tag) for (const { name, value } of node.attrs) if (told.has(name)) look(value);
      for (const child of node.childNodes) walk(child, spoken);
    } else if ('childNodes' in node) for (const child of node.childNodes) walk(child, language);
    else if (node.nodeName === '#text' && language === tag) look((node as Tree.TextNode).value);
  };
  walk(parse(html, { scriptingEnabled: false }), '');
  return [...new Set(left)];
}

test('every page of a language stands, and none holds English that is not marked as such', ({ dist }) => {
  const read = readerOf(dist);
  const pages = pagesOf(dist);
  for (const path of ['', 'read/', 'charts/', 'charts/held/', 'about/', 'corrections/', 'names/', 'sources/', 'embed/'])
    expect(pages).toContain(`${tag}/${path}`);
  for (const path of ['held/', 'held/quiet/']) expect(pages).toContain(`embed/${tag}/${path}`);
  const faults = pages.flatMap((path) => {
    const html = read(path);
    return html.includes('http-equiv="refresh"') ? [] : leftIn(html).map((text) => `${path}: ${text}`);
  });
  expect(faults).toEqual([]);
});

test('links keep to the language, and lead to something', ({ dist }) => {
  const read = readerOf(dist);
  const faults: string[] = [];
  for (const path of pagesOf(dist).filter((page) => page.startsWith(`${tag}/`))) {
    // What a template holds leads nowhere before it is taken out of it.
    const html = read(path).replace(/<template[\s\S]*?<\/template>/g, '');
    for (const [whole, href = ''] of html.matchAll(/<(?:a|link|img|script)\b[^>]*? (?:href|src)="([^"#:]+?)(?:#[^"]*)?"[^>]*>/g)) {
      const target = new URL(href, `https://site.invalid/${path}`).pathname.slice(1);
      if (!existsSync(join(dist, target))) faults.push(`${path}: ${href} leads nowhere`);
      else if (!whole.includes('hreflang') && !target.startsWith(`${tag}/`) && existsSync(join(dist, tag, target)))
        faults.push(`${path}: ${href} leads to the other language`);
    }
  }
  expect(faults).toEqual([]);
});

test('search engines see each page once a language, and are told of the others', ({ dist }) => {
  const read = readerOf(dist);
  const sitemap = read('sitemap.xml');
  for (const [path, own] of [
    ['charts/held/', 'en'],
    [`${tag}/charts/held/`, tag],
    ['', 'en'],
    [`${tag}/`, tag],
  ] as const) {
    const html = read(path);
    const inFirst = path.replace(`${tag}/`, '');
    expect(html).toMatch(new RegExp(`<html [^>]*lang="${own}"`));
    expect(html).toContain(`<link rel="canonical" href="${address}${path}">`);
    for (const [language, other] of [
      ['en', inFirst],
      [tag, `${tag}/${inFirst}`],
      ['x-default', inFirst],
    ])
      expect(html, path).toContain(`<link rel="alternate" hreflang="${language}" href="${address}${other}">`);
    expect(sitemap).toContain(`<loc>${address}${path}</loc>`);
  }
  // What stands in one language tells of no other.
  expect(read('data/')).not.toContain('hreflang="x-default"');
  expect(read(`${tag}/read/`)).toMatch(/<meta name="robots" content="noindex">/);
  expect(read(`${tag}/read/`)).not.toContain('x-default');
  const [, article = ''] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(read(`${tag}/`)) ?? [];
  expect(JSON.parse(article)).toMatchObject({ inLanguage: tag, mainEntityOfPage: `${address}${tag}/` });
  expect(read(`${tag}/feed.xml`)).toContain(`<link rel="self" href="${address}${tag}/feed.xml"`);
});

test('the code to embed a chart is for the language of the page, and programs are told the same', ({ dist }) => {
  const read = readerOf(dist);
  const page = read(`${tag}/charts/held/`);
  expect(page).toContain(`${address}embed/${tag}/held/`);
  expect(page).toContain(`charts/held.${tag}.svg`);
  for (const name of [`held.${tag}.svg`, `held.${tag}-dark.svg`, `held.${tag}@2x.png`, `held.${tag}-card.png`])
    expect(existsSync(join(dist, 'charts', name)), name).toBe(true);
  const answer = JSON.parse(read(`${tag}/charts/held.oembed.json`));
  expect(answer.html).toContain(`src="${address}embed/${tag}/held/"`);
  expect(answer.html).toContain(`href="${address}${tag}/charts/held/"`);
  expect(answer.thumbnail_url).toBe(`${address}charts/held.${tag}-card.png`);
  expect(JSON.parse(read(`embed/${tag}/held/oembed.json`)).title).toBe(answer.title);
});

test('anchors are those of the first language', ({ dist }) => {
  const read = readerOf(dist);
  const anchors = (html: string): string[] =>
    [...html.matchAll(/<h3 id="([^"]+)"/g)].map(([, id = '']) => id).filter((id) => !id.startsWith('notes-'));
  expect(anchors(read(`${tag}/`))).toEqual(anchors(read('')));
});

test('the switch leads to the same place in the other language', async ({ page, site }) => {
  await page.goto(`${site.url}charts/held/#files`);
  await page.locator(`[data-languages] a[hreflang="${tag}"]`).click();
  await expect(page).toHaveURL(`${site.url}${tag}/charts/held/index.html#files`);
  await page.locator('[data-languages] a[hreflang="en"]').click();
  await expect(page).toHaveURL(`${site.url}charts/held/index.html#files`);
});

test('in the story it leads to the chapter that is being read', async ({ page, site }) => {
  await page.goto(`${site.url}${tag}/#exile`);
  await expect(page.locator('.contents [aria-current]')).toHaveAttribute('href', '#exile');
  await page.locator('[data-languages] a[hreflang="en"]').evaluate((link: HTMLAnchorElement) => link.click());
  await expect(page).toHaveURL(`${site.url}index.html#exile`);
});

test('axe finds nothing, and nothing is wider than a narrow screen, in words that run longer', async ({ page, site }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['', 'charts/held/', 'names/']) {
    await page.goto(`${site.url}${tag}/${path}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${path} ${id}: ${html.slice(0, 150)}`))).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the story has all its charts, and the way to the other language', async ({ page, site }) => {
    await page.goto(`${site.url}${tag}/`);
    expect(await page.locator('figure.chart').count()).toBeGreaterThan(30);
    await page.locator('[data-languages] a[hreflang="en"]').click();
    await expect(page).toHaveURL(`${site.url}index.html`);
  });
});
