/** Where a build works, and how its site gets to `dist/`: builds at the same time don't meet, and what can't be replaced is found before the work. */
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './say.ts';

/** A folder for one build, beside `dist/`, so that the new site can be put in place by a rename. */
export interface Workplace {
  /** The folder itself, for what is made beside the site. */
  readonly own: string;
  /** Where the new site is made. */
  readonly next: string;
  /** Puts the new site in the place of the old one. */
  finish(): void;
  /** Removes what is left of the build. */
  remove(): void;
}

/** Makes the folder of this build in `root`. Throws Stop where the site could not be put in place afterwards. */
export function workplaceIn(root: string): Workplace {
  const dist = join(root, 'dist');
  const all = join(root, '.build');
  const own = join(all, String(process.pid));
  try {
    mkdirSync(all, { recursive: true });
    for (const name of readdirSync(all)) if (!isRunning(Number(name))) rmSync(join(all, name), { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
  } catch (error) {
    throw new Stop(`Nothing can be written into ${root} (${codeOf(error)}): build in a folder that is your own.`);
  }
  const fault = whyNot(root, dist);
  if (fault !== null) {
    rmSync(own, { recursive: true, force: true });
    throw new Stop(fault);
  }
  const next = join(own, 'next');
  return {
    own,
    next,
    finish: () => putInPlace(next, dist, join(own, 'previous')),
    remove: () => rmSync(own, { recursive: true, force: true }),
  };
}

/** Why `dist/` can't be replaced, as a sentence. */
function whyNot(root: string, dist: string): string | null {
  const found = lstatSync(dist, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isSymbolicLink())
    return `${dist} is a link to another folder, and a build replaces it whole: remove the link, or move what is built there afterwards.`;
  if (!found.isDirectory()) return `${dist} is a file: remove it, so that the site can be put there.`;
  if (found.dev !== statSync(root).dev)
    return `${dist} is a disk or volume of its own, which can't be replaced: mount the folder above it, or copy dist/ afterwards.`;
  try {
    accessSync(dist, constants.W_OK);
    accessSync(root, constants.W_OK);
    return null;
  } catch (error) {
    return `${dist} can't be replaced (${codeOf(error)}): give yourself the right to write there, or remove it.`;
  }
}

/** Another build may do the same at this moment; then whichever comes last stays. */
function putInPlace(next: string, dist: string, previous: string): void {
  for (let tries = 1; ; tries++) {
    try {
      if (existsSync(dist)) renameSync(dist, previous);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    try {
      renameSync(next, dist);
      return;
    } catch (error) {
      if (tries >= 5 || !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))) throw error;
      rmSync(previous, { recursive: true, force: true });
    }
  }
}

/** Whether a build with this number still works. One that was ended leaves its folder behind. */
function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
