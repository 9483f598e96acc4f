/** How far the tables are ahead of the last release. */
import { readFacts } from '../facts.ts';
import { type Diff, diffSnapshots } from './diff.ts';
import { readSnapshot, releasedVersions, workingSnapshot } from './snapshot.ts';

/** The number of changes that no release holds: rows, cells, corrections and declarations. 0 before the first release. */
export function changesSinceRelease(directory: string, label: string): number {
  const last = releasedVersions(directory).at(-1);
  const { facts } = readFacts(directory, label);
  if (last === undefined || facts === null) return 0;
  return changesIn(diffSnapshots(readSnapshot(directory, label, last), workingSnapshot(directory, facts)));
}

/** A table that came or went counts with its rows, and once for itself. */
export function changesIn({ package: about, tables, corrections }: Diff): number {
  const inTables = tables.map(
    ({ state, added, changed, removed, schema }) =>
      (state === 'changed' ? 0 : 1) + added.length + changed.length + removed.length + schema.length,
  );
  return [about.length, corrections.length, ...inTables].reduce((sum, count) => sum + count, 0);
}

/** The version as programs and names of files have it: `1.2.0`, or `1.2.0+5` with 5 changes that no release holds. */
export function versionWith(version: string, changes: number): string {
  return changes === 0 ? version : `${version}+${changes}`;
}
