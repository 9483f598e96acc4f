/** `npm run language:check [-- <tag>…]`: what each language but the first lacks or has too much, with file, line and column. */
import { formatProblems } from '../data/problem.ts';
import { loadEdition } from '../site/edition.ts';
import { firstLanguage, languages, unfinishedLanguages } from '../site/languages.ts';
import { checkAgainstFirst, checkLanguage } from '../site/publish/languages/check.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

await runOrSay([], () => {
  const known = [...languages.map(({ tag }) => tag), ...unfinishedLanguages].filter((tag) => tag !== firstLanguage);
  const asked = process.argv.slice(2);
  const strange = asked.find((tag) => !known.includes(tag));
  if (strange !== undefined) throw new Stop(`expected a language of src/site/languages.ts (${known.join(', ')}), found "${strange}"`);
  const first = loadEdition(projectRoot, firstLanguage);
  for (const tag of asked.length > 0 ? asked : known) {
    const lines = formatProblems(checkLanguage(projectRoot, tag, first));
    const state = unfinishedLanguages.includes(tag) ? 'unfinished, kept out of the build' : 'published';
    if (lines.length > 0) console.error(lines.join('\n'));
    if (lines.length > 0 && checkAgainstFirst(projectRoot, tag).length > 0)
      console.error(`${tag}: not looked at before these are mended: how its figures, charts and chapters print`);
    console.log(`${tag}: ${lines.length === 0 ? 'whole' : `${lines.length} faults`} (${state})`);
    // A language that is under way may lack what it lacks.
    if (lines.length > 0 && state === 'published') process.exitCode = 1;
  }
});
