/** The licences of others travel with the built site, and names that they reserve are left to them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../../src/commands/root.ts';
import { RIGHTS, withoutReservedNames } from '../../../../src/site/publish/finish/font-names.ts';
import { licencesOf, packagesInScripts, typefacesOf } from '../../../../src/site/publish/licences.ts';

const require = createRequire(import.meta.url);

test('each typeface and each package in what a browser runs is there with its whole text', async () => {
  const text = await licencesOf(projectRoot);
  const names = new Set([...typefacesOf(projectRoot), ...(await packagesInScripts(projectRoot))]);
  expect(names).toContain('@fontsource-variable/source-serif-4');
  expect(names).toContain('@fontsource-variable/golos-text');
  expect(names).toContain('d3-timer');
  for (const name of names) {
    const licence = readFileSync(join(projectRoot, 'node_modules', name, 'LICENSE'), 'utf8').trim();
    expect(text, name).toContain(licence.replaceAll('\r\n', '\n'));
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(\\S+\\)$`, 'm'));
  }
  expect(text).toContain(readFileSync(join(projectRoot, 'LICENSE'), 'utf8').trim());
});

/** Names of a font by their ids; those for Windows, which have two bytes a letter. */
function namesIn(font: Buffer): Map<number, string> {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const record = records.find((at) => font.toString('latin1', at, at + 4) === 'name') ?? 0;
  const table = font.readUInt32BE(record + 8);
  const strings = table + font.readUInt16BE(table + 4);
  const entries = Array.from({ length: font.readUInt16BE(table + 2) }, (_, index) => table + 6 + 12 * index);
  return new Map(
    entries.map((at) => {
      const start = strings + font.readUInt16BE(at + 10);
      const text = Buffer.from(font.subarray(start, start + font.readUInt16BE(at + 8))).swap16();
      return [font.readUInt16BE(at + 6), text.toString('utf16le')];
    }),
  );
}

test('a cut typeface bears no reserved name, and keeps what it says of its rights', async () => {
  const source = readFileSync(require.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'));
  const cut = Buffer.from(await subsetFont(source, 'ABC', { targetFormat: 'sfnt', preserveNameIds: [...RIGHTS] }));
  const [before, after] = [namesIn(cut), namesIn(withoutReservedNames(cut))];
  expect([...before.values()].some((text) => text.includes('Source'))).toBe(true);
  for (const [id, text] of after) {
    if (RIGHTS.includes(id)) expect(text).toBe(before.get(id));
    else expect(text, `name ${id}`).not.toContain('Source');
  }
  expect(after.get(1)).toContain('Reader Serif');
  expect(`${after.get(13)} ${after.get(14)}`).toMatch(/Open Font License|scripts\.sil\.org|openfontlicense/);
});
