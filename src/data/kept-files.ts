/**
 * Pictures that an earlier build has made, by the hash of what they are made from. They lie where tools keep what can be made anew, in
 * `node_modules/.cache`; without that folder, or where it can't be written, each picture is drawn.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SLUG } from '../../data/name.ts';

const packages = 'node_modules';
const DAY = 86_400_000;
/** How long a picture is kept that no build asks for. */
const KEPT_DAYS = 30;
/** What every PNG ends with; a file that was cut short does not. */
const END = Uint8Array.of(0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);

/** The pictures that are kept for the project in `root`. */
export class KeptPictures {
  readonly #folder: string | null;

  constructor(root: string) {
    const folder = join(root, packages, '.cache', SLUG, 'pictures');
    try {
      if (!existsSync(join(root, packages))) throw new Error('no packages');
      mkdirSync(folder, { recursive: true });
      this.#folder = folder;
      this.#dropOld(folder);
    } catch {
      this.#folder = null;
    }
  }

  /** Puts the picture of this hash into `file`. Returns whether there was one. */
  take(hash: string, file: string): boolean {
    if (this.#folder === null) return false;
    const kept = join(this.#folder, hash);
    try {
      const about = statSync(kept);
      const picture = readFileSync(kept);
      if (!picture.subarray(-END.length).equals(END)) return false;
      writeFileSync(file, picture);
      if (Date.now() - about.mtimeMs > DAY) utimesSync(kept, new Date(), new Date());
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps `file` under this hash. Builds at the same time don't meet: a picture is there whole or not at all. */
  keep(hash: string, file: string): void {
    if (this.#folder === null) return;
    const half = join(this.#folder, `${hash}.${process.pid}`);
    try {
      copyFileSync(file, half);
      renameSync(half, join(this.#folder, hash));
    } catch {
      rmSync(half, { force: true });
    }
  }

  #dropOld(folder: string): void {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      // Another build may drop it too.
      const about = statSync(path, { throwIfNoEntry: false });
      if (about && Date.now() - about.mtimeMs > KEPT_DAYS * DAY) rmSync(path, { force: true });
    }
  }
}
