/** The site that a benchmark measures. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/commands/root.ts';
import { dist } from '../browser/helpers/static-server.ts';

/**
 * Builds the site from what stands in the project, or takes it as it was built. False, with a sentence and an exit code, where there is
 * none then; a build that fails has said why.
 */
export function builtSite(asBuilt: boolean): boolean {
  if (!asBuilt) {
    console.log('Building the site that is measured ...');
    const { status } = spawnSync(process.execPath, [join(projectRoot, 'src/commands/build.ts'), '--quiet'], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      return false;
    }
  }
  if (existsSync(join(dist, 'index.html'))) return true;
  console.error('There is no built site yet: leave out --as-built.');
  process.exitCode = 1;
  return false;
}
