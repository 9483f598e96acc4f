/** Where embeds stand, from the root of the site. */

/** What a newsroom chooses besides the look: which chart, whether pinned to a release, whether without links and names. */
export interface Choice {
  readonly chart: string;
  /** A released version of the data, or `null` to follow it. */
  readonly version: string | null;
  readonly quiet: boolean;
  /** The tag of a language other than the site's first; that one has no folder of its own. */
  readonly language?: string | null;
}

/** `/embed/held/`, `/embed/held/1.0.0/`, `/embed/held/quiet/`, `/embed/held/1.0.0/quiet/`; in another language `/embed/be/held/`. */
export function embedPath({ chart, version, quiet, language = null }: Choice): string {
  return `/embed/${[language, chart, version, quiet ? 'quiet' : null].filter((part) => part !== null).join('/')}/`;
}

/** The page of a chart: `/charts/held/`, in another language `/be/charts/held/`. */
export function chartPath({ chart, language = null }: Pick<Choice, 'chart' | 'language'>): string {
  return `/${[language, 'charts', chart].filter((part) => part !== null).join('/')}/`;
}
