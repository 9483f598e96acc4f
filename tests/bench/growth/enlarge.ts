/** A copy of the project, made so many times as large in one way, by the means that people have for it. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParseRows } from 'd3-dsv';
import { charts } from '../../../src/charts/registry.ts';
import { csvLine } from '../../../src/data/exports/csv.ts';
import type { Dimension } from '../../../src/site/performance/results.ts';
import type { ProjectCopy } from '../../fixtures/project.ts';

/** What a copy can be made larger in: how, and how many there are then. Throws a sentence where it can't be. */
export const enlarge: Readonly<Record<Dimension['of'], (project: ProjectCopy, times: number) => Promise<number>>> = {
  releases,
  charts: async (project, times) => copyCharts(project, times),
  rows: async (project, times) => addRows(project, times),
  languages: async (project, times) => publishLanguages(project, times),
};

const table = (project: ProjectCopy, name: string): string[][] => csvParseRows(project.read(`data/${name}.csv`));

function writeTable({ root }: ProjectCopy, name: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(
    join(root, 'data', `${name}.csv`),
    `${rows.map((row) => csvLine(row.map((cell) => (cell === '' ? null : cell)))).join('\n')}\n`,
  );
}

/** The command for it freezes the tables so often, each time with another note in one row, as the smallest change there is. */
async function releases(project: ProjectCopy, times: number): Promise<number> {
  const folder = join(project.root, 'data/releases');
  const wanted = readdirSync(folder).length * times;
  const [head = [], first = [], ...rest] = table(project, 'statements');
  for (let count = readdirSync(folder).length; count < wanted; count++) {
    writeTable(project, 'statements', [
      head,
      first.map((cell, at) => (head[at] === 'note' ? `Changed for release ${count + 1}.` : cell)),
      ...rest,
    ]);
    await must(project, 'data-release.ts', 'major', 'A note, to see how a build grows.');
  }
  return readdirSync(folder).length;
}

/** A number without a digit, which words of charts may not have typed into them. */
const inLetters = (number: number): string => Array.from(String(number), (digit) => 'abcdefghij'[Number(digit)]).join('');

/** Each chart again under other names, with strings of its own, so that no picture is another's, and with its line in the registry. */
function copyCharts(project: ProjectCopy, times: number): number {
  const registry = 'src/charts/registry.ts';
  let text = project.read(registry);
  for (let copy = 2; copy <= times; copy++)
    for (const { id } of charts) {
      const code = project.read(`src/charts/${id}.ts`);
      const [, name] = new RegExp(`import \\{ (\\w+) \\} from './${id}\\.ts'`).exec(text) ?? [];
      if (name === undefined || code.split(`id: '${id}'`).length !== 2)
        throw new Error(`src/charts/${id}.ts can't be copied: its name was not found`);
      // Names that a chart had stay with it.
      const copied = code.replace(`id: '${id}'`, `id: '${id}-${copy}'`).replace(/^ {2}formerly: .*\n/m, '');
      writeFileSync(join(project.root, `src/charts/${id}-${copy}.ts`), copied);
      const words = project.read(`content/en/charts/${id}.yml`);
      const other = words.replace(/^(subtitle: ".*)"$/m, `$1 (${inLetters(copy)})"`);
      if (other === words) throw new Error(`content/en/charts/${id}.yml can't be copied: its subtitle was not found`);
      writeFileSync(join(project.root, `content/en/charts/${id}-${copy}.yml`), other);
      text = `import { ${name} as ${name}Copy${copy} } from './${id}-${copy}.ts';\n${text.replace(/\n\];/, `\n  ${name}Copy${copy},\n];`)}`;
    }
  writeFileSync(join(project.root, registry), text);
  return charts.length * times;
}

/** So many rows more in all, in the table of statements, which no chart draws: those that it has, again under other names. */
function addRows(project: ProjectCopy, times: number): number {
  const names = readdirSync(join(project.root, 'data')).filter((name) => name.endsWith('.csv'));
  const rows = names.reduce((sum, name) => sum + table(project, name.slice(0, -4)).length - 1, 0);
  const [head = [], ...statements] = table(project, 'statements');
  const id = head.indexOf('statement_id');
  const wanted = rows * (times - 1);
  // Rows stand in the order of their days, so that each copy stands beside its row.
  const all = statements.flatMap((row, index) => [
    row,
    ...Array.from({ length: Math.ceil((wanted - index) / statements.length) }, (_, copy) =>
      row.map((cell, at) => (at === id ? `${cell}-copy-${copy + 1}` : cell)),
    ),
  ]);
  writeTable(project, 'statements', [head, ...all]);
  return rows * times;
}

/** The languages that the project has, as far as their translation goes; more there are not. */
function publishLanguages(project: ProjectCopy, times: number): number {
  const file = 'src/site/languages.ts';
  let published = 1;
  const text = project.read(file).replace(/\{ tag: '(\w+)', unfinished: true \}/g, (whole, tag) => {
    if (published >= times || !existsSync(join(project.root, 'content', tag))) return whole;
    published++;
    return `{ tag: '${tag}' }`;
  });
  if (published < times) throw new Error(`expected ${times} languages, found ${published}: no more have been translated`);
  writeFileSync(join(project.root, file), text);
  return published;
}

/** Runs a command of the copy, and throws what it said where it failed. */
async function must(project: ProjectCopy, command: string, ...args: string[]): Promise<void> {
  const { code, output } = await project.run(command, ...args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}:\n${output.slice(-3000)}`);
}
