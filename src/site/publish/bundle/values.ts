/** What `content/<language>/docs/bundle.md` tells of a bundle. */
import { citationOf } from '../../../data/exports/citation.ts';
import type { PackageFacts } from '../../../data/facts.ts';
import type { Choice } from '../../../embed/addresses.ts';
import { frameCode, loaderCode, type SnippetOptions } from '../../../embed/snippets.ts';
import { type EmbedView, measured } from '../../embeds/view.ts';

/** `pictures` are the paths of the pictures in the bundle; `choice` is that of the open embed. */
export function bundleValues(
  open: EmbedView,
  quiet: EmbedView,
  choice: Choice,
  facts: PackageFacts,
  address: string,
  pictures: readonly string[],
  siteName: string,
): ReadonlyMap<string, string> {
  const { id, title, description } = open.chart;
  const code = (view: EmbedView): SnippetOptions => ({
    choice: { ...choice, quiet: view.quiet },
    theme: 'auto',
    file: true,
    site: address,
    title: view.chart.title,
    measured: measured(view),
  });
  return new Map([
    ['title', title],
    ['site-name', siteName],
    ['version', facts.version],
    ['released', facts.released],
    ['address', address],
    ['frame', frameCode(code(open))],
    ['loader', loaderCode(code(open))],
    ['quiet', frameCode(code(quiet))],
    ['alt', description.join(' ')],
    ['embed', open.path.slice(1)],
    ['quiet-embed', quiet.path.slice(1)],
    ['pictures', pictures.map((name) => `\`${name}\``).join(', ')],
    ['rows', `charts/${id}.csv`],
    ['metadata', `charts/${id}.metadata.json`],
    ['licence', facts.licence.title],
    ['citation', citationOf(facts, title)],
  ]);
}
