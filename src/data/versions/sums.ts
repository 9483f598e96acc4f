/** Files held to their SHA-256 sums, in the form that `sha256sum --check` reads. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../descriptor.ts';
import { type Problem, ProblemsError, quote } from '../problem.ts';
import { readBytes, tryText } from '../text-file.ts';

export const sumsFile = 'SHA256SUMS';

/** The sums of files by their paths, sorted. */
export function sumsText(files: ReadonlyMap<string, Uint8Array>): string {
  const names = [...files.keys()].sort();
  return names.map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`).join('');
}

export interface Sums {
  /** Sums by path, from the folder of the file. */
  readonly sums: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads a file of sums; `what` is told where it is missing. `place` is how messages name the file. Never throws. */
export function readSums(path: string, place: string, what: string): Sums {
  const at = (message: string, line = 1): Problem => ({ file: place, line, column: 1, subject: '', message });
  const { text, problems: unreadable } = tryText(path, place, what);
  if (unreadable.length > 0) return { sums: new Map(), problems: unreadable };
  const problems: Problem[] = [];
  const sums = new Map<string, string>();
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    // No part of a path begins with a dot, so none leads out of the folder.
    const [, sum, name] = /^([0-9a-f]{64}) {2}((?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined)
      problems.push(at(`expected a SHA-256 sum, two blanks and a name, found ${quote(line)}`, index + 1));
    else sums.set(name, sum);
  }
  return { sums, problems };
}

/** Each file that is not as its sum says. `as` tells which state is meant: `released in 1.0.0`. */
export function checkSums(folder: string, place: string, sums: Sums['sums'], as: string): Problem[] {
  return [...sums].flatMap(([name, sum]): Problem[] => {
    const [file, expected] = [`${place}/${name}`, `the file as ${as} (SHA-256 ${sum})`];
    try {
      const found = sha256(readBytes(join(folder, name), file, expected));
      return found === sum
        ? []
        : [{ file, line: 1, column: 1, subject: '', message: `expected ${expected}, found another (SHA-256 ${found})` }];
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      return [...error.problems];
    }
  });
}

/** The paths of all files under a folder, sorted, from the folder; none where there is no such folder. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
