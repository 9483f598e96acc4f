/** The page that offers the editions, filled when they are made, and again when a further one is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../../../src/data/descriptor.ts';
import { localeOf } from '../../../../../src/figures/locales/locales.ts';
import { fillEditionsPage, sizeText } from '../../../../../src/site/publish/editions/fill.ts';

let site = '';
const page = (): string => readFileSync(join(site, 'editions/index.html'), 'utf8');
const section = (path: string): string =>
  `<section data-edition-file="${path}"><a href="../${path}">it</a><i data-edition-size="${path}"></i><code data-edition-sum="${path}"></code></section>`;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'fill-'));
  mkdirSync(join(site, 'editions'));
  writeFileSync(join(site, 'editions/a.txt'), 'x'.repeat(1500));
  writeFileSync(
    join(site, 'editions/index.html'),
    `<!doctype html><title>t</title>${section('editions/a.txt')}${section('editions/b.pdf')}`,
  );
});
afterEach(() => rmSync(site, { recursive: true }));

test('what was made has its size and sum, what was not is put away until it is', () => {
  const locale = localeOf('en');
  fillEditionsPage(site, locale);
  const a = `<section><a href="../editions/a.txt">it</a><i>2 kB</i><code>${sha256(readFileSync(join(site, 'editions/a.txt')))}</code></section>`;
  expect(page()).toContain(a);
  expect(page()).toContain(`<template data-edition-file="editions/b.pdf">${section('editions/b.pdf')}</template>`);
  const once = page();
  fillEditionsPage(site, locale);
  expect(page()).toBe(once);
  writeFileSync(join(site, 'editions/b.pdf'), 'x'.repeat(2_340_000));
  fillEditionsPage(site, locale);
  expect(page()).toContain(a);
  expect(page()).toContain('<a href="../editions/b.pdf">it</a><i>2.3 MB</i>');
  expect(page()).not.toContain('template');
});

test.each([
  ['en', '2.1 MB'],
  ['ru', '2,1 МБ'],
  ['pl', '2,1 MB'],
])('sizes are written as in %s', (tag, said) => expect(sizeText(2_091_242, localeOf(tag)).replace(/\s/g, ' ')).toBe(said));
