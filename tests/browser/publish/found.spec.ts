/** How the site is found and shared: heads of pages, headings, feed, sitemap, robots, the neutral variant. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from '@playwright/test';
import { wrongAddresses } from '../../fixtures/addresses.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

/** Where a site that was built without an address of its own says that it is. */
const site = 'http://localhost:4321/';

const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('index.html'))
  .map((name) => `./${name.replace(/index\.html$/, '')}`)
  .sort();
const embeds = paths.filter((path) => /^\.\/embed\/.+/.test(path));
/** Former addresses lead on, and are no pages of their own. */
const moved = paths.filter((path) => readFileSync(join(dist, path, 'index.html'), 'utf8').includes('http-equiv="refresh"'));
const pages = paths.filter((path) => !embeds.includes(path) && !moved.includes(path));

const content = (page: Page, property: string): Promise<string | null> =>
  page.evaluate(
    (name) => document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? null,
    property,
  );

test.describe('every page', () => {
  test.use({ javaScriptEnabled: false });

  test('has one first heading, and headings that leave out no level', async ({ request }) => {
    const faults: string[] = [];
    for (const path of pages) {
      // Parsed, not shown: this is about the document, and there are many.
      const levels = [...(await (await request.get(path)).text()).matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      if (levels.filter((level) => level === 1).length !== 1) faults.push(`${path}: ${levels.filter((level) => level === 1).length} h1`);
      if (levels[0] !== 1) faults.push(`${path}: begins with h${levels[0]}`);
      const jump = levels.findIndex((level, index) => level > (levels[index - 1] ?? 0) + 1);
      if (jump > 0) faults.push(`${path}: h${levels[jump]} after h${levels[jump - 1]}`);
    }
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(60);
  });

  test('tells a preview what it needs, with a card of the size that it says', async ({ page, request }) => {
    for (const path of ['./', './read/', './charts/', './charts/held/', './data/', './data/releases/', './sources/', './corrections/']) {
      await page.goto(path);
      for (const property of ['og:title', 'og:description', 'og:type', 'og:locale', 'og:image:alt', 'description', 'twitter:card'])
        expect(await content(page, property), `${path} ${property}`).toMatch(/\S/);
      expect(await content(page, 'og:type'), path).toBe(path === './' ? 'article' : 'website');
      const card = await (await request.get(new URL((await content(page, 'og:image')) ?? '', page.url()).href)).body();
      // Width and height of a PNG stand at fixed places in its head.
      expect([card.readUInt32BE(16), card.readUInt32BE(20)].map(String)).toEqual([
        await content(page, 'og:image:width'),
        await content(page, 'og:image:height'),
      ]);
    }
  });
});

test('the story says in JSON-LD what it is, with days that the data has', async ({ page, request }) => {
  await page.goto('./');
  const article = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  const descriptor: { created: string } = await (await request.get('./data/datapackage.json')).json();
  expect(article).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: await page.title(),
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    author: { '@type': 'Organization' },
    publisher: { '@type': 'Organization' },
    isBasedOn: { '@type': 'Dataset' },
  });
  expect(article.dateModified >= descriptor.created.slice(0, 10)).toBe(true);
  expect(article.datePublished <= article.dateModified).toBe(true);
  expect(article.dateModified <= new Date().toISOString()).toBe(true);
  expect(await content(page, 'article:modified_time')).toBe(article.dateModified);
  const chapters = await page.locator('.chapter[id]').evaluateAll((all) => all.map(({ id }) => `#${id}`));
  expect(article.hasPart.map(({ url }: { url: string }) => url.replace(/^.*#/, '#'))).toEqual(chapters);
});

test('the feed is valid Atom, with entries that last and lead somewhere', async ({ page }) => {
  await page.goto('./');
  const link = page.locator('link[rel=alternate][type="application/atom+xml"]');
  await expect(link).toHaveCount(1);
  const feed = await page.evaluate(async (href) => {
    // The browser's own parser, which takes nothing that is not well-formed.
    const xml = new DOMParser().parseFromString(await (await fetch(href)).text(), 'application/xml');
    const ATOM = 'http://www.w3.org/2005/Atom';
    const child = (parent: Element, name: string): Element[] =>
      [...parent.children].filter(({ localName, namespaceURI }) => localName === name && namespaceURI === ATOM);
    const text = (parent: Element, name: string): string[] => child(parent, name).map(({ textContent }) => textContent ?? '');
    const root = xml.documentElement;
    return {
      fault: xml.querySelector('parsererror')?.textContent ?? null,
      root: `${root.namespaceURI} ${root.localName}`,
      ids: text(root, 'id'),
      titles: text(root, 'title'),
      updated: text(root, 'updated'),
      authors: child(root, 'author').flatMap((author) => text(author, 'name')),
      links: child(root, 'link').map((of) => [of.getAttribute('rel'), of.getAttribute('href')]),
      entries: child(root, 'entry').map((entry) => ({
        ids: text(entry, 'id'),
        titles: text(entry, 'title'),
        updated: text(entry, 'updated'),
        links: child(entry, 'link').map((of) => of.getAttribute('href') ?? ''),
        said: [...text(entry, 'summary'), ...text(entry, 'content')].join(''),
      })),
    };
  }, new URL('feed.xml', page.url()).href);
  const day = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  expect(feed.fault).toBeNull();
  expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
  expect(feed.links).toEqual([
    ['alternate', site],
    ['self', `${site}feed.xml`],
  ]);
  expect(feed.authors).toHaveLength(1);
  const all = [feed, ...feed.entries];
  for (const { ids, titles, updated } of all) {
    expect(ids).toEqual([expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/)]);
    expect(titles).toEqual([expect.stringMatching(/\S/)]);
    expect(updated).toEqual([expect.stringMatching(day)]);
  }
  expect(new Set(all.flatMap(({ ids }) => ids)).size).toBe(all.length);
  expect(feed.updated[0]).toBe(
    feed.entries
      .flatMap(({ updated }) => updated)
      .sort()
      .at(-1),
  );
  const releases = feed.entries.filter(({ titles }) => /^Data version/.test(titles[0] ?? ''));
  expect(releases.length).toBeGreaterThan(1);
  expect(feed.entries.length).toBeGreaterThan(releases.length);
  for (const { links, said } of feed.entries) {
    expect(links).toHaveLength(1);
    expect(said).not.toBe('');
  }
});

test('sitemap, feed and heads name only what was built', () => {
  expect(wrongAddresses(dist, site).wrong).toEqual([]);
});

test('the sitemap lists every page but embeds and the neutral variant; robots may read all of it', async ({ request }) => {
  const listed = [...(await (await request.get('./sitemap.xml')).text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);
  expect(listed).toEqual(
    pages
      .filter((path) => !path.endsWith('/read/'))
      .map((path) => site + path.slice(2))
      .sort(),
  );
  const robots = await (await request.get('./robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${site}sitemap.xml`);
  expect(robots).not.toMatch(/^Disallow: \S/m);
  for (const path of embeds) expect(await (await request.get(path)).text(), path).toContain('<meta name="robots" content="noindex">');
});

test.describe('the neutral variant', () => {
  test.use({ javaScriptEnabled: false });

  test('is the whole story under a head that says nothing of it', async ({ page }) => {
    await page.goto('./');
    const story = await page.locator('main').innerText();
    await page.goto('./read/');
    expect(await page.locator('main').innerText()).toBe(story);
    await expect(page).toHaveTitle('A long read');
    const head = await page.locator('head').evaluate((element) => {
      const said = [...element.querySelectorAll('title, meta[name], meta[property]')].map(
        (of) => of.getAttribute('content') ?? of.textContent,
      );
      return { said: said.join('\n'), structured: element.querySelectorAll('[type="application/ld+json"]').length };
    });
    expect(head.said).not.toMatch(/cell|belarus|prison|vote|election|protest|lukashenko|held/i);
    expect(head.structured).toBe(0);
    expect(await content(page, 'robots')).toBe('noindex');
    const links = await page.evaluate(() =>
      ['canonical', 'icon'].map((rel) => document.querySelector<HTMLLinkElement>(`link[rel=${rel}]`)?.href ?? ''),
    );
    expect(links[0]).toBe(new URL('../index.html', page.url()).href);
    expect(links[1]).not.toContain('icon.svg');
  });

  test('is told of in the note before the text, on the story and on itself', async ({ page }) => {
    for (const path of ['./', './read/']) {
      await page.goto(path);
      await page.locator('.before-you-read summary').click();
      await page.locator('.before-you-read a', { hasText: 'A long read' }).click();
      await expect(page).toHaveTitle('A long read');
    }
  });
});
