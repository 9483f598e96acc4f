/**
 * `npm run rehearse [-- --keep]`: does as a stranger would. Clones the repository into a temporary folder, follows README, CONTRIBUTING and
 * the texts of the rooms to the letter (commands and examples are taken out of them), builds once, looks for every change in the built site,
 * and then breaks the clone in twenty ways. One line a step; exits with 1 at the first that fails. `--keep` leaves the clone where it is.
 */
import { projectRoot } from '../../src/commands/root.ts';
import { Clone } from './clone.ts';
import { findChanges } from './results.ts';
import { breakIt, buildIt, change, extend, keepToEnglish, makeItYours, releaseIt, translate } from './steps.ts';

const begun = performance.now();
const clone = new Clone(projectRoot);
console.log(
  clone.packagesShared
    ? `cloned into ${clone.root}; its packages are those of the repository, whose list is the same`
    : `cloned into ${clone.root}; its first command installs the packages`,
);

/** Runs a step and says how long it took. */
async function step(name: string, run: () => Promise<void> | void): Promise<void> {
  const from = performance.now();
  await run();
  console.log(`ok  ${name} (${Math.round((performance.now() - from) / 1000)} s)`);
}

try {
  await step('corrected a value, as CONTRIBUTING tells', () => change(clone));
  await step('kept the other languages out of the build, as README tells', () => keepToEnglish(clone));
  for (const [name, run] of extend(clone)) await step(name, run);
  await step('changed name, address and colours, as “Make it yours” tells', () => makeItYours(clone));
  await step('cut a release, as data/README.md tells', () => releaseIt(clone));
  await step('added a language, as README and content/README.md tell', () => translate(clone));
  await step('built the site with its address, as “Hosting” tells', () => buildIt(clone));
  for (const [name, run] of findChanges(clone)) await step(name, run);
  await step('was told twenty faults, each with its file and line', () => breakIt(clone));
  console.log(`The rehearsal took ${Math.round((performance.now() - begun) / 1000)} s.`);
} catch (error) {
  console.error(`failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (process.argv.includes('--keep')) console.log(`The clone is in ${clone.root}.`);
  else clone.remove();
}
