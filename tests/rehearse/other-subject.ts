/**
 * `npm run rehearse:subject [-- --keep]`: another subject from the same code. Takes Belarus out of a copy of the project, as “Another
 * subject” in README tells, puts an invented country and its bees there (tests/fixtures/other-subject/), builds, and looks for every part of
 * the new subject and for any word of the old one. `--keep` leaves the copy where it is.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { filesUnder } from '../../src/data/versions/sums.ts';
import { ProjectCopy } from '../fixtures/project.ts';

const overlay = join(import.meta.dirname, '../fixtures/other-subject');
/** Words of the old subject, in any case. */
const OLD = /belarus|lukashenk|minsk|viasna|tsikhanou|political prisoner|no[ -]empty[ -]cells/i;
const readable = new Set(['.html', '.js', '.css', '.csv', '.json', '.xml', '.txt', '.md', '.svg', '.cff', '.conf', '.yml', '']);

const project = new ProjectCopy();
const inCopy = (path: string): string => join(project.root, path);

/** Takes away what a folder holds of the old subject, but for what the engine needs. */
function empty(folder: string, keep: readonly string[], ending = ''): void {
  for (const name of readdirSync(inCopy(folder)))
    if (name.endsWith(ending) && !keep.includes(name)) rmSync(inCopy(join(folder, name)), { recursive: true });
}

/** The registry of charts or tables, with these alone. */
function register(file: string, type: string, list: readonly (readonly [name: string, path: string])[], kind: string): void {
  const imports = list.map(([name, path]) => `import { ${name} } from '${path}';`).join('\n');
  writeFileSync(
    inCopy(file),
    `${imports}\nimport type { ${kind} } from '${type}';\n\nexport const ${kind.toLowerCase()}s: readonly ${kind}[] = [${list.map(([name]) => name).join(', ')}];\n`,
  );
}

function takeOut(): void {
  empty('content', ['README.md', 'en']);
  empty('content/en', ['docs']);
  empty('data', ['LICENSE', 'CHANGELOG.md']);
  empty('src/data/tables', ['sources.ts', 'counters.ts'], '.ts');
  empty('src/charts', ['registry.ts', 'render.ts', 'export.ts', 'names.ts'], '.ts');
  for (const name of ['annotations', 'vote-marks', 'copied-protocols', 'outlines', 'surveys', 'survey-bars', 'life-lines', 'index-years'])
    rmSync(inCopy(`src/charts/kit/${name}.ts`));
  rmSync(inCopy('src/charts/opening/added.ts'));
}

async function must(command: string, ...args: string[]): Promise<void> {
  const { code, output } = await project.run(command, ...args);
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output}`);
}

/** Words round the story: those of the old subject are written anew. */
function rewrite(file: string): void {
  const changes: readonly (readonly [RegExp, string])[] = JSON.parse(readFileSync(join(overlay, 'words.json'), 'utf8')).map(
    ([from, to]: [string, string]) => [new RegExp(from, 'gi'), to] as const,
  );
  writeFileSync(
    inCopy(file),
    changes.reduce((text, [from, to]) => text.replace(from, to), project.read(file)),
  );
}

function expectIn(file: string, ...texts: readonly string[]): void {
  const found = project.read(file);
  for (const text of texts) if (!found.includes(text)) throw new Error(`${file}: expected ${text}, found it nowhere`);
}

function findNothingOld(): number {
  const files = filesUnder(inCopy('dist')).filter((name) => readable.has(extname(name)));
  const faults = files.flatMap((name) => {
    const text = project.read(join('dist', name));
    const found = OLD.exec(text) ?? OLD.exec(name);
    return found
      ? [`dist/${name}: expected no word of the old subject, found “${text.slice(Math.max(0, found.index - 60), found.index + 60)}”`]
      : [];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return files.length;
}

const begun = performance.now();
try {
  takeOut();
  cpSync(join(overlay, 'project'), project.root, { recursive: true });
  register(
    'src/data/registry.ts',
    './table.ts',
    [
      ['hives', './tables/hives.ts'],
      ['honey', './tables/honey.ts'],
      ['counters', './tables/counters.ts'],
      ['sources', './tables/sources.ts'],
    ],
    'Table',
  );
  register('src/charts/registry.ts', './kit/chart.ts', [['hives', './hives.ts']], 'Chart');
  for (const file of [
    'src/site/strings/en.ts',
    'src/data/tables/counters.ts',
    'src/data/common.ts',
    'content/en/docs/embed.md',
    'content/en/docs/bundle.md',
    'LICENSE',
  ])
    rewrite(file);
  await must('data-package.ts');
  await must('data-release.ts', 'major', 'The first counts.');
  await must('check.ts');
  console.log('ok  the check finds no fault in the new subject');
  await must('build.ts', '--quiet');
  expectIn('dist/index.html', 'The bees', '<data value="4020"', '<data value="88"', 'id="chart-hives"');
  for (const page of ['charts/hives', 'embed/hives', 'embed/hives/quiet'])
    expectIn(`dist/${page}/index.html`, 'Beekeepers keep 4,020 hives', '<svg');
  for (const table of ['hives', 'honey']) expectIn(`dist/data/${table}/index.html`, 'Guild of Beekeepers', 'Ostrany');
  expectIn('dist/data/honey.csv', '2024-12-31,year,Ostrany,88,at_least');
  expectIn('dist/data/datapackage.json', '"hives"', '"honey"');
  expectIn('dist/editions/full-hives-en.txt', 'The bees', '4,020');
  console.log('ok  chapter, figures, chart, embeds, tables and exports of the new subject are there');
  console.log(`ok  ${findNothingOld()} files hold no word of the old subject`);
  console.log(`The other subject took ${Math.round((performance.now() - begun) / 1000)} s.`);
} catch (error) {
  console.error(`failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (process.argv.includes('--keep')) console.log(`The copy is in ${project.root}.`);
  else project.remove();
}
