/** A release: the tables frozen with their sums, the changelog, the version in every file that names it. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { correctionsFile } from '../corrections.ts';
import { describePackage, descriptorFile, descriptorText } from '../descriptor.ts';
import { factsFile, type PackageFacts, readFacts, withVersion } from '../facts.ts';
import { checkFolder } from '../folder.ts';
import { writeGenerated } from '../generated.ts';
import { ProblemsError } from '../problem.ts';
import { tables } from '../registry.ts';
import { anchorRelease } from './anchors.ts';
import { type Diff, diffSnapshots } from './diff.ts';
import { weightiest } from './diff-text.ts';
import { chartsFolder } from './drawings.ts';
import { releaseFile } from './frozen.ts';
import { type Bump, bumped, isSmaller } from './semver.ts';
import { readSnapshot, releasedVersions, releasesFolder, workingSnapshot } from './snapshot.ts';
import { sumsFile, sumsText } from './sums.ts';

/** A release that may not be made, with the reason in a sentence. */
export class ReleaseRefused extends Error {}

export interface ReleaseOrder {
  readonly bump: Bump;
  readonly why: string;
  /** Day of the release, as an ISO day. */
  readonly date: string;
  /**
   * The charts of the release, by the names of their files: drawn when nothing else stands against it. Throws where one can't
   * be drawn, and then nothing is released.
   */
  readonly drawings: (facts: PackageFacts) => ReadonlyMap<string, Uint8Array>;
}

/**
 * Freezes the tables as they are under the next version and brings the folder's files up to it. Throws
 * ProblemsError when the folder has faults, and ReleaseRefused when nothing changed or the bump is too small.
 */
export function release(directory: string, label: string, { bump, why, date, drawings }: ReleaseOrder): { version: string; diff: Diff } {
  const { problems } = checkFolder(directory, label);
  const { facts } = readFacts(directory, label);
  if (facts === null || problems.length > 0) throw new ProblemsError(problems);
  const last = releasedVersions(directory).at(-1) ?? null;
  const diff = diffSnapshots(last === null ? null : readSnapshot(directory, label, last), workingSnapshot(directory, facts));
  refuse(diff, last, bump);

  const version = bumped(last ?? '0.0.0', bump);
  const next: PackageFacts = { ...facts, version, released: date };
  freeze(directory, next, why, drawings(next));
  anchorRelease(directory, version);
  const path = join(directory, factsFile);
  writeFileSync(path, withVersion(readFileSync(path, 'utf8'), version, date));
  writeGenerated(directory, label, next);
  return { version, diff: { ...diff, to: version } };
}

function refuse(diff: Diff, last: string | null, bump: Bump): void {
  const called = diff.calls_for;
  if (called === null) throw new ReleaseRefused(`Nothing has changed since ${last}: there is nothing to release.`);
  if (!isSmaller(bump, called)) return;
  const reasons = weightiest(diff);
  const shown = reasons.length > 5 ? `${reasons.slice(0, 5).join('; ')}; and ${reasons.length - 5} more` : reasons.join('; ');
  throw new ReleaseRefused(`A ${bump} release is too small: the changes call for a ${called} one (${shown}).`);
}

/** Writes the frozen folder beside its place and puts it there whole, so that no half release is ever seen. */
function freeze(directory: string, facts: PackageFacts, why: string, drawings: ReadonlyMap<string, Uint8Array>): void {
  const folder = join(directory, releasesFolder, facts.version);
  const scratch = join(directory, `.release-${facts.version}`);
  const bytes = new Map(tables.map(({ name }) => [name, readFileSync(join(directory, `${name}.csv`))]));
  const files = new Map<string, Uint8Array>([...bytes].map(([name, content]) => [`${name}.csv`, content]));
  files.set(descriptorFile, Buffer.from(descriptorText(describePackage(tables, facts, bytes))));
  files.set(releaseFile, Buffer.from(stringify({ version: facts.version, date: facts.released, why })));
  const corrections = join(directory, correctionsFile);
  if (existsSync(corrections)) files.set(correctionsFile, readFileSync(corrections));
  for (const [name, content] of drawings) files.set(`${chartsFolder}/${name}`, content);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(scratch, chartsFolder), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(scratch, name), content);
  writeFileSync(join(scratch, sumsFile), sumsText(files));
  mkdirSync(join(directory, releasesFolder), { recursive: true });
  renameSync(scratch, folder);
}
