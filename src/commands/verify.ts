/** `npm run verify -- <folder|zip|address> [--release v] [--sums FILE]`: whether a copy of the site is whole. Exit code 0: whole, 1: not, 2: can't be said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reasonOf } from '../data/problem.ts';
import { oneLine } from '../data/safe-text.ts';
import { releasedVersions, releasesFolder } from '../data/versions/snapshot.ts';
import { readSums, sumsFile } from '../data/versions/sums.ts';
import { CopyFault, openCopy } from '../site/publish/proof/copy.ts';
import { type Against, toldOf, verifyCopy } from '../site/publish/proof/verify.ts';
import { projectRoot } from './root.ts';
import { Stop, sentenceOf } from './say.ts';

const usage = 'npm run verify -- <folder|zip|address> [--release 1.0.0] [--sums FILE]';

try {
  const { place, against } = readCall(process.argv.slice(2));
  const result = await verifyCopy(openCopy(place), against);
  for (const line of toldOf(place, result, against)) console.log(oneLine(line));
  process.exitCode = result.findings.length > 0 ? 1 : 0;
} catch (error) {
  const said = sentenceOf(error, [CopyFault]);
  if (said === null) throw error;
  console.error(oneLine(said));
  process.exitCode = 2;
}

function readCall(args: string[]): { readonly place: string; readonly against: Against } {
  let call: { positionals: string[]; values: { release?: string; sums?: string } };
  try {
    call = parseArgs({ args, allowPositionals: true, options: { release: { type: 'string' }, sums: { type: 'string' } } });
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
  const [place, ...rest] = call.positionals;
  if (place === undefined || rest.length > 0) throw new Stop(`Name one copy of the site: ${usage}`);
  const { release, sums } = call.values;
  return {
    place,
    against: { ...(sums !== undefined && { sums: textOf(sums) }), ...(release !== undefined && { release: releaseOf(release) }) },
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Stop(`--sums: ${file} can't be read: ${reasonOf(error)}`);
  }
}

/** A release with the sums of its files, as `data/releases` keeps them. */
function releaseOf(version: string): NonNullable<Against['release']> {
  const folder = join(projectRoot, 'data');
  const versions = releasedVersions(folder);
  if (!versions.includes(version)) throw new Stop(`There is no release "${version}". The releases are: ${versions.join(', ')}`);
  const place = `data/${releasesFolder}/${version}/${sumsFile}`;
  const { sums, problems } = readSums(join(projectRoot, place), place, 'the sums of a release');
  const [fault] = problems;
  if (fault) throw new Stop(`${fault.file}:${fault.line}: ${fault.message}`);
  return { version, sums };
}
