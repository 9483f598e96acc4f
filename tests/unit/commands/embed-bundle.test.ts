/** What `npm run embed:bundle` says where it can't do what was asked. What it makes is tested in a browser. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCall, refuseOccupied, sourcesFor } from '../../../src/commands/bundle-call.ts';
import { Stop } from '../../../src/commands/say.ts';
import { type Edition, loadEdition } from '../../../src/site/edition.ts';

let root = '';
let now: Edition;
const never = (): never => {
  throw new Error('the call asks for no help');
};
const at = (name: string): string => join(root, name);

/** A project with a release that lacks the chart of women held, and one that has it. */
beforeAll(() => {
  now = loadEdition(process.cwd(), 'en');
  root = mkdtempSync(join(tmpdir(), 'bundle-call-'));
  cpSync('data', at('data'), { recursive: true });
  rmSync(at('data/releases'), { recursive: true });
  for (const version of ['0.9.0', '1.0.0']) {
    const folder = at(`data/releases/${version}`);
    cpSync('data/releases/1.0.0', folder, { recursive: true });
    writeFileSync(join(folder, 'release.yml'), `version: ${version}\ndate: "2026-01-01"\nwhy: A reason.\n`);
    const charts = join(folder, 'charts');
    for (const name of readdirSync(charts)) {
      const text = readFileSync(join(charts, name), 'utf8');
      writeFileSync(join(charts, name), text.replace('"version": "1.0.0"', `"version": "${version}"`));
    }
  }
  rmSync(at('data/releases/0.9.0/charts/women-held.en.json'));
  mkdirSync(at('full'));
  writeFileSync(at('full/notes.txt'), 'Mine.');
  writeFileSync(at('taken.zip'), 'Mine.');
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

const calls: readonly (readonly [name: string, args: () => string[], said: RegExp])[] = [
  ['no chart', () => [], /^Name a chart, or several: npm run embed:bundle -- <chart> \[<chart> …\]/],
  ['a chart named twice', () => ['held', 'deaths', 'held'], /^The chart "held" is named twice:/],
  ['an unknown chart among others', () => ['held', 'deathz'], /^There is no chart "deathz"\. Did you mean deaths\?/],
  ['an unknown chart', () => ['hold'], /^There is no chart "hold"\. Did you mean held\?\nThe charts are: arrest-counts, /],
  ['a chart like no other', () => ['zzzzzzzz'], /^There is no chart "zzzzzzzz"\.\nThe charts are: /],
  [
    'an unknown version',
    () => ['held', '--version', '9.9.9'],
    /^There is no version "9\.9\.9" of the data\. The versions are: 0\.9\.0, 1\.0\.0/,
  ],
  [
    'a version without the chart',
    () => ['women-held', '--version', '0.9.0'],
    /^Version 0\.9\.0 of the data has no chart "women-held"\. It can be had from 1\.0\.0, with --version, or from the data as it is/,
  ],
  ['an option without its value', () => ['held', '--version'], /^--version needs a value:/],
  ['an unknown option', () => ['held', '--colour=red'], /^--colour is not known:/],
  ['a language that is not published', () => ['held', '--language', 'xx'], /^--language: expected one of en\b.*, found "xx"/],
  ['an address that is none', () => ['held', '--at', 'ftp://news.example/'], /^--at: expected the http\(s\) address .+ found "ftp:/],
  ['a folder that holds something', () => ['held', '--out', at('full')], /full is not empty; name another folder with --out/],
  ['an archive that is there', () => ['held', '--out', at('taken')], /taken\.zip is there already; name another folder/],
  ...(process.platform === 'linux'
    ? ([['a place that takes no folder', () => ['held', '--out', '/proc/nope'], /^\/proc is no folder that can be written/]] as const)
    : []),
  ['a place below a file', () => ['held', '--out', at('full/notes.txt/deeper')], /notes\.txt is no folder that can be written/],
];

test.each(calls)(
  '%s is told, with what to do instead',
  (_, args, said) => {
    const call = (): void => {
      const asked = readCall(args()) ?? never();
      sourcesFor(root, asked, now);
      const folder = asked.out ?? at('free');
      refuseOccupied(folder, `${folder}.zip`);
    };
    expect(call).toThrow(Stop);
    expect(call).toThrow(said);
  },
  60_000,
);

test('a call that can be carried out passes, with its address ended by a slash', () => {
  expect(readCall(['--help'])).toBeNull();
  const call = readCall(['women-held', '--version', '1.0.0', '--at', 'https://news.example/x', '--out', at('free')]);
  expect(call).toEqual({ charts: ['women-held'], version: '1.0.0', language: 'en', at: 'https://news.example/x/', out: at('free') });
  expect(sourcesFor(root, call ?? never(), now).map(({ version }) => version)).toEqual(['1.0.0']);
  const several = readCall(['women-held', 'held', 'deaths']) ?? never();
  expect(sourcesFor(root, several, now).map(({ id }) => id)).toEqual(['women-held', 'held', 'deaths']);
  refuseOccupied(at('free'), at('free.zip'));
}, 60_000);

test('the command ends with a sentence and exit code 1, without a stack', async () => {
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(process.execPath, ['src/commands/embed-bundle.ts', 'hold'], (error, stdout, stderr) =>
      resolve({ code: error?.code, output: stdout + stderr }),
    );
  });
  expect(output).toMatch(/^There is no chart "hold"/);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}, 60_000);
