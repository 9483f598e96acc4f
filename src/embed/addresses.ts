/** Where embeds stand, from the root of the site. */

/** What a newsroom chooses besides the look: which chart, whether pinned to a release, whether without links and names. */
export interface Choice {
  readonly chart: string;
  /** A released version of the data, or `null` to follow it. */
  readonly version: string | null;
  readonly quiet: boolean;
}

/** `/embed/held/`, `/embed/held/1.0.0/`, `/embed/held/quiet/`, `/embed/held/1.0.0/quiet/`. */
export function embedPath({ chart, version, quiet }: Choice): string {
  return `/embed/${chart}/${version === null ? '' : `${version}/`}${quiet ? 'quiet/' : ''}`;
}
