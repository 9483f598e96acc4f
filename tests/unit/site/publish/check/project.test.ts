/** What `npm run check` adds to the checks of tables, figures, charts and chapters: files that nothing reads, links that lead nowhere. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../../src/commands/root.ts';
import { formatProblems } from '../../../../../src/data/problem.ts';
import { loadEdition } from '../../../../../src/site/edition.ts';
import { checkName } from '../../../../../src/site/publish/check/files.ts';
import { checkLinks } from '../../../../../src/site/publish/check/links.ts';
import { checkProject } from '../../../../../src/site/publish/check/project.ts';
import { ProjectCopy } from '../../../../fixtures/project.ts';

const project = new ProjectCopy();
afterAll(() => project.remove());
const at = (file: string): string => join(project.root, file);

test('faults of tables, stray files and dead links of the project’s own texts are told in one round, with what was not looked at', () => {
  const restore = project.edit('data/releases.csv', '\n2024-08-16,day,,,,30,exact', '\n2024-08-16,day,,,,3O,exact');
  const strays = [
    'data/strikes.csv',
    'data/releases (1).csv',
    'content/figures.yaml',
    'content/en/13-в x.md',
    'content/en/front/note.md',
    'content/en/labels.yml',
    'src/data/tables/strikes.ts',
    'src/charts/strikes.ts',
  ];
  for (const file of strays) writeFileSync(at(file), '');
  rmSync(at('data/LICENSE'));
  appendFileSync(at('CITATION.cff'), 'version: 9.9.9\n');
  appendFileSync(at('content/README.md'), '\n[gone](../data/gone.md#here) and [there](../data/README.md#scope)\n');
  const { problems, sound, unseen } = checkProject(project.root);
  restore();
  for (const file of strays) rmSync(at(file));
  writeFileSync(at('data/LICENSE'), 'CC BY 4.0\n');
  const told = formatProblems(problems);
  expect(told.map((line) => line.replace(/:\d+:\d+ .*$/, '')).sort()).toEqual(
    [...strays, 'CITATION.cff', 'data/LICENSE', 'data/README.md', 'data/releases.csv', 'content/README.md'].sort(),
  );
  expect(told.join('\n')).toMatch(/content\/README\.md:\d+:1 expected a file of the project, found "\.\.\/data\/gone\.md#here"/);
  expect(told.join('\n')).toMatch(/data\/releases\.csv:\d+:6 released: expected a whole number, found "3O"/);
  expect([sound, unseen]).toEqual([[], ['figures', 'charts', 'chapters', 'links of the story']]);
});

test('links of the story lead to pages and places that are there', () => {
  const edition = loadEdition(project.root, 'en');
  expect(checkLinks(project.root, edition).problems).toEqual([]);
  const good = [
    '/',
    '/charts/held/',
    '/data/releases/#L14',
    '/data/1.0.0/',
    '/read/',
    '/#arrests',
    '#chart-held',
    '/feed.xml',
    '/charts/held.csv',
  ];
  const dead = ['/nowhere/', '/charts/hold/', '/data/2.9.9/', '#no-such-section', '/#chart-hold', '/data/strikes.csv'];
  mkdirSync(at('content/en'), { recursive: true });
  appendFileSync(at('content/en/04-arrests.md'), `\n${[...good, ...dead].map((target) => `[here](${target})`).join('\n')}\n`);
  appendFileSync(at('content/en/docs/embed.md'), '\n[here](#paste-one-line), [there](#no-such-heading)\n');
  appendFileSync(at('content/en/glossary.yml'), 'dead-link:\n  term: dead link\n  text: One that [leads](/nowhere/) nowhere.\n');
  const told = formatProblems(checkLinks(project.root, edition).problems);
  expect(told).toHaveLength(dead.length + 2);
  for (const target of dead) expect(told.join('\n')).toMatch(new RegExp(`content/en/04-arrests\\.md:\\d+:1 .*, found "${target}"`));
  expect(told.join('\n')).toMatch(/docs\/embed\.md:\d+:26 expected a place that the page has, found "#no-such-heading"/);
  expect(told.join('\n')).toMatch(/glossary\.yml:\d+:18 dead-link: expected a path of the site, found "\/nowhere\/"/);
}, 60_000);

describe('“Make it yours”', () => {
  const section = readFileSync(join(projectRoot, 'README.md'), 'utf8').match(/^## Make it yours\n([\s\S]*?)^## /m)?.[1] ?? '';
  const places = [...section.matchAll(/`((?:src|data|public|content)\/[^`]*)`/g)].map(([, place = '']) => place);

  test('names places that are there', () => {
    expect(places.length).toBeGreaterThan(7);
    expect(places.filter((place) => !existsSync(join(projectRoot, place)))).toEqual([]);
  });

  test('names every place of the name: no code has it but the one', () => {
    const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:ts|mjs|astro|css)$/.test(file),
    );
    const naming = files.filter((file) => /No Empty Cells|no-empty-cells/.test(readFileSync(join(projectRoot, 'src', file), 'utf8')));
    expect(naming.map((file) => `src/${file.split(sep).join('/')}`)).toEqual(['src/data/name.ts']);
  });

  test('names every place of a colour that is no grey: no other style has one', () => {
    const styles = readdirSync(join(projectRoot, 'src/site'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.css'),
    );
    const isGrey = (hex: string): boolean => new Set(hex.length < 6 ? hex.slice(0, 3) : hex.slice(0, 6).match(/../g)).size === 1;
    const coloured = styles
      .filter((file) => {
        const text = readFileSync(join(projectRoot, 'src/site', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
        return [...text.matchAll(/(?<=[\s:(,])#([0-9a-f]{3,8})\b/gi)].some(([, hex = '']) => !isGrey(hex.toLowerCase()));
      })
      .map((file) => `src/site/${file.split(sep).join('/')}`);
    expect(coloured.sort()).toEqual(places.filter((place) => place.endsWith('.css')).sort());
  });

  test('the check holds the name of the package to that of the project', () => {
    const restore = project.edit('data/package.yml', '\nname: no-empty-cells\n', '\nname: other-rows\n');
    expect(formatProblems(checkName(project.root))).toEqual([
      'data/package.yml:1:1 name: expected "no-empty-cells", as in src/data/name.ts, found "other-rows"',
    ]);
    restore();
    expect(checkName(project.root)).toEqual([]);
  });
});
