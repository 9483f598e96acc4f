/** The page that a browser prints, and the file that it makes. */
import { expect, test } from 'vitest';
import { EditionFault } from '../../../../../src/site/publish/editions/fault.ts';
import { datedPdf, paperPage } from '../../../../../src/site/publish/editions/paper.ts';

const page = (title: string): string =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;"><style>@media print{p{color:red}}</style></head><body><h1>Papers</h1><section class="chapter" id="one"><h2>${title}</h2></section><section class="chapter" id="two"><h2>Two</h2></section></body></html>`;

test('has numbers of pages, and each chapter at the head of its pages', () => {
  const html = paperPage(page('One'));
  expect(html).toContain('content: counter(page) " / " counter(pages)');
  expect(html).toMatch(/@page chapter-0 \{ @top-right \{ content: "One";/);
  expect(html).toContain('.chapter:not([id]), #one { page: chapter-0; }');
  expect(html).toContain('#two { page: chapter-1; }');
  expect(html).toContain('@media all{p{color:red}}');
  expect(html).toContain("content=\"default-src 'none';");
});

test('a title can’t end the style sheet that it stands in', () => {
  const html = paperPage(page('A "b" \\ &lt;/style&gt;&lt;script&gt;'));
  expect(html).toContain('content: "A \\22 b\\22  \\5c  \\3c /style>\\3c script>"');
});

test.each(['<p>Nothing</p>', page('One').replace(/<meta[^>]*>/, ''), page('One').replace('</body>', '')])(
  'a page that is not the edition is refused: %#',
  (html) => expect(() => paperPage(html)).toThrow(EditionFault),
);

test('the day of the data stands in the place of the moment of printing, and half a file is refused', () => {
  const made = Buffer.from(
    "%PDF-1.4\n/CreationDate (D:20261126174332+00'00')\n/ModDate (D:20261126174332+00'00')\n\xff\x00%%EOF\n",
    'latin1',
  );
  expect(Buffer.from(datedPdf(made, '2026-11-01')).toString('latin1')).toBe(
    "%PDF-1.4\n/CreationDate (D:20261101000000+00'00')\n/ModDate (D:20261101000000+00'00')\n\xff\x00%%EOF\n",
  );
  expect(() => datedPdf(made.subarray(0, 60), '2026-11-01')).toThrow(/wrote no whole PDF/);
});
