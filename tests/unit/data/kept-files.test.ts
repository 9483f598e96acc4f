/** What is kept between builds is what was made, or it is made anew. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptFiles } from '../../../src/data/kept-files.ts';
import { compressAll } from '../../../src/site/publish/hosting/compress.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-files-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = (kind = 'things'): string => join(root, 'node_modules/.cache/no-empty-cells', kind);
const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);

test('what was kept is taken as it was; a changed, cut or empty file is not', () => {
  const kept = new KeptFiles(root, 'things');
  kept.keep('a', bytes(100, 7));
  expect([...(kept.take('a') ?? [])]).toEqual([...bytes(100, 7)]);
  expect(kept.take('b')).toBeNull();
  const path = join(folder(), 'a');
  const whole = readFileSync(path);
  for (const spoilt of [whole.subarray(0, -1), Buffer.concat([whole, Buffer.of(1)]), whole.subarray(0, 10), Buffer.of()]) {
    writeFileSync(path, spoilt);
    expect(kept.take('a')).toBeNull();
  }
});

test('above the limit, what was asked for longest ago goes', () => {
  const kept = new KeptFiles(root, 'things');
  for (const [age, name] of ['new', 'middle', 'old'].entries()) {
    kept.keep(name, bytes(1000, age));
    const day = new Date(Date.now() - age * 86_400_000);
    utimesSync(join(folder(), name), day, day);
  }
  // Asked for, so that it is no longer the oldest.
  kept.take('old');
  new KeptFiles(root, 'things', 2500);
  expect(readdirSync(folder()).sort()).toEqual(['new', 'old']);
});

test('twins that are kept are those that are made, and a changed page has others', async () => {
  const site = join(root, 'site');
  mkdirSync(site);
  const write = (word: string): void => writeFileSync(join(site, 'page.html'), `<p>${word.repeat(500)}</p>`);
  const twins = (): Buffer[] => ['gz', 'br'].map((end) => readFileSync(join(site, `page.html.${end}`)));
  write('one');
  await compressAll(site);
  const made = twins();
  await compressAll(site, root);
  expect(readdirSync(folder('twins'))).toHaveLength(2);
  await compressAll(site, root);
  expect(twins()).toEqual(made);
  write('two');
  await compressAll(site, root);
  expect(twins()).not.toEqual(made);
  expect(readdirSync(folder('twins'))).toHaveLength(4);
  write('one');
  await compressAll(site, root);
  expect(twins()).toEqual(made);
});
