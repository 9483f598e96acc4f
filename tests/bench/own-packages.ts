/** Packages that only a benchmark needs: each has its own list and lock file in the benchmark's folder, apart from the product's. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

const readLock = (file: string): Lock => JSON.parse(readFileSync(file, 'utf8'));

/** Brings the packages of `folder` by its lock file, where they are not there as it says. Returns the folder that they are in. */
export function bringPackages(folder: string): string {
  const { packages: locked } = readLock(join(folder, 'package-lock.json'));
  const installed = join(folder, 'node_modules/.package-lock.json');
  const present = existsSync(installed) ? readLock(installed).packages : {};
  const here = Object.entries(locked).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
  if (!here) {
    console.log('Installing the packages to compare with ...');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  return join(folder, 'node_modules');
}

/** The version of one of them that is installed. */
export const installedVersion = (folder: string, name: string): string =>
  readLock(join(folder, 'node_modules/.package-lock.json')).packages[`node_modules/${name}`]?.version ?? 'none';
