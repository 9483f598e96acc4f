/** `charts/<name>/versions.json`: the releases that a chart can be pinned to. */
import { lastingId, namesOf } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import { embedPath } from '../../embed/addresses.ts';
import { editionFor } from '../edition.ts';
import { versionsWith } from './pinned.ts';

/**
 * The newest release first. `id` is the chart's for good, `name` what addresses are made of at present. Served under every name that
 * the chart ever had. Throws RangeError for a name that none had.
 */
export function versionsOf(tag: string, name: string, site: string) {
  const found = charts.find((chart) => namesOf(chart).includes(name));
  if (!found) throw new RangeError(`there is no chart "${name}"`);
  const chart = found.id;
  const under = (path: string): string => site + path.slice(1);
  return {
    id: lastingId(found),
    name: chart,
    formerly: found.formerly,
    title: editionFor(tag).charts.get(chart)?.title ?? '',
    latest: under(embedPath({ chart, version: null, quiet: false })),
    page: `${site}charts/${chart}/`,
    changelog: `${site}data/changelog/`,
    versions: versionsWith(tag, chart).map(({ version, date, why, chart: then }) => ({
      version,
      date,
      change: why,
      embed: under(embedPath({ chart: then, version, quiet: false })),
      quiet: under(embedPath({ chart: then, version, quiet: true })),
    })),
  };
}
