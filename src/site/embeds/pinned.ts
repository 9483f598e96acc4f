/** Embeds pinned to a release: what it kept of its charts, whatever tables, charts and words are now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import { chartsFolder } from '../../data/versions/drawings.ts';
import { type Release, readReleases } from '../../data/versions/frozen.ts';
import { releasesFolder } from '../../data/versions/snapshot.ts';
import { readWithdrawn, type Withdrawn, withdrawalOf } from '../../data/withdrawn.ts';
import { type Choice, embedPath } from '../../embed/addresses.ts';
import { pathIn } from '../languages.ts';
import { sharedByPages } from '../shared.ts';
import { coloursFile, type FrozenChart, readFrozen, withPieces } from './frozen.ts';
import type { EmbedView, ShownChart } from './view.ts';

export interface Pinned {
  readonly release: Release;
  /** Its charts by the names that they had then. */
  readonly charts: ReadonlyMap<string, FrozenChart>;
  /** Those of them that are no longer offered. */
  readonly withdrawn: ReadonlyMap<string, Withdrawn>;
}

/** The project's releases with the charts that they keep in a language, the newest first. Throws where a file is not of its form. */
export function loadPinned(root: string, tag: string): Pinned[] {
  const entries = readWithdrawn(join(root, 'data'), 'data');
  return readReleases(join(root, 'data'))
    .reverse()
    .map((release) => {
      const frozen = readFrozen(root, release.version, tag);
      const withdrawn = [...frozen.keys()].flatMap((id): [string, Withdrawn][] => {
        const entry = withdrawalOf(entries, [id], release.version);
        return entry ? [[id, entry]] : [];
      });
      return { release, charts: frozen, withdrawn: new Map(withdrawn) };
    });
}

/** The releases as `loadPinned` reads them, kept for the pages of the build that has checked them. */
export function readPinned(root: string, tag: string): Pinned[] {
  const pinned = loadPinned(root, tag);
  sharedByPages<Pinned[]>('pinned releases').set(`${root} ${tag}`, pinned);
  return pinned;
}

/** The releases for the pages. */
export function pinnedFor(tag: string, root = process.cwd()): Pinned[] {
  return sharedByPages<Pinned[]>('pinned releases').get(`${root} ${tag}`) ?? readPinned(root, tag);
}

/** The sheet with the colours that the drawings of a release name, as they were. */
export function coloursIn(root: string, version: string): string {
  return readFileSync(join(root, 'data', releasesFolder, version, chartsFolder, coloursFile), 'utf8');
}

/** Every name of the chart that has this one now or had it once; the name itself where no chart of today does. */
export function namesWith(name: string): string[] {
  const chart = charts.find((candidate) => namesOf(candidate).includes(name));
  return chart ? namesOf(chart) : [name];
}

/** The chart of a release that had one of the names. */
export function chartIn({ charts: frozen }: Pinned, names: readonly string[]): FrozenChart | undefined {
  const found = names.map((name) => frozen.get(name)).find((chart) => chart !== undefined);
  return found ?? [...frozen.values()].find(({ formerly }) => formerly.some((name) => names.includes(name)));
}

/** A release that holds a chart, and the name under which it does: that of its embeds. */
export interface ReleaseWith extends Release {
  readonly chart: string;
}

/** The releases that offer a chart, whatever its name was then, the newest first. */
export function versionsWith(tag: string, name: string): ReleaseWith[] {
  return pinnedFor(tag).flatMap((pinned) => {
    const chart = chartIn(pinned, namesWith(name));
    return chart && !pinned.withdrawn.has(chart.id) ? [{ ...pinned.release, chart: chart.id }] : [];
  });
}

/** The page of a chart of a release: under its present name, or the list of charts where it has none any more. */
function pageOf(id: string): string {
  const chart = charts.find((candidate) => namesOf(candidate).includes(id));
  return chart ? `/charts/${chart.id}/` : '/charts/';
}

/** What a pinned embed shows. */
export function pinnedView(frozen: FrozenChart, choice: Choice): EmbedView {
  const { words, language, version } = frozen;
  return {
    chart: shownOf(frozen, choice.quiet),
    words: {
      line: (choice.quiet ? frozen.quiet : null)?.line ?? frozen.line,
      more: words.more,
      reading: words.reading,
      table: words.table,
      noDrawing: words.no_drawing,
    },
    lang: language,
    part: 0,
    quiet: choice.quiet,
    version,
    corrected: null,
    page: pathIn(language, pageOf(frozen.id)),
    path: embedPath({ ...choice, chart: frozen.id }),
  };
}

/** The chart as kept, with names of people or without. */
export function shownOf(frozen: FrozenChart, quiet: boolean): ShownChart {
  const form = quiet ? frozen.quiet : null;
  const { title, subtitle, note, reading, description, columns, cells } = form ?? frozen;
  const { narrow, wide } = frozen.drawings;
  return {
    parts: frozen.parts,
    id: frozen.id,
    title,
    subtitle,
    note,
    reading,
    description,
    columns,
    drawings:
      form === null ? { narrow, wide } : { narrow: withPieces(narrow, form.drawings.narrow), wide: withPieces(wide, form.drawings.wide) },
    rows: cells.map((texts, row) => ({
      cells: texts.map((text, column) => ({ text, numeric: frozen.numeric[row]?.includes(column) === true })),
    })),
  };
}
