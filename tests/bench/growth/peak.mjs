/** Loaded into each Node of a build: writes the most memory that it had, in kilobytes, into a folder when it ends. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const { PEAKS } = process.env;
// Threads share the memory of their process, which tells of them.
if (PEAKS !== undefined && isMainThread)
  process.on('exit', () => writeFileSync(join(PEAKS, String(process.pid)), String(process.resourceUsage().maxRSS)));
