/** Every address under `/embed/`: each chart in each language, following the data and pinned to each release, quiet or not, by each name. */
import { namesOf } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import { type Choice, embedPath } from '../../embed/addresses.ts';
import { locales } from '../../figures/locales/locales.ts';
import { editionFor } from '../edition.ts';
import { embedScript, embedStyle } from './assets.ts';
import { pinnedFor } from './pinned.ts';

export interface EmbedRoute {
  /** The language's tag. */
  readonly tag: string;
  readonly choice: Choice;
  /** The present address, where this one has a name that the chart had before. */
  readonly to: string | null;
}

/** As Astro's `getStaticPaths` wants them: `path` is what follows `/embed/`. */
export function embedRoutes(): { params: { path: string }; props: EmbedRoute }[] {
  return locales.flatMap(({ tag }, index) => {
    const language = index === 0 ? null : tag;
    const drawn = charts.filter(({ id }) => editionFor(tag).charts.has(id));
    const versions = [null, ...pinnedFor(tag).map(({ release }) => release.version)];
    return drawn.flatMap((chart) =>
      versions.flatMap((version) =>
        [false, true].flatMap((quiet) => {
          const choice = { chart: chart.id, version, quiet, language };
          return namesOf(chart).map((name) => ({
            params: { path: embedPath({ ...choice, chart: name }).slice('/embed/'.length, -1) },
            props: { tag, choice, to: name === chart.id ? null : embedPath(choice) },
          }));
        }),
      ),
    );
  });
}

let kept: Promise<readonly [style: string, script: string]> | null = null;

/** Style and script of every embed: made once in a build, anew for each page by the dev server. */
export function embedAssets(root: string): Promise<readonly [style: string, script: string]> {
  if (import.meta.env?.DEV) kept = null;
  kept ??= Promise.all([embedStyle(root), embedScript(root, 'frame')]);
  return kept;
}
