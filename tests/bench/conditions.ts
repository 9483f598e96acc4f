/** On what a benchmark ran, how busy it was with other things, and what was measured: the head of a result. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/commands/root.ts';
import { type Conditions, readResults, resultFiles } from '../../src/site/performance/results.ts';

/** Average number of processes that wanted to run in the last minute, to a hundredth. On Windows always 0. */
export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

/** The conditions of a run that ends now. */
export function conditionsOf(command: string, before: number): Conditions {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'data/datapackage.json'), 'utf8'));
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
    measured: { version, commit: commitNow() },
  };
}

function commitNow(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'none';
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}
