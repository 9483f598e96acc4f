/** All that can be known of the project without a browser: data, figures, strings, chapters, links, files that nothing reads. */
import { join } from 'node:path';
import { checkFolder } from '../../../data/folder.ts';
import { checkCitationCopy } from '../../../data/generated.ts';
import { type Problem, ProblemsError } from '../../../data/problem.ts';
import { sourceIdsCitedIn } from '../../../story/citations.ts';
import { readEmbedDoc } from '../../embeds/embed-doc.ts';
import { checkOffered } from '../../embeds/offered.ts';
import { readResults } from '../../performance/results.ts';
import { siteAddress } from '../../site-address.ts';
import { loadEditions } from '../languages/editions.ts';
import { checkName, checkStrayFiles } from './files.ts';
import { checkLinks, checkProjectLinks } from './links.ts';

export interface ProjectCheck {
  readonly problems: readonly Problem[];
  /** Faults that don't stop a build. */
  readonly warnings: readonly Problem[];
  /** What was looked at and found sound, with how much of it there is. */
  readonly sound: readonly string[];
  /** What was not looked at, since what it rests on has faults. */
  readonly unseen: readonly string[];
}

/** Checks the project in `root`. Never throws for what a person can mend. */
export function checkProject(root: string): ProjectCheck {
  const used = sourceIdsCitedIn(join(root, 'content'));
  const { tables, problems: faults, warnings: ofTables } = checkFolder(join(root, 'data'), 'data', used);
  const rows = tables.reduce((sum, read) => sum + read.rows.length, 0);
  const unmeasured: Problem[] = [];
  const beside = [
    () => checkCitationCopy(join(root, 'data'), root),
    () => checkName(root),
    () => checkStrayFiles(root),
    () => checkProjectLinks(root),
    () => {
      unmeasured.push(...readResults(root).missing);
      return [];
    },
  ];
  const problems = [...faults, ...beside.flatMap(told)];
  const warnings = [...ofTables, ...unmeasured];
  const sound = problems.length > 0 ? [] : [`${tables.length} tables, ${rows} rows, and what is made from them`];
  // What rests on unsound tables would be told of as faulty, too. Of other faults the texts know nothing.
  if (faults.length > 0) return { problems, warnings, sound, unseen: ['figures', 'charts', 'chapters', 'links of the story'] };
  try {
    const editions = loadEditions(root);
    for (const edition of editions) {
      const { figures, charts, story, locale } = edition;
      sound.push(
        `${locale.tag}: ${figures.size} figures, ${charts.size} charts, ${story.chapters.length} chapters, ${story.terms.length} terms`,
      );
      const links = checkLinks(root, edition);
      problems.push(...links.problems);
      if (links.problems.length === 0) sound.push(`${locale.tag}: ${links.followed} links to places of the site`);
    }
    checkOffered(root);
    for (const edition of editions) readEmbedDoc(root, edition, siteAddress(undefined));
    return { problems, warnings, sound, unseen: [] };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { problems: [...problems, ...error.problems], warnings, sound, unseen: ['what rests on the places above'] };
  }
}

/** What a check finds, or why it could not look. */
function told(check: () => readonly Problem[]): readonly Problem[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}
