/** `npm run data:release -- <patch|minor|major> "<why>"`: freezes the tables as they are under the next version. */
import { resolve } from 'node:path';
import type { PackageFacts } from '../data/facts.ts';
import { copyCitation } from '../data/generated.ts';
import { diffText } from '../data/versions/diff-text.ts';
import { ReleaseRefused, release } from '../data/versions/release.ts';
import { bumps } from '../data/versions/semver.ts';
import { drawRelease } from './draw-release.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';
import { uncommittedIn } from './uncommitted.ts';

await runOrSay([ReleaseRefused], () => {
  const [named, why = '', ...rest] = process.argv.slice(2);
  const bump = bumps.find((candidate) => candidate === named);
  if (bump === undefined || why.trim() === '' || rest.length > 0) {
    throw new Stop(`Say how large the release is and why: npm run data:release -- <${bumps.join('|')}> "<why>"`);
  }
  const directory = resolve(projectRoot, 'data');
  const edited = uncommittedIn(directory);
  if (edited === null)
    console.error('Whether there are edits that are not committed could not be seen: git is not here, or this is no checkout.');
  else if (edited.length > 0) {
    throw new Stop(
      `These files have edits that are not committed: ${edited.join(', ')}. Commit them first, so that the release can be traced.`,
    );
  }
  const drawings = (facts: PackageFacts) => drawRelease(projectRoot, facts);
  const { version, diff } = release(directory, 'data', { bump, why: why.trim(), date: new Date().toISOString().slice(0, 10), drawings });
  copyCitation(directory, projectRoot);
  if (diff.from !== null) console.log(diffText(diff));
  console.log(`Released ${version}. It stands in data/releases/${version}/; commit data/ and CITATION.cff as they are now.`);
});
