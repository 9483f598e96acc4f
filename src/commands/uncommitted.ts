import { spawnSync } from 'node:child_process';

/** Tables, corrections and facts of the data folder that differ from the last commit. `null` where nobody can tell: no git, or no checkout. */
export function uncommittedIn(directory: string): string[] | null {
  const files = [':(glob)*.csv', ':(glob)corrections.yml', ':(glob)package.yml'];
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '-z', '--untracked-files=all', '--', ...files], {
    cwd: directory,
    encoding: 'utf8',
  });
  // Each entry is two letters, a blank and the path; after a rename the old path follows as an entry without letters.
  if (status !== 0) return null;
  return stdout.split('\0').flatMap((entry) => (/^.{2} /.test(entry) ? [entry.slice(3)] : []));
}
