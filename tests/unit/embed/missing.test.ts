/** What the page for missing addresses reads out of an address that anyone may have made. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedFor, ownRoot, similar } from '../../../src/embed/missing.ts';

test('whatever the address, only names and versions come out of it', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('embed', 'held', 'be', '1.0.0', 'quiet', 'only', '__proto__', '<b>', '..', 'index.html'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const asked = askedFor(`/${pieces.join('/')}/`, ['be']);
      if (asked === null) return;
      expect(asked.chart).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      if (asked.version !== null) expect(asked.version).toMatch(/^\d+\.\d+\.\d+$/);
      if (asked.only !== null) expect(asked.only).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      expect(['be', null]).toContain(asked.language);
      expect(asked.root).toMatch(/^\/(?:.*\/)?$/s);
    }),
    { numRuns: 2000 },
  );
});

test('an address is read as it was built', () => {
  const asked = { language: null, chart: 'held', version: null, quiet: false, only: null };
  expect(askedFor('/embed/held/', [])).toEqual({ ...asked, root: '/' });
  expect(askedFor('/a/b/embed/held/9.9.9/quiet/index.html', [])).toEqual({ ...asked, root: '/a/b/', version: '9.9.9', quiet: true });
  expect(askedFor('/embed/be/held/quiet', ['be'])).toEqual({ ...asked, root: '/', language: 'be', quiet: true });
  expect(askedFor('/embed/held/quiet/only/women/', [])).toEqual({ ...asked, root: '/', quiet: true, only: 'women' });
  expect(askedFor('/embed/held/only/', [])).toEqual({ ...asked, root: '/' });
  expect(askedFor('/embed/held/only/<b>/', [])).toBeNull();
  expect(askedFor('/charts/held/', [])).toBeNull();
  expect(askedFor('/embed/', [])).toBeNull();
});

test('names that share words are near, and others are not', () => {
  const names = ['held', 'women-held', 'vote-2020', 'opinion-vote', 'deaths'];
  expect(similar(names, 'held-women')).toEqual(['women-held', 'held']);
  expect(similar(names, 'vote-2021')).toEqual(['vote-2020', 'opinion-vote']);
  expect(similar(names, 'prisons')).toEqual([]);
});

/** What a browser may take for another host, or for no path at all. */
const elsewhere = [
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/\t/evil.example/',
  '/\n//evil.example/',
  '/..//evil.example/',
  '/x/..//evil.example/',
  '/%2e%2e//evil.example/',
  '/./\\evil.example/',
  'javascript:alert(1)/',
  'https://evil.example/',
  'evil.example/',
  '',
  '/?/',
  '/#/',
  '/a?b/',
  '//',
  '//@evil.example/',
  '/\u0000/evil.example/',
];

test('a root that an address names stays on the site, however it is spelled', () => {
  const sign = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '\r',
    ' ',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '?',
    '#',
    '@',
    ':',
    'evil.example',
    'http:',
    'javascript:',
    '\u0000',
    '\u2028',
  );
  const site = 'https://site.example';
  const stays = (path: string): void => {
    const href = `${ownRoot(path)}charts/`;
    const led = new URL(href, `${site}/any/where/`);
    expect(led.origin, JSON.stringify(path)).toBe(site);
    expect(led.search + led.hash, JSON.stringify(path)).toBe('');
    expect(href, JSON.stringify(path)).toMatch(/^\/(?!\/)/);
    for (const folder of ['embed/held/9.9.9/', 'embed/be/held/']) {
      const asked = askedFor(path + folder, ['be']);
      if (asked) expect(new URL(`${asked.root}embed/held/`, `${site}/`).origin, JSON.stringify(path)).toBe(site);
    }
  };
  for (const path of elsewhere) stays(path);
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (signs) => stays(`${signs.join('')}/`)),
    { numRuns: 5000 },
  );
});

test('a root of this site is kept', () => {
  for (const path of ['/', '/papers/', '/a/b.c/', '/%D0%B1%D0%B5%D0%BB/']) expect(ownRoot(path)).toBe(path);
});
