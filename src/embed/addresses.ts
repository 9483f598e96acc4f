/** Where embeds stand, from the root of the site. */

/** What a newsroom chooses besides the look: which chart, whether pinned to a release, whether without links and names. */
export interface Choice {
  readonly chart: string;
  /** A released version of the data, or `null` to follow it. */
  readonly version: string | null;
  readonly quiet: boolean;
  /** The tag of a language other than the site's first; that one has no folder of its own. */
  readonly language?: string | null;
  /** The one part of the chart that is shown from the start, where it has parts. Only of what follows the data. */
  readonly only?: string | null;
}

/** Stands before the name of a part. */
export const ONLY = 'only';

/**
 * `/embed/held/`, `/embed/held/1.0.0/`, `/embed/held/quiet/`, `/embed/held/1.0.0/quiet/`; in another language `/embed/be/held/`;
 * one part of a chart `/embed/arrest-counts/only/rights-groups/`, after all that.
 */
export function embedPath({ chart, version, quiet, language = null, only = null }: Choice): string {
  const names = [language, chart, version, quiet ? 'quiet' : null, ...(only === null ? [] : [ONLY, only])];
  return `/embed/${names.filter((name) => name !== null).join('/')}/`;
}

/** The page of a chart: `/charts/held/`, in another language `/be/charts/held/`. */
export function chartPath({ chart, language = null }: Pick<Choice, 'chart' | 'language'>): string {
  return `/${[language, 'charts', chart].filter((part) => part !== null).join('/')}/`;
}
