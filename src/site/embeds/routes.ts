/** Every address under `/embed/`: each chart in each language, following the data and pinned to each release, quiet or not, by each name. */
import { namesOf } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import { partIds } from '../../charts/render.ts';
import { type Choice, embedPath } from '../../embed/addresses.ts';
import { folderOf, languages } from '../languages.ts';
import { sharedByPages } from '../shared.ts';
import { assetsOf, type EmbedAssets } from './assets.ts';
import { chartIn, coloursIn, type Pinned, pinnedFor } from './pinned.ts';

export interface EmbedRoute {
  /** The language's tag. */
  readonly tag: string;
  /** The chart by the name under which it stands there: today's, or that of the release. */
  readonly choice: Choice;
  /** The address to go to, where this one has another name of the chart. */
  readonly to: string | null;
}

interface Route {
  readonly params: { readonly path: string };
  readonly props: EmbedRoute;
}

/** As Astro's `getStaticPaths` wants them: `path` is what follows `/embed/`. A language that has every chart has each of these; its words are not read. */
export function embedRoutes(): Route[] {
  return languages.flatMap(({ tag }) => {
    const language = folderOf(tag);
    // A release that was cut before a language was there has nothing in it.
    const pinned = pinnedFor(tag).filter(({ charts: frozen }) => frozen.size > 0);
    const ever = chartsEver(pinned);
    return [null, ...pinned].flatMap((release) =>
      ever.flatMap((names) => {
        const frozen = release === null ? undefined : chartIn(release, names);
        const at = frozen?.id ?? names[0] ?? '';
        const all = new Set([at, ...names, ...(frozen?.formerly ?? [])]);
        const chosen = { chart: at, version: release?.release.version ?? null, language };
        // One part alone is offered of what follows the data: releases say no names of parts.
        const parts = release === null ? partIds(charts.find(({ id }) => id === at)?.partKeys ?? []) : [];
        return [
          ...[...all].flatMap((name) => routesOf(tag, chosen, name)),
          ...parts.flatMap((only) => routesOf(tag, { ...chosen, only }, at)),
        ];
      }),
    );
  });
}

/** The names of every chart of today, the present one first, and of those that only releases hold. */
function chartsEver(pinned: readonly Pinned[]): (readonly string[])[] {
  const today = charts.map(namesOf);
  const known = new Set(charts.flatMap(namesOf));
  const gone = new Set(pinned.flatMap(({ charts: frozen }) => [...frozen.keys()].filter((id) => !known.has(id))));
  return [...today, ...[...gone].map((id) => [id])];
}

function routesOf(tag: string, chosen: Omit<Choice, 'quiet'>, name: string): Route[] {
  return [false, true].map((quiet) => {
    const choice = { ...chosen, quiet };
    return {
      params: { path: embedPath({ ...choice, chart: name }).slice('/embed/'.length, -1) },
      props: { tag, choice, to: name === choice.chart ? null : embedPath(choice) },
    };
  });
}

/**
 * Style and script of embeds, the drawings in the colours of their release.
 * `parts`: with the sheet of the choice among the parts of a chart.
 */
export function embedAssets(root: string, version: string | null, parts = false): Promise<EmbedAssets> {
  const kept = sharedByPages<Promise<EmbedAssets>>('assets of embeds');
  const key = `${root} ${version} ${parts}`;
  const made = kept.get(key) ?? assetsOf(root, version === null ? '' : coloursIn(root, version), parts);
  kept.set(key, made);
  return made;
}
