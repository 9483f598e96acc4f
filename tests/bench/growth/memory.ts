/** How much memory a command takes, with every process that it starts. */
import { type ChildProcess, execFileSync } from 'node:child_process';

const EVERY_MS = 300;

/**
 * Watches a process until it ends. Returns the most kilobytes that it and those that it has started were seen to hold at one time; what
 * two of them share is counted twice. Throws where there is no `ps`.
 */
export async function mostMemoryOf(child: ChildProcess): Promise<number> {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, heldBy(child.pid ?? 0, execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })));
  };
  look();
  const watch = setInterval(look, EVERY_MS);
  try {
    await new Promise((resolve) => child.once('close', resolve));
  } finally {
    clearInterval(watch);
  }
  return most;
}

/** Kilobytes of a process and all below it, by a list of lines with its number, that of who started it, and what it holds. */
export function heldBy(root: number, list: string): number {
  const processes = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, held = 0]) => ({ pid, parent, held }));
  const below = (pid: number): number =>
    processes.filter(({ parent }) => parent === pid).reduce((sum, { pid: child, held }) => sum + held + below(child), 0);
  return (processes.find(({ pid }) => pid === root)?.held ?? 0) + below(root);
}
