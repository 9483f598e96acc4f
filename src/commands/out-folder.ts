import { accessSync, constants, existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Stop } from './say.ts';

/** Throws Stop where a folder that was named with --out can't be made: told before the work and not after it. */
export function refuseUnwritable(folder: string): void {
  let parent = folder;
  while (!existsSync(parent)) parent = dirname(parent);
  try {
    accessSync(parent, constants.W_OK);
    if (!statSync(parent).isDirectory()) throw new Error('no folder');
    // Some folders look writable and take nothing, and Node waits for ever to make a path in them.
    const [first = ''] = relative(parent, folder).split(sep);
    if (first !== '') {
      mkdirSync(join(parent, first));
      rmdirSync(join(parent, first));
    }
  } catch {
    throw new Stop(`${parent} is no folder that can be written; name another with --out.`);
  }
}
