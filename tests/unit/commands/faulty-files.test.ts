/** No command answers with a stack or not at all: whatever a file is, and whatever is missing, there is a sentence that names it. */
import { execFile } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkFolder } from '../../../src/data/folder.ts';
import { formatProblems, refusalOf } from '../../../src/data/problem.ts';
import { readYaml } from '../../../src/data/yaml.ts';
import { ProjectCopy } from '../../fixtures/project.ts';

const project = new ProjectCopy();
afterAll(() => project.remove());
const at = (file: string): string => join(project.root, file);

/** What a file can be, other than a text: each is done to the path, from which the file itself was taken away. */
const states: Readonly<Record<string, (path: string) => void>> = {
  missing: () => {},
  'a folder': (path) => mkdirSync(path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to a device': (path) => symlinkSync('/dev/null', path),
  'no text': (path) => writeFileSync(path, Buffer.from([0x80, 0xff, 0x00, 0x0a])),
};

/** Puts files into a state and returns what undoes it. */
function spoil(files: readonly string[], state: string): () => void {
  for (const file of files) {
    renameSync(at(file), at(`${file}.kept`));
    states[state]?.(at(file));
  }
  return () => {
    for (const file of files) {
      rmSync(at(file), { recursive: true, force: true });
      renameSync(at(`${file}.kept`), at(file));
    }
  };
}

const texts = ['package.yml', 'corrections.yml', 'errata.yml', 'releases.csv', 'sources.csv'];
const made = ['datapackage.json', 'CITATION.cff', 'CHANGELOG.md'];

describe.runIf(process.platform === 'linux')('the check of the folder of data', () => {
  /** What the check says of each file, while all of them are in that state. */
  const expectEachTold = (names: readonly string[], state: string): void => {
    const files = names.map((name) => `data/${name}`);
    const restore = spoil(files, state);
    const told = formatProblems(checkFolder(at('data')).problems);
    restore();
    for (const file of files) expect(told.filter((line) => line.startsWith(`${file}:`)).join('\n'), file).toMatch(/:\d+:\d+ .*expected /);
  };

  test.each(Object.keys(states))('names each file that is %s, and ends', (state) => {
    // There need be no log of mistakes.
    expectEachTold(
      texts.filter((name) => state !== 'missing' || name !== 'errata.yml'),
      state,
    );
  });

  test('names the files that are made from others, when those are sound', () => {
    expectEachTold(made, 'a folder');
  });
});

/** Runs a command as its script does, without git on the path. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; output: string }> {
  const [command = '', ...rest] = args;
  return new Promise((resolve) => {
    const options = { cwd: project.root, env: { PATH: '', NODE_ENV: 'production', ...env }, timeout: 120_000 };
    execFile(process.execPath, [at(`src/commands/${command}`), ...rest], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? (error ? -1 : 0)), output: stdout + stderr }),
    );
  });
}

/** What a command says, and how: in sentences, with an exit code of its own. */
function expectSentence({ code, output }: { code: number; output: string }, said: RegExp): void {
  expect(output).toMatch(said);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

const out = join(tmpdir(), `no-empty-cells-out-${process.pid}`);

describe.runIf(process.platform === 'linux')('a command', () => {
  test('says which file of the story is amiss, whoever reads it', async () => {
    const restore = spoil(['content/figures.yml'], 'missing');
    const runs = await Promise.all([run(['build.ts', '--no-twins']), run(['check.ts'])]);
    restore();
    for (const told of runs) expectSentence(told, /^content\/figures\.yml:1:1 expected the declared figures, found no such file$/m);
  }, 240_000);

  test('says where the strings of a chart, or a whole folder, are amiss', async () => {
    const restore = spoil(['content/en/charts'], 'missing');
    const runs = [await run(['language-check.ts', 'be'])];
    restore();
    for (const told of runs)
      expectSentence(
        told,
        /^content\/en\/charts\/[a-z0-9-]+\.yml:1:1 expected the strings of this chart, found no such file$|content\/en\/charts: there is no such file or folder\.$/m,
      );
  }, 240_000);

  test('says what is amiss with the facts and the releases, without git too', async () => {
    const facts = spoil(['data/package.yml'], 'a folder');
    const runs = await Promise.all([
      run(['data-package.ts']),
      run(['data-diff.ts', '3.0.0', 'working']),
      run(['data-release.ts', 'patch', 'why']),
      run(['data-as-of.ts', '2024-09-04', '--out', out]),
    ]);
    facts();
    for (const told of runs) expectSentence(told, /^data\/package\.yml:1:1 expected the facts of the package, found a folder$/m);
    expect(runs[2]?.output).toMatch(/^Whether there are edits that are not committed could not be seen: git is not here/);
  }, 240_000);

  test('says where it can’t write, before the work', async () => {
    const runs = await Promise.all([
      run(['data-as-of.ts', '2024-09-04', '--out', '/proc/x/y']),
      run(['data-as-of.ts', '2024-09-04', '--out', at('package.json/x')]),
    ]);
    for (const told of runs) expectSentence(told, / is no folder that can be written; name another with --out\.$/m);
  }, 240_000);

  test('refuses a SITE_URL that is none, at once', async () => {
    const runs = await Promise.all(['build.ts', 'dev.ts'].map((command) => run([command], { SITE_URL: 'example.org/x' })));
    for (const told of runs) expectSentence(told, /^SITE_URL: expected the address of the site/m);
  }, 60_000);
});

test('what the system refuses is told as a sentence, and a fault of ours keeps its stack', () => {
  expect(refusalOf(Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write', path: '/a/b' }))).toBe('/a/b: the disk is full.');
  expect(refusalOf(Object.assign(new Error('x'), { code: 'EXDEV', syscall: 'rename', path: '/a/b' }))).toBe('/a/b: EXDEV.');
  expect(refusalOf(new TypeError('x is not a function'))).toBe(null);
  expect(refusalOf(Object.assign(new Error('x'), { code: 'EADDRINUSE', syscall: 'listen' }))).toBe(null);
});

test('an alias of YAML is told at its place', () => {
  const { problems } = readYaml('a.yml', 'a: &x 1\nb: *x\n', z.record(z.string(), z.number()));
  expect(formatProblems(problems)).toEqual(['a.yml:2:4 expected the value itself, found an alias (*x)']);
  expect(readYaml('a.yml', 'a: &x { c: 1 }\nb:\n  <<: *x\n', z.unknown()).problems).toHaveLength(1);
});
