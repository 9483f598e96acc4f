/** Running other programs, and stopping with them. Runs before anything is installed: built-ins only, plain JavaScript. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { whenParentEnds } from './parent.mjs';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Something that the reader can mend; printed as it is, without a stack. */
export class Stop extends Error {}

const running = new Set();
let stopping = false;

/** Whether somebody has asked to stop: Ctrl-C, or a signal. */
export const isStopping = () => stopping;

function stop(signal) {
  stopping = true;
  // At a terminal, Ctrl-C reaches the children by itself; a signal sent to this process alone does not.
  for (const child of running) child.kill(signal);
}

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
whenParentEnds(() => stop('SIGTERM'));

/**
 * Runs a program in the project's folder to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, capture?: boolean, shell?: boolean, timeout?: number }} [options]
 *   `capture`: collect what it prints instead of showing it; `timeout`: in milliseconds
 * @returns {Promise<{ code: number, output: string }>} `code` is 1 when a signal ended it or it did not start
 */
export function run(program, args, { env = process.env, capture = false, shell = false, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, shell, timeout, stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    running.add(child);
    const end = (code, note = '') => {
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + note });
    };
    child.on('error', (error) => end(1, `${program}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal === null ? '' : `ended by ${signal}\n`));
  });
}

/**
 * Runs what a command does and sets its exit code. What the reader can mend becomes a sentence and exit code 1.
 * @param {() => Promise<number>} main
 * @param {{ stopped?: number }} [options] the exit code after a stop that was asked for: 0 where that is the way to end
 */
export async function command(main, { stopped } = {}) {
  try {
    const code = await main();
    process.exitCode = (stopping ? stopped : undefined) ?? code;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (!stopping) console.error(error.message);
    process.exitCode = stopping ? (stopped ?? 130) : 1;
  }
}
