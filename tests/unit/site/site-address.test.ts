import { describe, expect, it } from 'vitest';
import { correctionAnchor, uuidOf } from '../../../src/site/data/anchors.ts';
import { askedSite, fullAddress, siteAddress } from '../../../src/site/site-address.ts';

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

describe('SITE_URL', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    [' http://example.org/a/b ', 'http://example.org/a/b/'],
    ['HTTPS://EXAMPLE.org:443/a', 'https://example.org/a/'],
  ])('%j asks for %s, and nothing has to be said', (value, site) => {
    expect(askedSite(value)).toEqual({ site, warning: null });
  });

  it.each([undefined, '', '  '])('%j asks for none: what would point to this machine is said aloud', (value) => {
    expect(askedSite(value)).toEqual({
      site: undefined,
      warning: expect.stringMatching(
        /^Lines to embed, .+ point to this machine \(http:\/\/localhost:4321\/\), since SITE_URL is not set\. .+SITE_URL=/,
      ),
    });
  });

  it.each(['http://localhost:4321', 'http://127.0.0.1/x', 'http://[::1]/', 'http://a.localhost/'])('%s is this machine', (value) => {
    expect(askedSite(value)).toMatchObject({ warning: expect.stringMatching(/ point to this machine .+, as SITE_URL asks\. /) });
  });

  it.each([
    ['example.org/x', /found "example\.org\/x", which does not begin with https:\/\/ or http:\/\//],
    ['ftp://example.org/', /does not begin/],
    ['https://', /does not begin/],
    ['https://user:pw@example.org/', /a user’s name or password/],
    ['https://example.org/a/?x=1#y', /a \? or a #/],
    ['https://example.org/#', /a \? or a #/],
  ])('%s is refused', (value, said) => {
    expect(askedSite(value)).toMatch(said);
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
