/** `npm run data:check [directory]`: every problem of every table at once, or one line a table. */
import { relative, resolve } from 'node:path';
import { checkFolder } from '../data/folder.ts';
import { formatProblems } from '../data/problem.ts';
import { sourceIdsCitedIn } from '../story/citations.ts';
import { projectRoot } from './root.ts';

const directory = resolve(process.argv[2] ?? resolve(projectRoot, 'data'));
const label = relative(process.cwd(), directory) || '.';
const used = sourceIdsCitedIn(resolve(projectRoot, 'content'));
const { tables, problems, warnings } = checkFolder(directory, label.startsWith('..') ? directory : label, used);

for (const warning of formatProblems(warnings)) console.error(`warning: ${warning}`);
if (problems.length > 0) {
  console.error(formatProblems(problems).join('\n'));
  process.exitCode = 1;
} else {
  for (const { file, rows } of tables) console.log(`${file}: ${rows.length} rows`);
}
