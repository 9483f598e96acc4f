/** Files in one archive whose bytes depend on nothing but the files: fixed order, fixed time. */
import { type Zippable, zipSync } from 'fflate';

/** Zips the files under the folder `folder`, in the order given, all dated to the ISO day `released`. Files whose names are `packed` are stored as they are. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>, folder: string, released: string, packed?: RegExp): Uint8Array {
  const [year = 1980, month = 1, day = 1] = released.split('-').map(Number);
  // An archive holds local time without a zone, so a local midnight is the same bytes everywhere.
  const mtime = new Date(year, month - 1, day);
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[`${folder}/${name}`] = [bytes, { level: packed?.test(name) ? 0 : 9, mtime }];
  return zipSync(entries);
}
