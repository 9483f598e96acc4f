/**
 * `releases.sha256`: the sums of the sums of all releases, outside of their folders. A release that was changed together with
 * its own sums is told by it. `npm run data:release` adds to it; nothing writes anew what stands in it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../descriptor.ts';
import type { Problem } from '../problem.ts';
import { chartsFolder } from './drawings.ts';
import { releasedVersions, releasesFolder } from './snapshot.ts';
import { checkSums, readSums, sumsFile } from './sums.ts';

export const anchorsFile = 'releases.sha256';

/** The files of sums that a release has, from the folder of the data. */
function sumsOf(directory: string, version: string): string[] {
  const folder = `${releasesFolder}/${version}`;
  return [`${folder}/${sumsFile}`, `${folder}/${chartsFolder}/${sumsFile}`].filter((name) => existsSync(join(directory, name)));
}

/** Adds the sums of one release. */
export function anchorRelease(directory: string, version: string): void {
  const path = join(directory, anchorsFile);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = sumsOf(directory, version).map((name) => `${sha256(readFileSync(join(directory, name)))}  ${name}\n`);
  writeFileSync(path, before + lines.join(''));
}

/** Every file of sums that is not as anchored, is not anchored, or is gone. Never throws. */
export function checkAnchors(directory: string, label: string): Problem[] {
  const versions = releasedVersions(directory);
  const path = join(directory, anchorsFile);
  const place = `${label}/${anchorsFile}`;
  if (versions.length === 0 && !existsSync(path)) return [];
  const { sums, problems } = readSums(path, place, 'the sums of the releases');
  if (sums.size === 0 && problems.length > 0) return [...problems];
  const loose = versions
    .flatMap((version) => sumsOf(directory, version))
    .filter((name) => !sums.has(name))
    .map(
      (name): Problem => ({
        file: place,
        line: 1,
        column: 1,
        subject: '',
        message: `expected a line for ${name} (SHA-256 ${sha256(readFileSync(join(directory, name)))}), found none`,
      }),
    );
  return [...problems, ...checkSums(directory, label, sums, `anchored in ${anchorsFile}`), ...loose];
}
