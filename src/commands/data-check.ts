/** `npm run data:check [-- directory]`: every problem of every table at once, or one line a table. */

import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { checkFolder } from '../data/folder.ts';
import { formatProblems } from '../data/problem.ts';
import { sourceIdsCitedIn } from '../story/citations.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

await runOrSay([], () => {
  const [named, ...rest] = process.argv.slice(2);
  if (named?.startsWith('-') || rest.length > 0)
    throw new Stop('Name one folder of tables, or none for data/: npm run data:check [-- <folder>]');
  const directory = resolve(named ?? resolve(projectRoot, 'data'));
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) throw new Stop(`${directory} is no folder.`);
  const label = relative(process.cwd(), directory) || '.';
  const used = sourceIdsCitedIn(resolve(projectRoot, 'content'));
  const { tables, problems, warnings } = checkFolder(directory, label.startsWith('..') ? directory : label, used);

  for (const warning of formatProblems(warnings)) console.error(`warning: ${warning}`);
  if (problems.length > 0) {
    console.error(formatProblems(problems).join('\n'));
    process.exitCode = 1;
  } else {
    for (const { file, rows } of tables) console.log(`${file}: ${rows.length} rows`);
    console.log('Not looked at: figures, charts, chapters and links that rest on the tables (npm run check).');
  }
});
