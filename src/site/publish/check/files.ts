/** Files of the story, of tables and of charts that nothing reads: misnamed, forgotten in a registry, or left behind. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { charts } from '../../../charts/registry.ts';
import { readFacts } from '../../../data/facts.ts';
import { NAME, SLUG } from '../../../data/name.ts';
import { type Problem, quote } from '../../../data/problem.ts';
import { tables } from '../../../data/registry.ts';
import { firstLanguage, languages, unfinishedLanguages } from '../../languages.ts';
import { resultFiles } from '../../performance/results.ts';

/** What the folder of a language holds, by folders; what a file has to be named to be read. */
const ofLanguage: readonly { readonly folder: string; readonly named: RegExp; readonly expected: string }[] = [
  {
    folder: '',
    named: /^(?:\d+-[a-z0-9]+(?:-[a-z0-9]+)*\.md|glossary\.yml|labels\.yml|front|docs|charts)$/,
    expected: 'a chapter such as 04-arrests.md, glossary.yml, labels.yml, front/, docs/ or charts/',
  },
  { folder: 'front', named: /^before-you-read\.md$/, expected: 'before-you-read.md' },
  { folder: 'docs', named: /^(?:embed|bundle)\.md$/, expected: 'embed.md or bundle.md' },
];

/** Parts of src/charts that are no charts. */
const beside = ['export', 'names', 'registry', 'render'];

/** Every file and folder under content/, src/data/tables/ and src/charts/ that nothing reads. What begins with a dot is left to its program. */
export function checkStrayFiles(root: string): Problem[] {
  const at = (file: string, message: string): Problem => ({ file, line: 1, column: 1, subject: '', message });
  const entries = (folder: string): string[] =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => !name.startsWith('.')) : [];
  const tags: string[] = [...languages.map(({ tag }) => tag), ...unfinishedLanguages];
  const content = entries('content')
    .filter((name) => ![...tags, 'README.md', 'figures.yml', 'mirrors.yml', 'performance'].includes(name))
    .map((name) =>
      at(
        `content/${name}`,
        `expected figures.yml, mirrors.yml, performance/ or the folder of a language (${tags.join(', ')}), found what nothing reads`,
      ),
    );
  const ofTags = tags.flatMap((tag) =>
    ofLanguage.flatMap(({ folder, named, expected }) => {
      const path = ['content', tag, folder].filter((part) => part !== '').join('/');
      return entries(path)
        .filter((name) => !named.test(name) || (tag === firstLanguage && name === 'labels.yml'))
        .map((name) => at(`${path}/${name}`, `expected ${expected}, found a file that nothing reads`));
    }),
  );
  const code = (folder: string, known: readonly string[], registry: string): Problem[] =>
    entries(folder)
      .filter((name) => name.endsWith('.ts') && !known.includes(name.slice(0, -3)))
      .map((name) => at(`${folder}/${name}`, `expected a line in ${registry}, found none of that name`));
  const results: string[] = Object.values(resultFiles);
  const strayResults = entries('content/performance')
    .map((name) => `content/performance/${name}`)
    .filter((file) => !results.includes(file))
    .map((file) => at(file, `expected ${results.join(' or ')}, found a file that nothing reads`));
  return [
    ...content,
    ...strayResults,
    ...ofTags,
    ...code(
      'src/data/tables',
      tables.map(({ name }) => name),
      'src/data/registry.ts',
    ),
    ...code('src/charts', [...charts.map(({ id }) => id), ...beside], 'src/charts/registry.ts'),
  ];
}

/** The package has the name of the project: files, addresses and citations rest on both. */
export function checkName(root: string): Problem[] {
  const { facts } = readFacts(join(root, 'data'), 'data');
  if (facts === null) return [];
  const at = (subject: string, message: string): Problem => ({ file: 'data/package.yml', line: 1, column: 1, subject, message });
  return [
    ...(facts.name === SLUG ? [] : [at('name', `expected ${quote(SLUG)}, as in src/data/name.ts, found ${quote(facts.name)}`)]),
    ...(facts.title.startsWith(NAME)
      ? []
      : [at('title', `expected one that begins with ${quote(NAME)}, as in src/data/name.ts, found ${quote(facts.title)}`)]),
  ];
}
