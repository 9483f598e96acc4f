/** `npm run check`: everything that can be known without a browser and without a build, in seconds; every fault with its place. */
import { formatProblems } from '../data/problem.ts';
import { checkProject } from '../site/publish/check/project.ts';
import { projectRoot } from './root.ts';
import { runOrSay } from './say.ts';

await runOrSay([], () => {
  const { problems, warnings, sound, unseen } = checkProject(projectRoot);
  for (const warning of formatProblems(warnings)) console.error(`warning: ${warning}`);
  for (const line of sound) console.log(line);
  if (problems.length === 0) {
    console.log(
      'No fault. Not looked at: how pages look and work in a browser (npm test), and unfinished languages (npm run language:check).',
    );
    return;
  }
  console.error(formatProblems(problems).join('\n'));
  console.error(`${problems.length === 1 ? '1 fault' : `${problems.length} faults`}.`);
  if (unseen.length > 0) console.error(`Not looked at before these are mended: ${unseen.join(', ')}.`);
  process.exitCode = 1;
});
