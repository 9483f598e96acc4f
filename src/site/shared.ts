/** What many pages are made from: read once by a build, and by the dev server once more when a file of the project has changed. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { oncePerProcess } from '../data/process.ts';

/** Where everything lies that a page is made from. */
const folders = ['src', 'content', 'data'];

/** What was made under this name so far, by key. In the dev server it is empty again after a file of the project was written, added or removed. */
export function sharedByPages<T>(name: string): Map<string, T> {
  const made = oncePerProcess(name, () => ({ from: '', values: new Map<string, T>() }));
  const from = import.meta.env?.DEV ? filesNow() : '';
  if (made.from !== from) made.values.clear();
  made.from = from;
  return made.values;
}

let seen: string | null = null;

/** Every file with its size and the time of its last change; looked at once for what is made without a pause. */
function filesNow(): string {
  if (seen === null) {
    seen = folders
      .flatMap((folder) => readdirSync(join(process.cwd(), folder), { recursive: true, withFileTypes: true }))
      .map(stateOf)
      .join('\n');
    setImmediate(() => {
      seen = null;
    });
  }
  return seen;
}

function stateOf({ parentPath, name }: { readonly parentPath: string; readonly name: string }): string {
  const path = join(parentPath, name);
  // An editor may have taken its own file away since the folder was read.
  const state = statSync(path, { throwIfNoEntry: false });
  return state?.isFile() ? `${path} ${state.size} ${state.mtimeMs}` : path;
}
