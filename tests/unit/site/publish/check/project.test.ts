/** What `npm run check` adds to the checks of tables, figures, charts and chapters: files that nothing reads, links that lead nowhere. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formatProblems } from '../../../../../src/data/problem.ts';
import { loadEdition } from '../../../../../src/site/edition.ts';
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
