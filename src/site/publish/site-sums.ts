/** The sums of all files of a finished site, by which anyone can tell whether a copy is whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../data/descriptor.ts';
import { filesUnder, sumsFile } from '../../data/versions/sums.ts';

/** Writes `SHA256SUMS` at the root of the finished site, for `sha256sum --check`. Returns the number of files that it holds. */
export function writeSiteSums(directory: string): number {
  const names = filesUnder(directory).filter((name) => name !== sumsFile);
  const lines = names.map((name) => `${sha256(readFileSync(join(directory, name)))}  ${name}\n`);
  writeFileSync(join(directory, sumsFile), lines.join(''));
  return names.length;
}
