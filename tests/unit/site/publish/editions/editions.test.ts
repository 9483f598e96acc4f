/** Editions of a small finished page: what goes into each, what stays out, and what is said where something is missing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BookSource, bookOf } from '../../../../../src/site/publish/editions/book/book.ts';
import type { BookFacts } from '../../../../../src/site/publish/editions/book/package-files.ts';
import { EditionFault } from '../../../../../src/site/publish/editions/fault.ts';
import { flatten } from '../../../../../src/site/publish/editions/flat.ts';
import { setLinks } from '../../../../../src/site/publish/editions/links.ts';
import { markdownOf } from '../../../../../src/site/publish/editions/markdown.ts';
import { oneFile } from '../../../../../src/site/publish/editions/one-file.ts';
import { plainTextOf } from '../../../../../src/site/publish/editions/plain-text.ts';
import { addRowSources } from '../../../../../src/site/publish/editions/row-sources.ts';
import { addAboutCopy, storyTree } from '../../../../../src/site/publish/editions/story-tree.ts';

const page = `<!doctype html><html lang="en"><head><style>@font-face{src:url("assets/serif.woff2")}p{color:red}</style><script src="x.js"></script></head><body>
<a class="skip-link" href="#main">Skip</a><nav class="site-nav"><a href="charts/index.html">Charts</a></nav>
<header class="site-header"><h1>Papers</h1><p>About papers.</p></header>
<aside class="before-you-read"><details><summary>Before</summary><p>The law.<sup class="note"><a href="#note-before-you-read-1" id="ref-before-you-read-1-1" data-note="1"></a></sup></p><p>The site keeps no list.</p></details></aside>
<main id="main"><article>
<section class="chapter" id="one"><h2>One</h2>
<p>There were <a class="cited" href="#note-one-1" id="ref-one-1-1" data-note="1"><data value="569" class="figure">569</data></a> of <a class="term" href="#term-paper" id="term-ref-paper">paper</a>. <a href="charts/held/index.html">More</a>, <a href="#gone">gone</a>.</p>
<figure class="chart" id="chart-held"><figcaption class="chart-head"><p class="chart-title" id="chart-held-title">Held</p></figcaption>
<div class="chart-drawing"><svg viewBox="0 0 9 9"><text>drawn</text></svg></div>
<div id="chart-held-description"><p>25 were held.</p></div><p class="chart-note">A note.</p>
<details class="chart-table"><summary>Table (1)</summary><table aria-labelledby="chart-held-title"><thead><tr><th scope="col">When</th><th scope="col">Source</th></tr></thead><tbody><tr><th scope="row">2020</th><td class="row-sources"><a href="charts/held/index.html#source-9">1</a></td></tr></tbody></table></details></figure>
<header class="headed"><h3 id="one-part">A part</h3></header><p>Its text.</p><button>Press</button></section>
<section class="chapter"><p>The rest of one.</p></section>
<section class="chapter" id="two"><h2>Two</h2><p>See <a href="#note-one-1">Note 1</a>.</p></section>
<section class="terms" id="terms"><h2>Terms</h2><dl><dt id="term-paper"><dfn>paper</dfn></dt><dd>Thin. <span class="note-back"><a href="#term-ref-paper">↩</a></span></dd></dl></section>
<section class="notes" id="notes"><h2>Notes</h2><h3 id="notes-before-you-read">Before</h3><ol><li id="note-before-you-read-1"><span class="citation"><a href="https://law.example/">Law</a></span></li></ol>
<h3 id="notes-one">One</h3><ol><li id="note-one-1"><span class="citation">Press, <a href="https://press.example/a">“A”</a>.</span> <span class="note-back"><a href="#ref-one-1-1">↩</a></span></li></ol></section>
</article></main><footer class="site-footer"><p>By us.</p><nav><a href="about/index.html">About</a></nav></footer></body></html>`;

let site = '';
const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(site, name)), { recursive: true });
  writeFileSync(join(site, name), content);
};
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'editions-'));
  put('assets/serif.woff2', 'a face');
  put('icon.svg', '<svg/>');
  put('charts/held.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Held</title></svg>');
  put('charts/held@2x.png', pixel);
  put('charts/held/index.html', '<ol class="chart-sources"><li id="source-9"><a href="https://rows.example/">Rows</a></li></ol>');
});
afterEach(() => rmSync(site, { recursive: true }));

/** A picture of one pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

function tree({ quiet = false, site: address = undefined as string | undefined } = {}) {
  const made = storyTree(page);
  addRowSources(made, site, '', { title: 'Documents', intro: 'Each once.' });
  addAboutCopy(made, ['This is a copy.']);
  setLinks(made, { folder: '', site: address, quiet });
  return made;
}
const head = { title: 'Papers', description: 'About papers.', icon: 'icon.svg' };

test('the page in one file holds the text, the faces and the sources of rows, and asks for nothing', () => {
  const html = oneFile(tree(), site, '', head);
  expect(html).toContain(`url(data:font/woff2;base64,${Buffer.from('a face').toString('base64')})`);
  expect(html).toContain('<a href="#source-1">1</a>');
  expect(html).toContain('<li id="source-1"><a href="https://rows.example/">Rows</a></li>');
  expect(html).toContain('This is a copy.');
  expect(html).toContain('The law.');
  for (const left of ['keeps no list', 'x.js', 'site-nav', '<button', 'skip-link', 'href="charts', 'href="about', '#gone'])
    expect(html, left).not.toContain(left);
  expect(html).toContain('More');
});

test('its links into the site lead to the published one, where that is known', () => {
  expect(oneFile(tree({ site: 'https://papers.example/x/' }), site, '', head)).toContain('href="https://papers.example/x/charts/held/"');
});

test('the quiet page has no link that leads out of it', () => {
  const html = oneFile(tree({ quiet: true }), site, '', head);
  expect(html).not.toMatch(/https?:\/\//);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to).filter((to) => !/^(#|data:)/.test(to ?? ''))).toEqual([]);
  expect(html).toContain('href="#note-one-1"');
});

test('Markdown has footnotes and tables, and no drawing', () => {
  const flat = tree();
  flatten(flat);
  const text = markdownOf(flat);
  expect(text).toContain('569[^one-1]');
  expect(text).toContain('[^one-1]: Press, [“A”](https://press.example/a).');
  expect(text).toMatch(/\| When +\| Source +\|/);
  expect(text).toContain('25 were held.');
  expect(text).not.toContain('drawn');
});

test('plain text has numbers of notes, addresses and tables', () => {
  const flat = tree();
  flatten(flat);
  const text = plainTextOf(flat);
  expect(text).toContain('There were 569[1] of paper.');
  expect(text).toContain('“A” <https://press.example/a>');
  expect(text).toMatch(/When +Source\n2020 +1/);
  expect(text).not.toMatch(/<\/?[a-z]+[ >]|drawn/);
});

const facts: BookFacts = {
  tag: 'en',
  title: 'Papers',
  description: 'About papers.',
  author: 'Us',
  rights: 'Free.',
  version: '1.0.0',
  modified: '2026-11-26',
  contents: 'Contents',
  coverText: 'Papers',
  access: 'All text can be read aloud.',
};
const source = (): BookSource => ({ directory: site, cover: pixel, colours: new Map(), pictureOf: (chart) => `charts/${chart}` });
const book = (): Uint8Array => bookOf(tree(), facts, { tables: 'Tables', notes: 'Notes' }, source());

test('the book is valid, begins with its type, and is the same each time', async () => {
  const bytes = book();
  const { messages } = await EpubCheck.validate(bytes);
  expect(messages.filter(({ severity }) => !['info', 'usage'].includes(severity))).toEqual([]);
  expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect(Buffer.from(book()).equals(bytes)).toBe(true);
});

test('a chapter of the book carries its notes, its charts as pictures, and what belongs to it without a name', () => {
  const files = unzipSync(book());
  const text = (name: string): string => strFromU8(files[`book/${name}`] ?? new Uint8Array());
  const one = text('one.xhtml');
  expect(one).toMatch(/<a class="cited" href="#note-one-1"[^>]* epub:type="noteref">.*<sup>1<\/sup><\/a>/);
  expect(one).toContain('<aside id="note-one-1" epub:type="footnote" role="doc-footnote">');
  expect(one).toContain('<source srcset="images/held.svg" type="image/svg+xml" /><img src="images/held.png" alt="Held"');
  expect(one).toContain('href="one-tables.xhtml#chart-held-table"');
  expect(one).toContain('The rest of one.');
  expect(one).toContain('href="terms.xhtml#term-paper"');
  expect(text('two.xhtml')).toContain('href="one.xhtml#note-one-1"');
  expect(text('one-tables.xhtml')).toContain('href="documents.xhtml#source-1"');
  expect(text('contents.xhtml')).toContain('<a href="one.xhtml#one-part">A part</a>');
  expect(text('package.opf')).toContain('<meta property="schema:accessibilitySummary">All text can be read aloud.</meta>');
});

test.each<[string, () => void, () => unknown, RegExp]>([
  ['a picture', () => rmSync(join(site, 'charts/held@2x.png')), book, /the picture charts\/held@2x\.png is missing/],
  [
    'the page of a chart',
    () => rmSync(join(site, 'charts/held'), { recursive: true }),
    tree,
    /rows lead to .*held.*, which does not exist/,
  ],
  ['a document of a row', () => put('charts/held/index.html', '<ol class="chart-sources"></ol>'), tree, /#source-9, which does not exist/],
])('%s that is missing is told in a sentence', (_, spoil, make, said) => {
  spoil();
  expect(make).toThrow(EditionFault);
  expect(make).toThrow(said);
});
