/** Sizes after gzip, and budgets in bytes that they are held to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const dist = join(process.cwd(), 'dist');

/** What a file of the built site transfers. `name` is its path from the root of the site. */
export function transferred(name: string): number {
  return gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
}

export const line = (bytes: number, name: string): string => `${String(bytes).padStart(7)}  ${name}`;

/** Prints a size with its budget, and lets the process fail when it is over. */
export function hold(name: string, bytes: number, atMost: number): void {
  const over = bytes > atMost;
  console.log(line(bytes, `${name}: at most ${atMost}${over ? ', which it exceeds' : ''}`));
  if (over) process.exitCode = 1;
}
