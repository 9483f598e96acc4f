/** Frozen releases: each file is held to its SHA-256 sum, and nothing may be added or taken away. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../descriptor.ts';
import { factsFile, type PackageFacts } from '../facts.ts';
import { type Problem, quote } from '../problem.ts';
import { readYaml } from '../yaml.ts';
import { checkAnchors } from './anchors.ts';
import { chartsFolder } from './drawings.ts';
import { isVersion } from './semver.ts';
import { releasedVersions, releasesFolder } from './snapshot.ts';
import { checkSums, filesUnder, readSums, sumsFile } from './sums.ts';

export const releaseFile = 'release.yml';

const releaseSchema = z.object({ version: z.string(), date: z.string(), why: z.string() });

/** What a release says of itself: version, day, and the reason in a sentence. */
export type Release = z.output<typeof releaseSchema>;

/** The releases, the oldest first. Those whose `release.yml` can't be read are left out; the check tells of them. */
export function readReleases(directory: string): Release[] {
  return releasedVersions(directory).flatMap((version) => {
    const path = join(directory, releasesFolder, version, releaseFile);
    return existsSync(path) ? (readYaml(path, readFileSync(path, 'utf8'), releaseSchema).value ?? []) : [];
  });
}

/** Every difference between the frozen releases and their sums. Never throws. */
export function checkReleases(directory: string, label: string, facts: PackageFacts | null): Problem[] {
  const folder = join(directory, releasesFolder);
  if (!existsSync(folder)) return [];
  const place = `${label}/${releasesFolder}`;
  const at = (file: string, message: string, subject = ''): Problem => ({ file, line: 1, column: 1, subject, message });
  const problems = readdirSync(folder)
    .filter((name) => !isVersion(name))
    .map((name) => at(`${place}/${name}`, 'expected only folders named by a version, found another name'));
  const versions = releasedVersions(directory);
  for (const version of versions) problems.push(...checkRelease(join(folder, version), `${place}/${version}`, version));
  problems.push(...checkAnchors(directory, label));
  const last = versions.at(-1);
  if (last !== undefined && facts !== null && facts.as_of === undefined && facts.version !== last) {
    problems.push(
      at(`${label}/${factsFile}`, `expected the version of the last release, ${last}, found ${quote(facts.version)}`, 'version'),
    );
  }
  return problems;
}

/** The files of a release against its sums: those of the release and, where its charts were added later, theirs. */
function checkRelease(folder: string, place: string, version: string): Problem[] {
  const released = readSums(join(folder, sumsFile), `${place}/${sumsFile}`, `the sums of release ${version}`);
  if (released.sums.size === 0 && released.problems.length > 0) return [...released.problems];
  const charts = join(folder, chartsFolder);
  const added = existsSync(join(charts, sumsFile))
    ? readSums(join(charts, sumsFile), `${place}/${chartsFolder}/${sumsFile}`, `the sums of the charts of release ${version}`)
    : { sums: new Map<string, string>(), problems: [] };
  const known = new Set([
    sumsFile,
    ...released.sums.keys(),
    ...(added.sums.size > 0 ? [`${chartsFolder}/${sumsFile}`] : []),
    ...[...added.sums.keys()].map((name) => `${chartsFolder}/${name}`),
  ]);
  const strays = filesUnder(folder)
    .filter((name) => !known.has(name))
    .map((name): Problem => {
      const sum = sha256(readFileSync(join(folder, name)));
      const message = `expected only files released in ${version}, found one that ${sumsFile} does not list (SHA-256 ${sum})`;
      return { file: `${place}/${name}`, line: 1, column: 1, subject: '', message };
    });
  return [
    ...released.problems,
    ...added.problems,
    ...checkSums(folder, place, released.sums, `released in ${version}`),
    ...checkSums(charts, `${place}/${chartsFolder}`, added.sums, `added to ${version}`),
    ...strays,
  ];
}
