/** The sums of all files of a finished site, by which anyone can tell whether a copy is whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../../data/descriptor.ts';
import { quote } from '../../../data/problem.ts';
import { filesUnder, sumsFile } from '../../../data/versions/sums.ts';

/** Writes `SHA256SUMS` at the root of the finished site, for `sha256sum --check`. Twins are left out: they hold what their files hold. */
export function writeSiteSums(directory: string): void {
  const names = filesUnder(directory).filter((name) => name !== sumsFile);
  const all = new Set([...names, sumsFile]);
  const files = names.filter((name) => !all.has(plainName(name) ?? ''));
  const lines = files.map((name) => `${sha256(readFileSync(join(directory, name)))}  ${name}\n`);
  writeFileSync(join(directory, sumsFile), lines.join(''));
}

/** The file whose compressed twin `name` would be; `null` where it has no ending of one. */
export const plainName = (name: string): string | null => /^(.+)\.(?:br|gz)$/.exec(name)?.[1] ?? null;

/** Reads such a file. Names may begin with a dot, but none leads out of the folder. `fault` is the first line that is none, in a sentence. */
export function parseSiteSums(text: string): { readonly sums: ReadonlyMap<string, string>; readonly fault: string | null } {
  const sums = new Map<string, string>();
  for (const [index, line] of text.trimEnd().split(/\r?\n/).entries()) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined || name.split('/').some((part) => /^\.{0,2}$/.test(part)) || /[\\\0]/.test(name))
      return { sums, fault: `line ${index + 1}: expected a SHA-256 sum, two blanks and a name, found ${quote(line)}` };
    sums.set(name, sum);
  }
  return { sums, fault: null };
}
