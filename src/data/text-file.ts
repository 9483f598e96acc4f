/** Text files that people edit: read as UTF-8 and nothing else; what can't be read is told at its place. */
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { type Problem, ProblemsError, reasonOf } from './problem.ts';

/** No text of ours comes near; what is larger, or never ends, is no text. */
const MOST = 64 * 1024 * 1024;

/** Whether something has this name, also a link that leads nowhere. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** The bytes of the file at `path`. `file` is its name in messages, `what` what it should be. Throws ProblemsError. */
export function readBytes(path: string, file: string, what = 'this file'): Buffer {
  try {
    const found = statSync(path);
    // A pipe or a device would be waited for; a folder has no text.
    if (!found.isFile()) throw fault(file, `expected ${what}, found ${found.isDirectory() ? 'a folder' : 'what is no plain file'}`);
    if (found.size > MOST) throw fault(file, `expected ${what}, found ${found.size} bytes, more than any text has`);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof ProblemsError ? error : fault(file, `expected ${what}, ${reasonOf(error)}`);
  }
}

/** The text at `path`, likewise. */
export function readText(path: string, file: string, what?: string): string {
  const bytes = readBytes(path, file, what);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { line, column } = firstFault(bytes);
    throw fault(file, 'expected UTF-8, found bytes that are none; save the file in that encoding', line, column);
  }
}

const fault = (file: string, message: string, line = 1, column = 1): ProblemsError =>
  new ProblemsError([{ file, line, column, subject: '', message }]);

/** The same, where a fault is one of several: the problems instead of an error. */
export function tryText(path: string, file: string, what?: string): { readonly text: string; readonly problems: readonly Problem[] } {
  try {
    return { text: readText(path, file, what), problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { text: '', problems: error.problems };
  }
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
