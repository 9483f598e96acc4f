/** `/.well-known/security.txt`, as those who publish a copy set it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSecurityTxt } from '../../../../src/site/publish/security-txt.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'security-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, '.well-known/security.txt');
const about = { site: 'https://papers.example/belarus', modified: '2026-11-24' };

test('holds what the standard asks for, and the same at each build of one state', () => {
  expect(writeSecurityTxt(folder, { ...about, contact: 'mailto:safe@papers.example' })).toBeNull();
  expect(readFileSync(file(), 'utf8')).toBe(
    'Contact: mailto:safe@papers.example\nExpires: 2027-11-24T00:00:00Z\nPreferred-Languages: en\nCanonical: https://papers.example/belarus/.well-known/security.txt\n',
  );
});

test('is left out with a sentence where nobody has said where to write, and without one on a machine of one’s own', () => {
  expect(writeSecurityTxt(folder, { ...about, contact: undefined })).toMatch(
    /^No \.well-known\/security\.txt is written: set SECURITY_CONTACT/,
  );
  expect(writeSecurityTxt(folder, { ...about, site: undefined, contact: undefined })).toBeNull();
  expect(existsSync(file())).toBe(false);
});

test.each(['http://papers.example/', 'javascript:x', 'mailto:a@b.c\nContact: x', 'https://a.example/\nx', 'safe@papers.example'])(
  'no contact is %j',
  (contact) => expect(() => writeSecurityTxt(folder, { ...about, contact })).toThrow(/SECURITY_CONTACT.*expected an address/),
);
