/** `npm run data:package`: writes the files of the package that are made from its schemas, facts and releases. */
import { resolve } from 'node:path';
import { readFacts } from '../data/facts.ts';
import { copyCitation, writeGenerated } from '../data/generated.ts';
import { ProblemsError } from '../data/problem.ts';
import { checkReleases } from '../data/versions/frozen.ts';
import { projectRoot } from './root.ts';
import { runOrSay } from './say.ts';

await runOrSay([], () => {
  const directory = resolve(projectRoot, 'data');
  const { facts, problems } = readFacts(directory, 'data');
  const faults = [...problems, ...checkReleases(directory, 'data', null)];
  if (facts === null || faults.length > 0) throw new ProblemsError(faults);
  const written = writeGenerated(directory, 'data', facts).map((name) => `data/${name}`);
  if (copyCitation(directory, projectRoot)) written.push('CITATION.cff');
  console.log(written.length === 0 ? 'all files are current' : written.map((name) => `wrote ${name}`).join('\n'));
});
