/** What the page for missing addresses reads out of an address that anyone may have made. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedFor, similar } from '../../../src/embed/missing.ts';

test('whatever the address, only names and versions come out of it', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('embed', 'held', 'be', '1.0.0', 'quiet', '__proto__', '<b>', '..', 'index.html'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
      const asked = askedFor(`/${pieces.join('/')}/`, ['be']);
      if (asked === null) return;
      expect(asked.chart).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      if (asked.version !== null) expect(asked.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(['be', null]).toContain(asked.language);
      expect(asked.root).toMatch(/^\/(?:.*\/)?$/s);
    }),
    { numRuns: 2000 },
  );
});

test('an address is read as it was built', () => {
  const asked = { language: null, chart: 'held', version: null, quiet: false };
  expect(askedFor('/embed/held/', [])).toEqual({ ...asked, root: '/' });
  expect(askedFor('/a/b/embed/held/9.9.9/quiet/index.html', [])).toEqual({ ...asked, root: '/a/b/', version: '9.9.9', quiet: true });
  expect(askedFor('/embed/be/held/quiet', ['be'])).toEqual({ ...asked, root: '/', language: 'be', quiet: true });
  expect(askedFor('/charts/held/', [])).toBeNull();
  expect(askedFor('/embed/', [])).toBeNull();
});

test('names that share words are near, and others are not', () => {
  const names = ['held', 'women-held', 'vote-2020', 'opinion-vote', 'deaths'];
  expect(similar(names, 'held-women')).toEqual(['women-held', 'held']);
  expect(similar(names, 'vote-2021')).toEqual(['vote-2020', 'opinion-vote']);
  expect(similar(names, 'prisons')).toEqual([]);
});
