/** `charts/<id>/versions.json`: the releases that a chart can be pinned to. */
import { embedPath } from '../embed/addresses.ts';
import { editionFor } from './edition.ts';
import { versionsWith } from './pinned.ts';

/** The newest release first. `id` is the chart's for good, whatever its title says. */
export function versionsOf(tag: string, chart: string, site: string) {
  const under = (path: string): string => site + path.slice(1);
  return {
    id: chart,
    title: editionFor(tag).charts.get(chart)?.title ?? '',
    latest: under(embedPath({ chart, version: null, quiet: false })),
    page: `${site}charts/${chart}/`,
    versions: versionsWith(tag, chart).map(({ version, date, why }) => ({
      version,
      date,
      change: why,
      embed: under(embedPath({ chart, version, quiet: false })),
      quiet: under(embedPath({ chart, version, quiet: true })),
    })),
  };
}
