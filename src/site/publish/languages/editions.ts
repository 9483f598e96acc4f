/** The editions of all published languages, each held against the first. */
import { ProblemsError } from '../../../data/problem.ts';
import { type Edition, loadEdition } from '../../edition.ts';
import { firstLanguage, languages } from '../../languages.ts';
import { askAll } from './asked.ts';
import { checkAgainstFirst } from './check.ts';

/** The first language comes first. Throws ProblemsError with the faults of the first language that has any, or of all others. */
export function loadEditions(root: string): Edition[] {
  const first = loadEdition(root, firstLanguage);
  const others = languages.filter(({ tag }) => tag !== firstLanguage);
  const problems = others.flatMap(({ tag }) => checkAgainstFirst(root, tag));
  if (problems.length > 0) throw new ProblemsError(problems);
  const editions = others.map(({ tag }) => loadEdition(root, tag, first));
  for (const edition of editions) askAll(edition);
  const lacking = editions.flatMap(({ dataWords }) => dataWords.problems());
  if (lacking.length > 0) throw new ProblemsError(lacking);
  return [first, ...editions];
}
