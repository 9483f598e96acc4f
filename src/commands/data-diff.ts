/** `npm run data:diff -- <a> <b> [--json]`: what differs between two versions; "working" means the tables as they are. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemsError } from '../data/problem.ts';
import { diffSnapshots } from '../data/versions/diff.ts';
import { diffText } from '../data/versions/diff-text.ts';
import { checkReleases } from '../data/versions/frozen.ts';
import { readSnapshot, UnknownVersion, WORKING } from '../data/versions/snapshot.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

await runOrSay([UnknownVersion], () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options: { json: { type: 'boolean' } } });
  const [a, b, ...rest] = positionals;
  const strange = Object.keys(values).filter((name) => name !== 'json');
  if (a === undefined || b === undefined || rest.length > 0 || strange.length > 0) {
    throw new Stop(`Name two versions, such as 1.0.0 and ${WORKING}: npm run data:diff -- <a> <b> [--json]`);
  }
  const directory = resolve(projectRoot, 'data');
  const faults = checkReleases(directory, 'data', null);
  if (faults.length > 0) throw new ProblemsError(faults);
  const diff = diffSnapshots(readSnapshot(directory, 'data', a), readSnapshot(directory, 'data', b));
  process.stdout.write(values['json'] === true ? `${JSON.stringify(diff, null, 2)}\n` : diffText(diff));
});
