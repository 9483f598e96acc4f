/** Releases of the data: frozen whole, refused when they say too little, and held to their bytes ever after. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../src/data/descriptor.ts';
import { readFacts, withVersion } from '../../../../src/data/facts.ts';
import { checkFolder } from '../../../../src/data/folder.ts';
import { writeGenerated } from '../../../../src/data/generated.ts';
import { formatProblems, ProblemsError } from '../../../../src/data/problem.ts';
import { tables } from '../../../../src/data/registry.ts';
import { ReleaseRefused, release } from '../../../../src/data/versions/release.ts';
import type { Bump } from '../../../../src/data/versions/semver.ts';
import { DataCopy } from '../../../fixtures/data-copy.ts';
import { faultsOf, publishedFaultsOf } from '../../../fixtures/data-package-rules.ts';
import { ProjectCopy } from '../../../fixtures/project.ts';

const copy = new DataCopy();
afterAll(() => copy.remove());

const path = (name: string): string => join(copy.folder, name);
const text = (name: string): string => readFileSync(path(name), 'utf8');
const check = (): string[] => formatProblems(checkFolder(copy.folder).problems);
/** What stands for the drawings of charts, which are no matter of the tables. */
const drawings = (): ReadonlyMap<string, Uint8Array> => new Map([['held.en.json', Buffer.from('{}\n')]]);
const cut = (bump: Bump, why = 'A test.', date = '2026-02-03') => release(copy.folder, 'data', { bump, why, date, drawings });

/** The copy as it was before any release. */
function unreleased(): void {
  copy.restore();
  rmSync(path('releases'), { recursive: true, force: true });
  rmSync(path('releases.sha256'), { force: true });
  writeFileSync(path('package.yml'), withVersion(text('package.yml'), '0.0.0', '2026-01-01'));
  const { facts } = readFacts(copy.folder, 'data');
  if (facts) writeGenerated(copy.folder, 'data', facts);
}

function changeNote(note: string): void {
  copy.setCells(
    'releases',
    copy.row('releases', ({ status }) => status === 'preferred'),
    { note },
  );
}

function addSource(id: string): void {
  appendFileSync(
    copy.path('sources'),
    `${Object.values({ ...copy.row('sources').cells, source_id: id, url: `https://example.org/${id}` }).join(',')}\n`,
  );
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ReleaseRefused) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('the first release', () => {
  beforeEach(unreleased);

  test('is 1.0.0, and nothing smaller than major will do', () => {
    expect(refusal(() => cut('minor'))).toBe('A minor release is too small: the changes call for a major one (it is the first release).');
    expect(cut('major').version).toBe('1.0.0');
    expect(check()).toEqual([]);
  });

  test('freezes every table, the corrections and a descriptor with sizes and sums, and names its version everywhere', () => {
    cut('major', 'The package as first complete.');
    const names = [
      ...tables.map(({ name }) => `${name}.csv`),
      'SHA256SUMS',
      'charts',
      'corrections.yml',
      'datapackage.json',
      'release.yml',
    ];
    expect(readdirSync(path('releases/1.0.0')).sort()).toEqual(names.sort());
    for (const { name } of tables) expect(text(`releases/1.0.0/${name}.csv`)).toBe(text(`${name}.csv`));
    const descriptor: { version: string; created: string; resources: { path: string; bytes: number; hash: string }[] } = JSON.parse(
      text('releases/1.0.0/datapackage.json'),
    );
    expect(faultsOf(descriptor)).toEqual([]);
    expect(publishedFaultsOf(descriptor) ?? []).toEqual([]);
    expect([descriptor.version, descriptor.created]).toEqual(['1.0.0', '2026-02-03T00:00:00Z']);
    for (const resource of descriptor.resources) {
      const bytes = readFileSync(path(`releases/1.0.0/${resource.path}`));
      expect([resource.bytes, resource.hash]).toEqual([bytes.byteLength, `sha256:${sha256(bytes)}`]);
    }
    expect(text('package.yml')).toMatch(/^version: 1\.0\.0\nreleased: 2026-02-03$/m);
    expect(JSON.parse(text('datapackage.json'))).toMatchObject({ version: '1.0.0', created: '2026-02-03T00:00:00Z' });
    expect(text('CITATION.cff')).toMatch(/^version: 1\.0\.0$[\s\S]*^date-released: 2026-02-03$/m);
    expect(text('CHANGELOG.md')).toContain('## 1.0.0 (2026-02-03)\n\nThe package as first complete.\n');
    expect(text('package.yml')).toContain('# What is true of the package as a whole.');
  });
});

describe('a later release', () => {
  beforeEach(() => {
    unreleased();
    cut('major');
  });

  test('is refused when nothing changed', () => {
    expect(refusal(() => cut('patch'))).toBe('Nothing has changed since 1.0.0: there is nothing to release.');
  });

  test('is refused when it is too small, with what makes it so; nothing is written', () => {
    addSource('zz-source-to-spare');
    changeNote('Another note.');
    expect(refusal(() => cut('patch'))).toBe('A patch release is too small: the changes call for a minor one (sources: 1 row added).');
    expect(readdirSync(path('releases'))).toEqual(['1.0.0']);
    expect(check()).toEqual([]);
  });

  test('is refused when the tables have faults', () => {
    changeNote('=1+1');
    expect(() => cut('patch')).toThrow(ProblemsError);
    expect(readdirSync(path('releases'))).toEqual(['1.0.0']);
  });

  test('may be larger than the changes call for', () => {
    changeNote('Another note.');
    expect(cut('minor').version).toBe('1.1.0');
  });

  test('tells in the changelog what was added, changed and removed, the newest release first', () => {
    const row = copy.row('releases', ({ status }) => status === 'preferred');
    changeNote('Another note.');
    cut('patch', 'A note mended.', '2026-03-01');
    addSource('zz-source-to-spare');
    cut('minor', 'A source found.', '2026-04-01');
    rmSync(copy.path('sources'));
    writeFileSync(copy.path('sources'), text('releases/1.0.0/sources.csv'));
    expect(cut('minor', 'And lost.', '2026-05-01').version).toBe('1.2.0');
    const changelog = text('CHANGELOG.md');
    expect(changelog.match(/^## .*$/gm)).toEqual([
      '## 1.2.0 (2026-05-01)',
      '## 1.1.0 (2026-04-01)',
      '## 1.0.1 (2026-03-01)',
      '## 1.0.0 (2026-02-03)',
    ]);
    expect(changelog).toContain(
      '## 1.2.0 (2026-05-01)\n\nAnd lost.\n\n[Every file of this version](releases/1.2.0/), as it was frozen.\n\n### sources: 1 row removed\n\n- Removed: source_id zz-source-to-spare\n',
    );
    expect(changelog).toContain('### sources: 1 row added\n\n- Added: source_id zz-source-to-spare\n');
    const before = row.cells['note'] === '' ? 'empty' : `\`${row.cells['note']}\``;
    expect(changelog).toMatch(/### releases: 1 cell changed\n\n- Changed `note` of date .*: /);
    expect(changelog).toContain(`: ${before} to \`Another note.\`\n`);
    expect(check()).toEqual([]);
  }, 60_000);
});

describe('a frozen release', () => {
  beforeAll(() => {
    unreleased();
    cut('major');
  });
  const folder = 'releases/1.0.0';

  /** Does something to the frozen files, checks, and puts all back. */
  function afterSpoiling(name: string, spoil: (file: string) => void, alsoBack: () => void = () => undefined): string[] {
    const before = existsSync(path(name)) ? readFileSync(path(name)) : null;
    spoil(path(name));
    const found = check();
    if (before === null) rmSync(path(name), { recursive: true });
    else writeFileSync(path(name), before);
    alsoBack();
    expect(check()).toEqual([]);
    return found;
  }

  test('that was changed is found, with both sums', () => {
    const before = sha256(readFileSync(path(`${folder}/releases.csv`)));
    let after = '';
    const found = afterSpoiling(`${folder}/releases.csv`, (file) => {
      appendFileSync(file, ' ');
      after = sha256(readFileSync(file));
    });
    expect(found).toEqual([
      `data/${folder}/releases.csv:1:1 expected the file as released in 1.0.0 (SHA-256 ${before}), found another (SHA-256 ${after})`,
    ]);
  });

  test('that lost a file is found', () => {
    const before = sha256(readFileSync(path(`${folder}/datapackage.json`)));
    const found = afterSpoiling(`${folder}/datapackage.json`, (file) => rmSync(file));
    expect(found).toEqual([
      `data/${folder}/datapackage.json:1:1 expected the file as released in 1.0.0 (SHA-256 ${before}), found no such file`,
    ]);
  });

  test('that got a file is found', () => {
    const found = afterSpoiling(`${folder}/more.csv`, (file) => writeFileSync(file, 'x\n'));
    const sum = sha256(Buffer.from('x\n'));
    expect(found).toEqual([
      `data/${folder}/more.csv:1:1 expected only files released in 1.0.0, found one that SHA256SUMS does not list (SHA-256 ${sum})`,
    ]);
  });

  test('whose drawing was touched, lost or added is found, with the sums', () => {
    const name = `${folder}/charts/held.en.json`;
    const sum = sha256(readFileSync(path(name)));
    const other = sha256(Buffer.from('x\n'));
    expect(afterSpoiling(name, (file) => writeFileSync(file, 'x\n'))).toEqual([
      `data/${name}:1:1 expected the file as released in 1.0.0 (SHA-256 ${sum}), found another (SHA-256 ${other})`,
    ]);
    expect(afterSpoiling(name, (file) => rmSync(file))).toEqual([
      `data/${name}:1:1 expected the file as released in 1.0.0 (SHA-256 ${sum}), found no such file`,
    ]);
    expect(afterSpoiling(`${folder}/charts/stray.en.json`, (file) => writeFileSync(file, 'x\n'))).toEqual([
      `data/${folder}/charts/stray.en.json:1:1 expected only files released in 1.0.0, found one that SHA256SUMS does not list (SHA-256 ${other})`,
    ]);
  });

  test('that was changed together with its sums is found by the anchor outside of it', () => {
    const table = path(`${folder}/releases.csv`);
    const before = readFileSync(table);
    const found = afterSpoiling(
      `${folder}/SHA256SUMS`,
      (file) => {
        appendFileSync(table, ' ');
        const sums = readFileSync(file, 'utf8');
        writeFileSync(file, sums.replace(/.*( {2}releases\.csv)/, `${sha256(readFileSync(table))}$1`));
      },
      () => writeFileSync(table, before),
    );
    expect(found).toEqual([
      expect.stringMatching(
        /^data\/releases\/1\.0\.0\/SHA256SUMS:1:1 expected the file as anchored in releases\.sha256 \(SHA-256 [0-9a-f]{64}\), found another \(SHA-256 [0-9a-f]{64}\)$/,
      ),
    ]);
  });

  test('that is not anchored, or anchored and gone, is found', () => {
    const sum = sha256(readFileSync(path(`${folder}/SHA256SUMS`)));
    expect(afterSpoiling('releases.sha256', (file) => writeFileSync(file, `${'0'.repeat(64)}  releases/0.9.0/SHA256SUMS\n`))).toEqual([
      `data/releases.sha256:1:1 expected a line for ${folder}/SHA256SUMS (SHA-256 ${sum}), found none`,
      expect.stringMatching(/^data\/releases\/0\.9\.0\/SHA256SUMS:1:1 expected the file as anchored .*, found no such file$/),
    ]);
    expect(afterSpoiling('releases.sha256', (file) => rmSync(file))).toEqual([
      'data/releases.sha256:1:1 expected the sums of the releases, found no such file',
    ]);
  });

  test('that lost its sums is found', () => {
    const found = afterSpoiling(`${folder}/SHA256SUMS`, (file) => rmSync(file));
    expect(found).toContain(`data/${folder}/SHA256SUMS:1:1 expected the sums of release 1.0.0, found no such file`);
  });

  test('whose sums were spoilt is found, with the line', () => {
    const found = afterSpoiling(`${folder}/SHA256SUMS`, (file) =>
      writeFileSync(file, readFileSync(file, 'utf8').replace(/\n[0-9a-f]{64}/, '\nzz')),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/^data\/releases\/1\.0\.0\/SHA256SUMS:2:1 expected a SHA-256 sum, two blanks and a name, found "zz/),
    );
  });

  test('beside a folder that is no version is found', () => {
    const found = afterSpoiling('releases/latest', (file) => writeFileSync(file, ''));
    expect(found).toEqual(['data/releases/latest:1:1 expected only folders named by a version, found another name']);
  });

  test('of another version than package.yml says is found', () => {
    const found = afterSpoiling('package.yml', (file) =>
      writeFileSync(file, readFileSync(file, 'utf8').replace('version: 1.0.0', 'version: 1.0.1')),
    );
    expect(found).toEqual([
      expect.stringMatching(/^data\/package\.yml:1:1 version: expected the version of the last release, 1\.0\.0, found "1\.0\.1"$/),
    ]);
  });
});

describe('the commands', () => {
  const project = new ProjectCopy();
  afterAll(() => project.remove());
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: project.root, stdio: 'pipe' });
  const note = /^(2024-08-16,day,.*)$/m;
  const noted = (): void => {
    const file = join(project.root, 'data/releases.csv');
    const before = readFileSync(file, 'utf8');
    const after = before.replace(note, (line) => `${line.replace(/,[^,"]*$|,"[^"]*"$/, '')},"A note, for a test."`);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
  };

  beforeAll(async () => {
    rmSync(join(project.root, 'data/releases'), { recursive: true, force: true });
    rmSync(join(project.root, 'data/releases.sha256'));
    const facts = join(project.root, 'data/package.yml');
    writeFileSync(facts, withVersion(readFileSync(facts, 'utf8'), '0.0.0', '2026-01-01'));
    expect((await project.run('data-package.ts')).output).toContain('wrote data/datapackage.json');
    const first = await project.run('data-release.ts', 'major', 'First.');
    expect(first.code).toBe(0);
    expect(first.output).toContain('Released 1.0.0. It stands in data/releases/1.0.0/; commit data/ and CITATION.cff as they are now.\n');
    // The copy is no checkout, as a zip is none.
    expect(first.output).toContain('Whether there are edits that are not committed could not be seen');
    noted();
  }, 60_000);

  test('release refuses edits that are not committed', async ({ skip }) => {
    const found = spawnSync('git', ['--version']).status === 0;
    skip(!found, 'git is not on this machine: that a release refuses edits was not tried');
    writeFileSync(join(project.root, '.gitignore'), 'node_modules\n');
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
    const table = join(project.root, 'data/releases.csv');
    const before = readFileSync(table, 'utf8');
    writeFileSync(table, before.replace('A note, for a test.', 'A note, for another.'));
    const refused = await project.run('data-release.ts', 'patch', 'A note.');
    expect(refused).toEqual({
      code: 1,
      output: 'These files have edits that are not committed: data/releases.csv. Commit them first, so that the release can be traced.\n',
    });
    writeFileSync(table, before);
  }, 60_000);

  test('diff shows edits as text and JSON', async () => {
    const shown = await project.run('data-diff.ts', '1.0.0', 'working');
    expect(shown.output).toMatch(
      /^1\.0\.0 -> working: calls for a patch release\n\nreleases: 1 cell changed\n {2}~ date 2024-08-16, .*: note ".*" -> "A note, for a test\."\n$/,
    );
    const json: unknown = JSON.parse((await project.run('data-diff.ts', '1.0.0', 'working', '--json')).output);
    expect(json).toMatchObject({
      from: '1.0.0',
      to: 'working',
      calls_for: 'patch',
      tables: [{ table: 'releases', changed: [{ field: 'note', new: 'A note, for a test.' }] }],
    });
    const same = await project.run('data-diff.ts', 'working', 'working');
    expect(same).toEqual({ code: 0, output: 'working -> working: no difference\n' });
  }, 60_000);

  test.each([
    [
      'a version that does not exist',
      ['data-diff.ts', '1.0.0', '9.9.9'],
      /^There is no version 9\.9\.9: released are 1\.0\.0, and "working" means the tables as they are\.\n$/,
    ],
    ['one version', ['data-diff.ts', '1.0.0'], /^Name two versions/],
    ['an unknown option', ['data-diff.ts', '1.0.0', 'working', '--yaml'], /^Name two versions/],
    ['no reason', ['data-release.ts', 'patch'], /^Say how large the release is and why/],
    ['an unknown bump', ['data-release.ts', 'huge', 'Why.'], /^Say how large the release is and why/],
    ['no day', ['data-as-of.ts'], /^Name a day of the calendar/],
    ['a day that does not exist', ['data-as-of.ts', '2023-02-29'], /^Name a day of the calendar/],
  ] as const)('say what is wrong with %s, without a stack', async (_, [command, ...args], message) => {
    const { code, output } = await project.run(command, ...args);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});
