/** `npm run data:package`: writes the files of the package that are made from its schemas, facts and releases. */
import { resolve } from 'node:path';
import { readFacts } from '../data/facts.ts';
import { writeGenerated } from '../data/generated.ts';
import { formatProblems } from '../data/problem.ts';
import { checkReleases } from '../data/versions/frozen.ts';
import { projectRoot } from './root.ts';

const directory = resolve(projectRoot, 'data');
const { facts, problems } = readFacts(directory, 'data');
const faults = [...problems, ...checkReleases(directory, 'data', null)];
if (facts === null || faults.length > 0) {
  console.error(formatProblems(faults).join('\n'));
  process.exitCode = 1;
} else {
  const written = writeGenerated(directory, 'data', facts);
  console.log(written.length === 0 ? 'all files are current' : written.map((name) => `wrote data/${name}`).join('\n'));
}
