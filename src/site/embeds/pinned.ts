/** Charts drawn from frozen releases, for embeds that must not change when the data does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { charts } from '../../charts/registry.ts';
import type { RenderedChart } from '../../charts/render.ts';
import { loadPackage } from '../../data/package.ts';
import { sources } from '../../data/tables/sources.ts';
import { type Release, readReleases } from '../../data/versions/frozen.ts';
import { releasesFolder } from '../../data/versions/snapshot.ts';
import { tryFigures } from '../../figures/figures.ts';
import { type Edition, editionFor, renderOne } from '../edition.ts';
import type { EmbedEdition } from './view.ts';

export interface Pinned {
  readonly release: Release;
  /** The edition as of the release; `null` when today's schemas can't read its tables. */
  readonly edition: EmbedEdition | null;
}

/** The project's releases drawn with today's code, the newest first. A chart that a release has not the rows for is left out of it. */
export function loadPinned(root: string, now: Edition): Pinned[] {
  return readReleases(join(root, 'data'))
    .reverse()
    .map((release) => ({ release, edition: pinnedEdition(root, release, now) }));
}

/** The edition as of one release; `null` when today's schemas can't read its tables. */
export function pinnedEdition(root: string, { version, date }: Release, { locale, strings }: Edition): EmbedEdition | null {
  const folder = `data/${releasesFolder}/${version}`;
  const data = attempt(() => loadPackage(join(root, folder), folder, { older: true }));
  if (data === null) return null;
  const { figures } = tryFigures('content/figures.yml', readFileSync(join(root, 'content/figures.yml'), 'utf8'), data);
  const drawn = charts.flatMap((chart): [string, RenderedChart][] => {
    // A table that today's schemas can't read is left out, and with it the charts that draw it, in part or whole.
    if (chart.tables.some((name) => !data.read(name))) return [];
    const rendered = attempt(() => renderOne(chart, root, locale, data, figures));
    return rendered === null ? [] : [[chart.id, rendered]];
  });
  return {
    locale,
    strings,
    data,
    charts: new Map(drawn),
    sources: new Map(data.rows(sources).map((source) => [source.source_id, source])),
    release: { version, modified: date },
  };
}

/** Old tables may lack what today's schemas or charts ask for; that is no fault of the build, and the page of that version tells it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const kept = new WeakMap<Edition, Pinned[]>();

/** The releases for the pages of a build, drawn once. */
export function pinnedFor(tag: string): Pinned[] {
  const edition = editionFor(tag);
  const pinned = kept.get(edition) ?? loadPinned(process.cwd(), edition);
  kept.set(edition, pinned);
  return pinned;
}

/** The releases that hold a chart, the newest first. */
export function versionsWith(tag: string, chart: string): Release[] {
  return pinnedFor(tag).flatMap(({ release, edition }) => (edition?.charts.has(chart) ? [release] : []));
}
