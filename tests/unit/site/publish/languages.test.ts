/** The check of languages, and the steps by which a further one is added, followed with an invented one. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProjectCopy } from '../../../fixtures/project.ts';
import { addPseudoLanguage, pseudoTag, publishPseudoLanguage } from '../../../fixtures/pseudo-language.ts';

let project: ProjectCopy;
let laidOut: string;

beforeAll(async () => {
  project = new ProjectCopy();
  laidOut = (await addPseudoLanguage(project)).output;
}, 120_000);

afterAll(() => project.remove());

const check = () => project.run('language-check.ts', pseudoTag);
const own = (name: string): string => `content/${pseudoTag}/${name}`;

describe('a further language', () => {
  it('is laid out by one command, which says what it wrote and what comes next', () => {
    for (const file of [
      `src/figures/locales/${pseudoTag}.ts`,
      `src/site/strings/${pseudoTag}.ts`,
      `content/${pseudoTag}/`,
      'src/site/languages.ts',
    ])
      expect(laidOut).toContain(`\n  ${file}\n`);
    expect(laidOut).toContain(`npm run language:check -- ${pseudoTag}`);
  });

  it('is whole when its files are filled', async () => {
    const { code, output } = await check();
    expect(output.trim()).toBe(`${pseudoTag}: whole (unfinished, kept out of the build)`);
    expect(code).toBe(0);
  }, 60_000);
});

/** A text of the copy changed for one run, as a line of the check tells it. */
describe('the check names, by file and line,', () => {
  const gone = (file: string, found: RegExp, instead = ''): (() => void) => {
    const path = join(project.root, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(found, () => instead);
    if (changed === text) throw new Error(`${file} holds nothing like ${found}`);
    writeFileSync(path, changed);
    return () => writeFileSync(path, text);
  };

  it('every kind of difference at once', async () => {
    const undo = [
      gone(own('02-vote-2020.md'), /:figure\[/, ':figure[held-peak] :figure['),
      gone(own('03-streets.md'), /:figure\[[^\]]+\](?:\{[^}]*\})?/),
      gone(own('04-arrests.md'), /::step\{from=2020-10-11 to=2020-10-11\}/, '::step{from=2020-10-18 to=2020-10-18}'),
      gone(own('05-sentences.md'), /^::chart\{id=[a-z-]+\}$/m),
      gone(own('06-behind-bars.md'), /order: 6/, 'order: 66'),
      gone(own('glossary.yml'), /:source\[[^\]]+\]/),
      gone(own('charts/held.yml'), /\{year\}/, 'x'),
      gone(own('charts/releases.yml'), /^ {2}form-pardon:.*\n/m),
      gone(own('charts/sundays.yml'), /^title: .*$/m, 'title: "A title with {held-peak}"'),
      gone(own('docs/embed.md'), /\{loader\}/, 'x'),
    ];
    rmSync(join(project.root, own('charts/deaths.yml')));
    const { output } = await check();
    for (const restore of undo) restore();
    const line = (file: string, told: RegExp): void =>
      expect(
        output.split('\n').some((text) => text.startsWith(`${own(file)}:`) && told.test(text)),
        `${file} ${told}\n${output}`,
      ).toBe(true);
    line(
      '02-vote-2020.md',
      /:\d+:\d+ expected no :figure\[held-peak\] in this part, as content\/en\/02-vote-2020\.md:\d+ has none, found one$/,
    );
    line('03-streets.md', /:\d+:\d+ expected :figure\[[a-z0-9-]+\] in this part, as in content\/en\/03-streets\.md:\d+, found none$/);
    line(
      '04-arrests.md',
      /expected ::step\{from=2020-10-11 to=2020-10-11\} in the text, as in content\/en\/04-arrests\.md:\d+, found none$/,
    );
    line('05-sentences.md', /expected ::chart\{id=[a-z-]+\} in the text/);
    line('06-behind-bars.md', /:\d+:\d+ order: expected 6, as in content\/en\/06-behind-bars\.md, found 66$/);
    line('glossary.yml', /expected :source\[[a-z0-9-]+\] in this part, as in content\/en\/glossary\.yml:\d+, found none$/);
    line('charts/held.yml', /labels\.election: expected \{year\}, as in content\/en\/charts\/held\.yml:\d+, found none$/);
    line('charts/releases.yml', /labels\.form-pardon: expected this key, as in content\/en\/charts\/releases\.yml:\d+, found none$/);
    line('charts/sundays.yml', /title: expected no \{held-peak\}, as content\/en\/charts\/sundays\.yml:\d+ has none, found one$/);
    line('docs/embed.md', /expected \{loader\}, found it nowhere$/);
    line('charts/deaths.yml', /expected the text of content\/en\/charts\/deaths\.yml, found no such file$/);
    expect(output).toMatch(new RegExp(`^${pseudoTag}: not looked at before these are mended: `, 'm'));
  }, 60_000);

  it('words that are still English, keys of the interface, and words of the tables beside all other faults', async () => {
    const strings = `src/site/strings/${pseudoTag}.ts`;
    const written = project.read(strings);
    const english = project
      .read('src/site/strings/en.ts')
      .replace('export const en: ', 'export const enXA: ')
      .replace('  tagline:', '  tagLine:');
    writeFileSync(join(project.root, strings), english);
    const docs = project.read(own('docs/embed.md'));
    writeFileSync(join(project.root, own('docs/embed.md')), project.read('content/en/docs/embed.md'));
    const words = gone(own('labels.yml'), /^Viasna: .*$/m, 'Viasna:');
    const { output } = await check();
    words();
    writeFileSync(join(project.root, strings), written);
    writeFileSync(join(project.root, own('docs/embed.md')), docs);
    const at = (key: string): number => english.split('\n').findIndex((line) => line.startsWith(`  ${key}:`)) + 1;
    for (const line of [
      `${strings}:${at('tagLine')}:3 tagLine: expected a key that src/site/strings/en.ts has, too, found another`,
      `${strings}:${at('standfirst')}:3 standfirst: expected the words of the language, found those of the first one`,
    ])
      expect(output).toContain(`${line}\n`);
    expect(output).toMatch(
      new RegExp(`^${strings}:\\d+:\\d+ tagline: expected this key, which src/site/strings/en\\.ts has, found none$`, 'm'),
    );
    // What a function says is read, too.
    expect(output).toMatch(/ basis\.documents: expected the words of the language/);
    expect(output).toMatch(new RegExp(`^${own('docs/embed.md')}:\\d+:1 expected the words of the language`, 'm'));
    expect(output).toMatch(new RegExp(`^${own('labels.yml')}:\\d+:\\d+ expected "Viasna" of the tables in the language, found none$`, 'm'));
  }, 60_000);

  it('a label in letters of another script', async () => {
    // Of a published language: the invented one is written in Latin letters.
    const undo = gone('content/be/charts/balance-2025.yml', /^( {2}recognised: ).*$/m, '  recognised: "Newly"');
    const english = gone('content/en/charts/balance-2025.yml', /^( {2}recognised: ).*$/m, '  recognised: "Newly"');
    const { output } = await project.run('language-check.ts', 'be');
    undo();
    english();
    expect(output).toMatch(/^content\/be\/charts\/balance-2025\.yml:\d+:\d+ labels\.recognised: expected the words of the language/m);
  }, 60_000);

  it('a file that the first language has got since, laid out by the same command', async () => {
    rmSync(join(project.root, own('charts/deaths.yml')), { force: true });
    const { output } = await project.run('language-new.ts', pseudoTag);
    expect(output).toBe(`${pseudoTag}: wrote\n  ${own('charts/deaths.yml')}\nNext: npm run language:check -- ${pseudoTag}\n`);
  }, 60_000);

  it('nothing where imports of the lists are concerned: they stand as the linter has them', () => {
    for (const file of ['src/figures/locales/locales.ts', 'src/site/strings/all.ts']) {
      const modules = [...project.read(file).matchAll(/^import .* from '(.*)';$/gm)].map(([, module]) => module);
      expect(modules).toEqual([...modules].sort());
    }
  });
});

it('stops the build of a published language that lacks something', async () => {
  publishPseudoLanguage(project);
  rmSync(join(project.root, own('glossary.yml')));
  const { code, output } = await project.run('build.ts', '--quiet');
  expect(output).toContain(`${own('glossary.yml')}:1:1 expected the text of content/en/glossary.yml, found no such file`);
  expect(code).toBe(1);
}, 60_000);
