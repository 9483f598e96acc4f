/** What a stranger does, in the order of the texts. Each step runs the commands that its section names. */
import { addPseudoLanguage, pseudoTag, publishPseudoLanguage } from '../fixtures/pseudo-language.ts';
import type { Clone } from './clone.ts';
import { commandIn, examplesIn } from './texts.ts';

/** A step: what it did, for the line that says so, and how. */
export type Step = readonly [name: string, run: () => Promise<void> | void];

/** What “Make it yours” changes, and what the finished site is asked for. */
export const own = { name: 'Full Columns', slug: 'full-columns', home: 'https://example.org/full/', link: '#1d4f7d' } as const;

/** Runs the command of a section that matches, as the text has it. */
async function follow(clone: Clone, file: string, section: string, command: RegExp): Promise<string> {
  return clone.succeed(commandIn(clone.root, file, section, command));
}

const check = /^npm run check$/;

/** A count of people held, which the story, a title and a drawing state. */
export async function change(clone: Clone): Promise<void> {
  clone.edit(
    'data/political-prisoners.csv',
    /(?<=^2026-03-31,month,[^,\n]*,[^,\n]*,yes,currently_held,)897(?=,exact,Viasna)/m,
    corrected.value,
  );
  await follow(clone, 'CONTRIBUTING.md', 'Correct a value', check);
}
export const corrected = { value: '903', before: '897' } as const;

/** A source and its rows, a table, a figure, a chart, a chapter, a term: one example goes through the texts of the rooms. */
export function extend(clone: Clone): readonly Step[] {
  const take = (file: string, section: string): void => {
    for (const example of examplesIn(clone.root, file, section)) clone.take(example);
  };
  const list = (file: string, path: string, name: string, last: RegExp): void => {
    clone.edit(file, last, `  ${name},\n];`);
    clone.write(file, `import { ${name} } from '${path}';\n${clone.read(file)}`);
  };
  return [
    ['added a source, as CONTRIBUTING tells', () => take('CONTRIBUTING.md', 'Add a source')],
    [
      'added a table with its rows, as CONTRIBUTING and src/data/README.md tell',
      async () => {
        take('src/data/README.md', 'What a table file holds');
        list('src/data/registry.ts', './tables/fines.ts', 'fines', /\];(?=\n*$)/);
        clone.edit(
          'data/README.md',
          '| [sources](sources.csv) |',
          '| [fines](fines.csv) | fines for journalists |\n| [sources](sources.csv) |',
        );
        for (const command of [/format/, /data:package/]) await follow(clone, 'CONTRIBUTING.md', 'Add a table', command);
      },
    ],
    ['added a figure, as src/figures/README.md tells', () => take('src/figures/README.md', 'Adding a figure')],
    [
      'added a chart, as src/charts/README.md tells',
      () => {
        take('src/charts/README.md', 'Adding a chart');
        list('src/charts/registry.ts', './fines.ts', 'fines', /\];(?=\n*$)/);
      },
    ],
    [
      'added a chapter and a term, as src/story/README.md tells; the check finds no fault',
      async () => {
        take('src/story/README.md', 'Adding a chapter');
        await clone.succeed('npm run format');
        await follow(clone, 'CONTRIBUTING.md', 'Add a row', check);
      },
    ],
  ];
}

export async function makeItYours(clone: Clone): Promise<void> {
  clone.edit('src/data/name.ts', "NAME = 'No Empty Cells'", `NAME = '${own.name}'`);
  clone.edit('src/data/name.ts', "SLUG = 'no-empty-cells'", `SLUG = '${own.slug}'`);
  clone.edit('data/package.yml', '\nname: no-empty-cells\n', `\nname: ${own.slug}\n`);
  clone.edit('data/package.yml', "title: 'No Empty Cells: ", `title: '${own.name}: `);
  clone.edit('data/package.yml', /^# homepage:.*$/m, `homepage: ${own.home}`);
  clone.edit('src/site/shell/styles/tokens.css', '--link: #1d4f7c;', `--link: ${own.link};`);
  for (const file of ['content/en/12-how-we-count.md', 'content/en/docs/embed.md'])
    clone.write(file, clone.read(file).replaceAll('No Empty Cells', own.name));
  for (const command of [/data:package/, check]) await follow(clone, 'README.md', 'Make it yours', command);
}

/** The version that was released last. */
export const releasedIn = (clone: Clone): string => /^version: (.+)$/m.exec(clone.read('data/package.yml'))?.[1] ?? '';

export async function releaseIt(clone: Clone): Promise<void> {
  const before = releasedIn(clone);
  const commit = (why: string): Promise<string> => clone.succeed(`git add --all && git commit --quiet --message "${why}"`);
  await commit('Fines for journalists, and a name of our own');
  // A table more is a minor release, another name a major one: what is too small is refused, and the README says which it takes.
  const small = await clone.shell(commandIn(clone.root, 'data/README.md', 'The charts of a release', /data:release/));
  if (small.code !== 1 || !small.output.includes('the changes call for a major one (package: name changed')) throw new Error(small.output);
  await follow(clone, 'README.md', 'Make it yours', /data:release/);
  await commit('Release');
  const expected = `${Number(before.split('.')[0]) + 1}.0.0`;
  if (releasedIn(clone) !== expected) throw new Error(`expected version ${expected}, found ${releasedIn(clone)}`);
}

/** What is new in English is asked for in every published language: who can't write it there keeps the language out of the build, as the README tells. */
export function keepToEnglish(clone: Clone): void {
  const languages = 'src/site/languages.ts';
  if (!/language out of the build meanwhile, by `unfinished: true` in `src\/site\/languages\.ts`/.test(clone.read('README.md')))
    throw new Error('README.md: expected to be told how a language is kept out of the build, found nothing of it');
  clone.write(languages, clone.read(languages).replace(/\{ tag: '(?!en')([\w-]+)' \}/g, "{ tag: '$1', unfinished: true }"));
}

/** A language with English in accents. */
export async function translate(clone: Clone): Promise<void> {
  const named = commandIn(clone.root, 'README.md', 'Correct or extend the data', /language:new/);
  if (named !== 'npm run language:new -- <tag>') throw new Error(`README.md: expected the command for a new language, found “${named}”`);
  const { code, output } = await addPseudoLanguage(clone);
  if (code !== 0) throw new Error(output);
  const lacking = commandIn(clone.root, 'README.md', 'Correct or extend the data', /language:check/);
  const said = await clone.succeed(lacking.replace('<tag>', pseudoTag));
  if (!said.includes(`${pseudoTag}: whole`)) throw new Error(said);
  publishPseudoLanguage(clone);
}

export async function buildIt(clone: Clone): Promise<void> {
  await follow(clone, 'README.md', 'Hosting', /^SITE_URL=\S+ npm run build$/);
}

/** Breaks it in twenty ways, by a program that runs in the clone with the clone's own code. */
export async function breakIt(clone: Clone): Promise<void> {
  const said = await clone.succeed(`node src/commands/ready.mjs tests/rehearse/break.ts ${clone.root}`);
  console.log(said.trimEnd());
}
