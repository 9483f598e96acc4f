/** Frozen releases: each file is held to its SHA-256 sum, and nothing may be added or taken away. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../descriptor.ts';
import { factsFile, type PackageFacts } from '../facts.ts';
import { type Problem, quote, reasonOf } from '../problem.ts';
import { readYaml } from '../yaml.ts';
import { isVersion } from './semver.ts';
import { releasedVersions, releasesFolder } from './snapshot.ts';

export const sumsFile = 'SHA256SUMS';
export const releaseFile = 'release.yml';

const releaseSchema = z.strictObject({ version: z.string(), date: z.string(), why: z.string() });

/** What a release says of itself: version, day, and the reason in a sentence. */
export type Release = z.output<typeof releaseSchema>;

/** The releases, the oldest first. Those whose `release.yml` can't be read are left out; the check tells of them. */
export function readReleases(directory: string): Release[] {
  return releasedVersions(directory).flatMap((version) => {
    const path = join(directory, releasesFolder, version, releaseFile);
    return existsSync(path) ? (readYaml(path, readFileSync(path, 'utf8'), releaseSchema).value ?? []) : [];
  });
}

/** The sums of the files of a folder, in the form that `sha256sum --check` reads. */
export function sumsText(files: ReadonlyMap<string, Uint8Array>): string {
  const names = [...files.keys()].sort();
  return names.map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`).join('');
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
  const last = versions.at(-1);
  if (last !== undefined && facts !== null && facts.as_of === undefined && facts.version !== last) {
    problems.push(
      at(`${label}/${factsFile}`, `expected the version of the last release, ${last}, found ${quote(facts.version)}`, 'version'),
    );
  }
  return problems;
}

function checkRelease(folder: string, place: string, version: string): Problem[] {
  const at = (name: string, message: string, line = 1): Problem => ({ file: `${place}/${name}`, line, column: 1, subject: '', message });
  let text: string;
  try {
    text = readFileSync(join(folder, sumsFile), 'utf8');
  } catch (error) {
    return [at(sumsFile, `expected the sums of release ${version}, ${reasonOf(error)}`)];
  }
  const problems: Problem[] = [];
  const sums = new Map<string, string>();
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}([A-Za-z0-9._-]+)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined)
      problems.push(at(sumsFile, `expected a SHA-256 sum, two blanks and a name, found ${quote(line)}`, index + 1));
    else sums.set(name, sum);
  }
  for (const [name, sum] of sums) {
    try {
      const found = sha256(readFileSync(join(folder, name)));
      if (found !== sum)
        problems.push(at(name, `expected the file as released in ${version} (SHA-256 ${sum}), found another (SHA-256 ${found})`));
    } catch (error) {
      problems.push(at(name, `expected the file as released in ${version}, ${reasonOf(error)}`));
    }
  }
  for (const name of readdirSync(folder)) {
    if (name !== sumsFile && !sums.has(name))
      problems.push(at(name, `expected only files released in ${version}, found one that ${sumsFile} does not list`));
  }
  return problems;
}
