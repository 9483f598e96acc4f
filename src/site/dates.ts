/** When the site was published and last changed, as far as its data tells: nobody types these days. */
import { join } from 'node:path';
import { sources } from '../data/tables/sources.ts';
import { readReleases } from '../data/versions/frozen.ts';
import type { Edition } from './edition.ts';

export interface SiteDates {
  /** Day of the first release, as YYYY-MM-DD. */
  readonly published: string;
  /** Day of the last release or of the last correction, whichever came later. */
  readonly modified: string;
}

/** Before the first release, and in a copy of the package that holds none, the day of the package stands for both. */
export function datesOf({ release, data }: Pick<Edition, 'release' | 'data'>, root: string): SiteDates {
  const days = [
    release.modified,
    ...readReleases(join(root, 'data')).map(({ date }) => date),
    ...data.corrections.map(({ correction }) => correction.date),
  ].sort();
  return { published: readReleases(join(root, 'data'))[0]?.date ?? release.modified, modified: days.at(-1) ?? release.modified };
}

/** The day on which a document was last read for the data, as YYYY-MM-DD. */
export function lastReadOf({ data }: Pick<Edition, 'data'>): string {
  const last = data
    .rows(sources)
    .map(({ accessed }) => accessed)
    .sort()
    .at(-1);
  if (last === undefined) throw new RangeError('the package has no source');
  return last;
}
