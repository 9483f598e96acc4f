/** Links of the built pages: relative wherever a page stands, from the root where a page is shown at any depth. */
import { parse, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { relativeLinks, rootedLinks } from '../../../../src/site/publish/finish/relative-links.ts';
import type { Document } from '../../../../src/site/publish/finish/tree.ts';
import { sitePath } from '../../../../src/site/site-address.ts';

const markup = `<head><noscript><meta http-equiv="refresh" content="0; url=/embed/b/"></noscript></head>
<body><a href="/charts/a/#x">a</a><a href="https://example.org/">b</a><a href="//example.org/">c</a><img srcset="/a.png 1x, /b.png 2x"></body>`;

function changed(change: (document: Document) => void): string[] {
  const document: Document = parse(markup, { scriptingEnabled: false });
  change(document);
  return [...serialize(document, { scriptingEnabled: false }).matchAll(/(?:href|srcset|content)="([^"]*)"/g)].map(
    ([, value = '']) => value,
  );
}

test('links of a page are relative, also where it sends browsers without script', () => {
  expect(changed((document) => relativeLinks(document, 'embed/a/index.html'))).toEqual([
    '0; url=../b/index.html',
    '../../charts/a/index.html#x',
    'https://example.org/',
    '//example.org/',
    '../../a.png 1x, ../../b.png 2x',
  ]);
});

test('links of the page for missing addresses begin with the path of the site', () => {
  expect(changed((document) => rootedLinks(document, '/papers/'))).toEqual([
    '0; url=/papers/embed/b/',
    '/papers/charts/a/#x',
    'https://example.org/',
    '//example.org/',
    '/papers/a.png 1x, /papers/b.png 2x',
  ]);
});

test.each([
  [undefined, '/'],
  ['https://example.org', '/'],
  ['https://example.org/', '/'],
  ['https://example.org/papers', '/papers/'],
  ['https://example.org/papers/belarus/', '/papers/belarus/'],
])('the site at %s stands under %s', (site, path) => expect(sitePath(site)).toBe(path));
