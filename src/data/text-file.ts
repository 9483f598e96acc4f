/** Text files that people edit: read as UTF-8 and nothing else; what can't be read is told at its place. */
import { readFileSync, statSync } from 'node:fs';
import { type Problem, ProblemsError } from './problem.ts';

/** No text of ours comes near; what is larger, or never ends, is no text. */
const MOST = 64 * 1024 * 1024;

/** The text at `path`. `file` is its name in messages, `what` what it should be. Throws ProblemsError. */
export function readText(path: string, file: string, what = 'this file'): string {
  const fail = (message: string, line = 1, column = 1): never => {
    throw new ProblemsError([{ file, line, column, subject: '', message }]);
  };
  let bytes: Buffer;
  try {
    const found = statSync(path);
    // A pipe or a device would be waited for; a folder has no text.
    if (!found.isFile()) fail(`expected ${what}, found ${found.isDirectory() ? 'a folder' : 'what is no plain file'}`);
    if (found.size > MOST) fail(`expected ${what}, found ${found.size} bytes, more than any text has`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    return fail(`expected ${what}, ${unreadable(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { line, column } = firstFault(bytes);
    return fail('expected UTF-8, found bytes that are none; save the file in that encoding', line, column);
  }
}

/** The same, where a fault is one of several: the problems instead of an error. */
export function tryText(path: string, file: string, what?: string): { readonly text: string; readonly problems: readonly Problem[] } {
  try {
    return { text: readText(path, file, what), problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { text: '', problems: error.problems };
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'found no such file';
  if (code === 'ELOOP') return 'found a link that leads back to itself';
  return `the file can't be read (${code})`;
}

/** Line and character at which the text stops being UTF-8. */
function firstFault(bytes: Uint8Array): { line: number; column: number } {
  let [low, high] = [0, bytes.length];
  // The longest beginning that is sound, but for a character that it cuts.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isSound(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  const sound = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true });
  const lines = sound.split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

function isSound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
