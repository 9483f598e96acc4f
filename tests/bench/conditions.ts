/** On what a benchmark ran, how busy it was with other things, and what was measured: the head of a result. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/commands/root.ts';
import { type Conditions, readResults, resultFiles } from '../../src/site/performance/results.ts';

/** Average number of processes that wanted to run in the last minute, to a hundredth. On Windows always 0. */
export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

/** What stands in the project now: to be asked before it is built, since others may commit while a benchmark runs. */
export function standing(): Conditions['measured'] {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'data/datapackage.json'), 'utf8'));
  const commit = git('rev-parse', '--short', 'HEAD');
  if (commit === null) return { version, commit: 'none' };
  // Results that a benchmark wrote are no part of what is measured.
  const changed = git('status', '--porcelain', '--', '.', ...Object.values(resultFiles).map((file) => `:(exclude)${file}`));
  return { version, commit, changed: changed !== '' };
}

/** The conditions of a run that ends now. `measured` is what stood in the project when its build began. */
export function conditionsOf(command: string, before: number, measured: Conditions['measured']): Conditions {
  const [processor] = cpus();
  return {
    command,
    day: new Date().toISOString().slice(0, 10),
    machine: {
      processor: processor?.model.trim() || arch(),
      cores: cpus().length,
      memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
      system: `${type()} ${release().replace(/-.*/, '')}`,
      node: process.versions.node,
      load: { before, after: loadNow() },
    },
    measured,
  };
}

/** What git says, or `null` where there is no git or no checkout. */
function git(...asked: string[]): string | null {
  try {
    return execFileSync('git', asked, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** Writes a result where the page reads it, and reads it back as the page does. */
export function writeResult(name: keyof typeof resultFiles, result: object): void {
  const path = join(projectRoot, resultFiles[name]);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  readResults(projectRoot);
  console.log(`Wrote ${resultFiles[name]}, which /performance/ shows after the next build.`);
}
