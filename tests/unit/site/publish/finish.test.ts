import { createHash } from 'node:crypto';
/** What is done to the files that pages ask for: scripts joined, styles carried, typefaces cut down. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishPages } from '../../../../src/site/publish/finish/finish.ts';

const require = createRequire(import.meta.url);
let site = '';

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'finish-'));
  mkdirSync(join(site, 'assets'));
  mkdirSync(join(site, 'b'));
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

const put = (name: string, text: string): void => writeFileSync(join(site, name), text);
const read = (name: string): string => readFileSync(join(site, name), 'utf8');
const scripts = (): string[] => readdirSync(join(site, 'assets')).filter((name) => name.endsWith('.js'));
const module = (name: string): string => `<script type="module" src="/assets/${name}"></script>`;

test('the modules of a page become one, which runs them in their order; what is fetched later stays a file', async () => {
  put('assets/shared.js', 'export const log = (globalThis.log ??= []);');
  put('assets/one.js', "import { log } from './shared.js'; log.push('one'); globalThis.open = () => import('./later.js');");
  put('assets/two.js', "import { log } from './shared.js'; log.push('two');");
  put('assets/later.js', "import { deep } from './deep.js'; export const later = deep;");
  put('assets/deep.js', "export const deep = 'deep';");
  put('assets/alone.js', "console.log('alone');");
  put('index.html', `<head>${module('one.js')}</head><body>${module('two.js')}</body>`);
  put('b/index.html', `<head>${module('one.js')}${module('two.js')}${module('alone.js')}</head><body></body>`);
  await finishPages(site, '/');
  const [, joined = ''] = /src="(assets\/page\.[^"]+\.js)"/.exec(read('index.html')) ?? [];
  expect(read('index.html').match(/<script/g)).toHaveLength(1);
  expect(read('b/index.html')).toMatch(/src="\.\.\/assets\/page\.[^"]+\.js"/);
  const scope = globalThis as unknown as { log: string[]; open: () => Promise<{ later: string }> };
  scope.log = [];
  await import(/* @vite-ignore */ join(site, joined));
  expect(scope.log).toEqual(['one', 'two']);
  expect((await scope.open()).later).toBe('deep');
  expect(scripts().filter((name) => !name.startsWith('page.'))).toEqual(['deep.js', 'later.js']);
});

test('a page with one module keeps it', async () => {
  put('assets/alone.js', "console.log('alone');");
  put('index.html', `<head>${module('alone.js')}</head><body></body>`);
  await finishPages(site, '/');
  expect(read('index.html')).toContain('src="assets/alone.js"');
  expect(scripts()).toEqual(['alone.js']);
});

test('a page that carries its styles has them in their order and allows them, and others link them', async () => {
  put('assets/a.css', 'p{color:red}');
  put('assets/b.css', 'p{background:url(/assets/b.svg)}');
  const head = '<link rel="stylesheet" href="/assets/a.css"><link rel="stylesheet" href="/assets/b.css">';
  put('b/index.html', `<html data-carries-styles><head>${head}</head><body></body></html>`);
  put('index.html', `<html><head>${head}</head><body></body></html>`);
  await finishPages(site, '/');
  const carrying = read('b/index.html');
  expect(carrying).toContain(
    '<style data-sheet="/assets/a.css">p{color:red}</style><style data-sheet="/assets/b.css">p{background:url(../assets/b.svg)}</style>',
  );
  expect(carrying).not.toMatch(/data-carries-styles|rel="stylesheet"/);
  expect(carrying.match(/'sha256-/g)).toHaveLength(2);
  expect(read('index.html').match(/rel="stylesheet"/g)).toHaveLength(2);
  expect(read('assets/b.css')).toContain('url(b.svg)');
});

const face = (range: string, weights: string): string =>
  `@font-face{font-family:G;font-weight:${weights};src:url(/assets/golos.first.woff2) format("woff2");unicode-range:${range}}`;

test('a typeface is cut down to the letters and weights that are declared of it, and asked for by its new name', async () => {
  const source = require.resolve('@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2');
  copyFileSync(source, join(site, 'assets/golos.first.woff2'));
  put('assets/a.css', face('U+41-5A, U+3?', '400 500'));
  put('index.html', '<head><link rel="preload" as="font" href="/assets/golos.first.woff2"></head><body></body>');
  await finishPages(site, '/');
  const [, name = ''] = /href="assets\/(golos\.[\w-]{8}\.woff2)"/.exec(read('index.html')) ?? [];
  expect(name).not.toBe('');
  expect(read('assets/a.css')).toContain(`url(${name})`);
  expect(existsSync(join(site, 'assets/golos.first.woff2'))).toBe(false);
  expect(statSync(join(site, 'assets', name)).size).toBeLessThan(statSync(source).size / 3);
});

test('faces with different letters of one file have a file each, and pages ask early for the first', async () => {
  const source = require.resolve('@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2');
  copyFileSync(source, join(site, 'assets/golos.first.woff2'));
  put('assets/a.css', face('U+41-5A', '400 500') + face('U+61-7A, U+E9', '400 500'));
  put('assets/b.css', face('U+61-7A, U+E9', '400 500'));
  put('index.html', '<head><link rel="preload" as="font" href="/assets/golos.first.woff2"></head><body></body>');
  await finishPages(site, '/');
  const files = readdirSync(join(site, 'assets')).filter((name) => name.endsWith('.woff2'));
  const [capitals = '', small = ''] = [...read('assets/a.css').matchAll(/url\((golos[^)]+)\)/g)].map(([, name = '']) => name);
  expect(files.sort()).toEqual([capitals, small].sort());
  expect(read('assets/b.css')).toContain(`url(${small})`);
  expect(read('index.html')).toContain(`href="assets/${capitals}"`);
});

test.each([
  ['no letters', '@font-face{font-weight:400 600;src:url(/assets/golos.first.woff2)}', /declares no unicode-range/],
  ['one weight', '@font-face{font-weight:400;src:url(/assets/golos.first.woff2);unicode-range:U+41}', /no two weights/],
  ['a file that is not there', face('U+41', '400 600'), /does not exist/],
])('a face that declares %s stops the build', async (_, css, words) => {
  put('assets/a.css', css);
  put('index.html', '<head></head><body></body>');
  await expect(finishPages(site, '/')).rejects.toThrow(words);
});

const drawing = (inside: string): string => `<svg viewBox="0 0 1 1"><g>${inside}</g></svg>`;

test('drawings stay as they are to the letter, where nothing is to be done to them', async () => {
  const plain = `${drawing('<path d="M0 0"/><text x=1>A &amp; B</text>')}${drawing('<desc><span class="no-svg">No drawing.</span></desc>')}`;
  put('b/index.html', `<html><head></head><body>${plain}<p>A <a href="/c/">link</a></p></body></html>`);
  await finishPages(site, '/');
  expect(read('b/index.html')).toContain(`<body>${plain}<p`);
  expect(read('b/index.html')).toContain('<a href="../c/index.html">');
  expect(read('b/index.html')).not.toContain('data-taken-out');
});

test('links in a drawing are made relative, and a drawing that runs something is refused as elsewhere', async () => {
  put('b/index.html', `<html><head></head><body>${drawing('<a href="/c/"><path d="M0 0"></path></a>')}</body></html>`);
  await finishPages(site, '/');
  expect(read('b/index.html')).toContain('<a href="../c/index.html">');
  for (const hostile of [
    '<path onclick="x()"></path>',
    '<path style="fill:red"></path>',
    '<script>x()</script>',
    '<image href="//other.example/a.png"></image>',
    '<a xlink:href="javascript:x()">a</a>',
    '<svg><path onload=x()></path></svg>',
    '<path/onmouseover=x()></path>',
    '<p><img src=x onerror=x()></p>',
  ]) {
    put('b/index.html', `<html><head></head><body>${drawing(hostile)}</body></html>`);
    await expect(finishPages(site, '/'), hostile).rejects.toThrow();
  }
});

test('the policy vouches for what the styles and scripts of a page hold in the end, whatever they hold', async () => {
  const sum = (text: string): string => createHash('sha256').update(text).digest('base64');
  const sheets = ['a::before{content:"<\\"}', '/*data-taken-out 1*/p{color:red}'];
  const scripts = ['const a = "<table></table>" && `$&` < 1;', "const b = '<!-- b';", ''];
  const styles = sheets.map((text) => `<style data-own>${text}</style>`).join('');
  put(
    'b/index.html',
    `<html><head>${styles}${scripts.map((text) => `<script data-own>${text}</script>`).join('')}</head><body></body></html>`,
  );
  await finishPages(site, '/');
  const page = read('b/index.html');
  for (const text of [...sheets, ...scripts]) {
    expect(page).toContain(`>${text}</`);
    expect(page).toContain(`'sha256-${sum(text)}'`);
  }
  expect(page.match(/'sha256-/g)).toHaveLength(sheets.length + scripts.length);
  expect(page).not.toContain('data-own');
});

const table = (cell: string): string => `<table><tbody><tr><th scope=row>A &amp; B</th><td>${cell}</td></tr></tbody></table>`;

test('a table without links stays as it is to the letter; one with links gets relative ones, and one that runs something is refused', async () => {
  put('b/index.html', `<html><head></head><body>${table('1')}<div>${table('<a href="/c/">2</a>')}</div></body></html>`);
  await finishPages(site, '/');
  expect(read('b/index.html')).toContain(`<body>${table('1')}<div>`);
  expect(read('b/index.html')).toContain('<td><a href="../c/index.html">2</a></td>');
  expect(read('b/index.html')).not.toContain('data-taken-out');
  for (const hostile of [
    '<b onclick="x()">1</b>',
    '<b style="color:red">1</b>',
    '<script>x()</script>',
    table('<img src=x onerror=x()>'),
  ]) {
    put('b/index.html', `<html><head></head><body>${table(hostile)}</body></html>`);
    await expect(finishPages(site, '/'), hostile).rejects.toThrow();
  }
});

test('what only looks like a drawing, in a script or an attribute, loses nothing', async () => {
  const script = `<script data-own>const drawing = '${drawing('<path></path>')}';</script>`;
  const text = `<p data-copy='${drawing('<path></path>')}'>words</p>`;
  put('b/index.html', `<html><head>${script}</head><body>${drawing('<path d="M1 1"></path>')}${text}</body></html>`);
  await finishPages(site, '/');
  const page = read('b/index.html');
  expect(page).toContain(`const drawing = '${drawing('<path></path>')}';`);
  expect(page.match(/M1 1/g)).toHaveLength(1);
  expect(page).not.toContain('data-taken-out');
  expect(/data-copy="([^"]*)"/.exec(page)?.[1]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')).toBe(
    drawing('<path></path>'),
  );
});
