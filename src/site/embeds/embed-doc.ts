/** The page on embedding, `content/<language>/docs/embed.md`, with the values of a chart that it shows. */
import { type Problem, ProblemsError } from '../../data/problem.ts';
import type { Edition } from '../edition.ts';
import { firstLanguage } from '../languages.ts';
import { type Doc, readDoc } from './docs.ts';
import { embedDocsValues } from './docs-values.ts';
import { versionsWith } from './pinned.ts';

const noRelease: Problem = {
  file: 'data/releases',
  line: 1,
  column: 1,
  subject: '',
  message:
    'expected a release that holds a chart of today, since the page on embeds shows how one is pinned, found none; cut one: npm run data:release -- major "The first release."',
};

/** The text, and the chart that stands for all of them. `address` is that of the site. Throws ProblemsError. */
export function readEmbedDoc(root: string, edition: Edition, address: string): { readonly doc: Doc; readonly chart: string } {
  const tag = edition.locale.tag;
  // The first chart of the story that stays as it is: it has a release that it can be pinned to.
  const [chart, version] =
    // A language that no release was cut in yet shows how it is done by one of the first.
    [tag, firstLanguage].flatMap((language) =>
      [...edition.charts.keys()].flatMap((id) =>
        versionsWith(language, id)
          .slice(0, 1)
          .map((release) => [id, release.version] as const),
      ),
    )[0] ?? [];
  if (chart === undefined || version === undefined) throw new ProblemsError([noRelease]);
  return { doc: readDoc(root, tag, 'embed', embedDocsValues(edition, chart, version, address)), chart };
}
