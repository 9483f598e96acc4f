/** `npm run verify` and `npm run mirror:zip` as they are called: exit codes, sentences, and an archive that is the same each time. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSiteSums } from '../../../src/site/publish/proof/sums.ts';
import { ProjectCopy } from '../../fixtures/project.ts';

const copy = new ProjectCopy();
const at = (name: string): string => join(copy.root, name);

beforeAll(() => {
  mkdirSync(at('dist/data'), { recursive: true });
  writeFileSync(at('dist/index.html'), 'A page');
  writeFileSync(at('dist/data/datapackage.json'), '{"name":"papers","version":"1.0.0","created":"2026-11-26T00:00:00Z"}');
  writeSiteSums(at('dist'));
});
afterAll(() => copy.remove());

test('the archive of a site is whole, the same in every zone and at any time, and refused for a changed site', async () => {
  const first = await copy.run('mirror-zip.ts');
  expect(first.output).toMatch(/^[0-9a-f]{64} {2}.*papers-site-1\.0\.0\.zip\n3 files, /);
  expect(first.code).toBe(0);
  const bytes = readFileSync(at('papers-site-1.0.0.zip'));
  const elsewhere = new ProjectCopy({ TZ: 'Pacific/Kiritimati', LC_ALL: 'be_BY.UTF-8' });
  try {
    mkdirSync(join(elsewhere.root, 'dist/data'), { recursive: true });
    for (const name of ['data/datapackage.json', 'index.html', 'SHA256SUMS'])
      writeFileSync(join(elsewhere.root, 'dist', name), readFileSync(at(`dist/${name}`)));
    expect((await elsewhere.run('mirror-zip.ts', '--out', at('second.zip'))).code).toBe(0);
    rmSync(join(elsewhere.root, 'dist/index.html'));
    const refused = await elsewhere.run('mirror-zip.ts');
    expect(refused.output).toMatch(/^missing: index\.html\n.*is not whole: 0 differ, 1 missing, 0 added.*\nBuild it anew: npm run build/);
    expect(refused.code).toBe(1);
    rmSync(join(elsewhere.root, 'dist'), { recursive: true });
    expect((await elsewhere.run('mirror-zip.ts')).output).toMatch(/^There is no whole site in .*dist: run npm run build first\./);
    expect((await copy.run('mirror-zip.ts', '--out', at('no/such/folder.zip'))).output).toMatch(/can't be written \(ENOENT\)/);
  } finally {
    elsewhere.remove();
  }
  expect(readFileSync(at('second.zip')).equals(bytes)).toBe(true);
  expect((await copy.run('verify.ts', at('second.zip'))).code).toBe(0);
});

test.each<[string, string[], number, RegExp]>([
  ['a whole copy', ['dist'], 0, /^dist is whole: 2 files are as their sums say\./],
  ['a copy that is not of a release', ['dist', '--release', '1.0.0'], 1, /^missing: data\/1\.0\.0\/SHA256SUMS|^missing: data\/1\.0\.0\//],
  ['sums of something else', ['dist', '--sums', 'data/releases/1.0.0/SHA256SUMS'], 1, /^extra: +data\/datapackage\.json|^missing: /],
  ['no copy', [], 2, /^Name one copy of the site: npm run verify -- /],
  ['two copies', ['a', 'b'], 2, /^Name one copy of the site/],
  ['an unknown release', ['dist', '--release', '9.9.9'], 2, /^There is no release "9\.9\.9"\. The releases are: 1\.0\.0, /],
  ['an unknown option', ['dist', '--fast'], 2, /Unknown option '--fast'.*npm run verify -- /],
  ['no file of sums', ['dist', '--sums', 'nowhere'], 2, /^--sums: nowhere can't be read: found no such file/],
  ['no such place', ['nowhere'], 2, /^nowhere can't be read: found no such file/],
])('%s', async (_, args, code, said) => {
  const run = await copy.run('verify.ts', ...args);
  expect(run.output).toMatch(said);
  expect(run.code).toBe(code);
});
