/** `npm run editions:pdf` with browsers that are none, fail, or make what is no PDF; a real one prints in the browser tests. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserProgram } from '../../../src/commands/browser.ts';
import { editionPath } from '../../../src/site/editions/files.ts';
import { folderOf, languages } from '../../../src/site/languages.ts';
import { writeSiteSums } from '../../../src/site/publish/proof/sums.ts';
import { ProjectCopy } from '../../fixtures/project.ts';

const browser = { CHROMIUM_PATH: '' };
const copy = new ProjectCopy(browser);
const at = (name: string): string => join(copy.root, name);
const story =
  '<!doctype html><meta http-equiv="Content-Security-Policy" content="x"><style></style><body><h1>Papers</h1><section class="chapter" id="one"><h2>One</h2></section></body>';

/** A program in the place of the browser, as lines of a shell; `$out` is the file that it should write. */
function program(lines: string): void {
  browser.CHROMIUM_PATH = at('browser.sh');
  writeFileSync(at('browser.sh'), `#!/bin/sh\nfor a in "$@"; do case "$a" in --print-to-pdf=*) out="\${a#*=}";; esac; done\n${lines}\n`);
  chmodSync(at('browser.sh'), 0o755);
}

beforeAll(() => {
  mkdirSync(at('dist/editions'), { recursive: true });
  mkdirSync(at('dist/data'));
  writeFileSync(at('dist/data/datapackage.json'), '{"created":"2026-11-01T00:00:00Z"}');
  for (const { tag } of languages) {
    const page = join('dist', folderOf(tag) ?? '', 'editions/index.html');
    mkdirSync(dirname(at(page)), { recursive: true });
    writeFileSync(at(`dist/${editionPath('page', tag)}`), story);
    writeFileSync(at(page), `<!doctype html><title>t</title><section data-edition-file="${editionPath('paper', tag)}"><b></b></section>`);
  }
  writeSiteSums(at('dist'));
});
afterAll(() => copy.remove());

test.runIf(process.platform !== 'win32').each([
  ['fails', 'echo "no display" >&2; exit 3', /browser\.sh printed no PDF: no display\. dist\/ is as it was\./],
  ['writes nothing', 'exit 0', /browser\.sh printed no PDF\. dist\/ is as it was\./],
  ['writes half a file', 'printf "%%PDF-1.4 half" > "$out"', /^An edition can't be made: the browser wrote no whole PDF\./],
])('a browser that %s leaves the site as it was', async (_, lines, said) => {
  program(lines);
  const before = readFileSync(at('dist/SHA256SUMS'), 'utf8');
  const run = await copy.run('editions-pdf.ts');
  expect(run.output).toMatch(said);
  expect(run.code).toBe(1);
  expect(readFileSync(at('dist/SHA256SUMS'), 'utf8')).toBe(before);
  expect(readdirSync(at('dist/editions')).filter((name) => !name.endsWith('.html'))).toEqual([]);
});

test.runIf(process.platform !== 'win32')('what a browser prints is added to the site, which is whole afterwards', async () => {
  program(`printf '%%PDF-1.4 (paper) %%%%EOF' > "$out"`);
  const run = await copy.run('editions-pdf.ts');
  expect(run.output).toMatch(/wrote .*no-empty-cells-en\.pdf/);
  expect(readFileSync(at('dist/editions/index.html'), 'utf8')).toContain('<section><b');
  expect((await copy.run('verify.ts', at('dist'))).output).toMatch(/is whole: /);
});

test('a program that is named wrongly is told, and where there is none it is said', async () => {
  browser.CHROMIUM_PATH = at('nowhere');
  expect((await copy.run('editions-pdf.ts')).output).toMatch(/^CHROMIUM_PATH names .*nowhere, which is not a program\./);
  expect(browserProgram([], [at('nowhere')])).toBeNull();
});
