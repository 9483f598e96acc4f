import { describe, expect, it } from 'vitest';
import { correctionAnchor, uuidOf } from '../../../src/site/data/anchors.ts';
import { fullAddress, siteAddress } from '../../../src/site/site-address.ts';

describe('full addresses', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/folder', 'https://example.org/folder/'],
    ['https://example.org/folder/', 'https://example.org/folder/'],
    ['https://example.org/a/b', 'https://example.org/a/b/'],
  ])('of a site at %s lie under %s', (site, root) => {
    expect(siteAddress(site)).toBe(root);
    expect(siteAddress(new URL(site))).toBe(root);
    expect(fullAddress('/', site)).toBe(root);
    expect(fullAddress('/charts/held/', new URL(site))).toBe(`${root}charts/held/`);
  });
});

describe('ids in the feed', () => {
  const entry = { table: 't', field: 'value', expect: '1', action: 'flag', reason: 'why', status: 'open', date: '2026-01-01' } as const;

  it('are version 5 UUIDs', () => {
    expect(uuidOf('release 1.0.0')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('release 1.0.0')).not.toBe(uuidOf('release 1.0.1'));
  });

  it('stay when a correction is worded anew, and differ from cell to cell', () => {
    const id = correctionAnchor({ ...entry, key: { a: '1', b: '2' } });
    expect(correctionAnchor({ ...entry, key: { b: '2', a: '1' }, reason: 'other', status: 'reported', date: '2026-02-02' })).toBe(id);
    expect(correctionAnchor({ ...entry, key: { a: '1', b: '3' } })).not.toBe(id);
    expect(correctionAnchor({ ...entry, key: { a: '1', b: '2' }, field: 'note' })).not.toBe(id);
  });
});
