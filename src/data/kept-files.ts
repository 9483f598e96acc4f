/**
 * What an earlier build has made, by the hash of what it is made from. It lies where tools keep what can be made anew, in
 * `node_modules/.cache`; without that folder, or where it can't be written, everything is made.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SLUG } from './name.ts';

const packages = 'node_modules';
const HOUR = 3_600_000;
/** How long a file is kept that no build asks for. */
const KEPT_HOURS = 30 * 24;
/** How much is kept of one kind, in bytes, where those that were asked for last come first: the files of a handful of builds. */
const LIMIT = 400_000_000;

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const SUM_LENGTH = 32;

/** The files of one kind, such as `pictures`, that are kept for the project in `root`, up to a `limit` in bytes. */
export class KeptFiles {
  readonly #folder: string | null;

  constructor(root: string, kind: string, limit = LIMIT) {
    const folder = join(root, packages, '.cache', SLUG, kind);
    try {
      if (!existsSync(join(root, packages))) throw new Error('no packages');
      mkdirSync(folder, { recursive: true });
      this.#folder = folder;
      this.#dropOld(folder, limit);
    } catch {
      this.#folder = null;
    }
  }

  /** The bytes that are kept under this hash; `null` where there are none, or not as they were kept. */
  take(hash: string): Uint8Array | null {
    if (this.#folder === null) return null;
    const path = join(this.#folder, hash);
    try {
      const about = statSync(path);
      const kept = readFileSync(path);
      const bytes = kept.subarray(SUM_LENGTH);
      if (!kept.subarray(0, SUM_LENGTH).equals(sumOf(bytes))) return null;
      if (Date.now() - about.mtimeMs > HOUR) utimesSync(path, new Date(), new Date());
      return bytes;
    } catch {
      return null;
    }
  }

  /** Keeps the bytes under this hash, after their sum. Builds at the same time don't meet: a file is there whole or not at all. */
  keep(hash: string, bytes: Uint8Array): void {
    if (this.#folder === null) return;
    const half = join(this.#folder, `${hash}.${process.pid}`);
    try {
      writeFileSync(half, Buffer.concat([sumOf(bytes), bytes]));
      renameSync(half, join(this.#folder, hash));
    } catch {
      rmSync(half, { force: true });
    }
  }

  #dropOld(folder: string, limit: number): void {
    // Another build may drop the same files.
    const files = readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const about = statSync(path, { throwIfNoEntry: false });
      return about ? [{ path, size: about.size, asked: about.mtimeMs }] : [];
    });
    let sum = 0;
    for (const { path, size, asked } of files.sort((a, b) => b.asked - a.asked)) {
      sum += size;
      if (sum > limit || Date.now() - asked > KEPT_HOURS * HOUR) rmSync(path, { force: true });
    }
  }
}
