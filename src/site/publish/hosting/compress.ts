/**
 * Puts a gzip and a Brotli twin beside each text file, which servers send as it is. Pages are kept by no browser, so without twins a
 * server would compress the whole story anew for each reader.
 */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { KeptFiles } from '../../../data/kept-files.ts';
import { bareType, textTypes, typeOf } from './rules.ts';

/** Below this a twin saves no packet. In bytes. */
const SMALLEST = 1400;

/** What a release keeps: its files and its embeds, of which there are hundreds more with each. */
const frozen = /\/\d+\.\d+\.\d+\//;
/** Whether a file, named by its path from the root of the site, is what a release keeps. */
export const isFrozen = (path: string): boolean => frozen.test(path);
/** Its files, which programs fetch now and then: a server may compress them as it answers. */
const forPrograms = /^data\/\d+\.\d+\.\d+\//;

/**
 * Levels of Brotli. What every page loads is small and takes the highest. The story, in each language, takes the tenth: the eleventh
 * makes it smaller by a fortieth in three times the time. Other pages take the eighth; the ninth makes them smaller by a three-hundredth
 * in six times the time. What is frozen takes the fifth: by a hundred-and-fiftieth larger than
 * the eighth, in two fifths of the time.
 */
const levels = [
  { of: /^(?:embed\.js|assets\/.*)$/, level: 11 },
  { of: /^(?:[a-z]{2,3}\/)?index\.html$/, level: 10 },
  { of: frozen, level: 5 },
] as const;
const otherwise = 8;

/** Whether a file, named by its path from the root of the site, has twins. Those for hosts have none, nor the files of releases. */
export function hasTwins(path: string, size: number): boolean {
  const type = typeOf(path);
  return size >= SMALLEST && type !== null && textTypes.includes(bareType(type)) && !path.startsWith('hosting/') && !forPrograms.test(path);
}

/** Compresses files as they are added, several at a time, beside what else the process does. */
export class Compressor {
  readonly #directory: string;
  readonly #kept: KeptFiles | null;
  readonly #waiting: string[] = [];
  readonly #done = new Set<string>();
  #working = 0;
  #ended: Promise<unknown>[] = [];
  readonly #faults: unknown[] = [];

  /** For files of `directory`. `keptIn`: the project that keeps twins for its next builds, of which most files are the same again; `null`: none. */
  constructor(directory: string, keptIn: string | null = null) {
    this.#directory = directory;
    this.#kept = keptIn === null ? null : new KeptFiles(keptIn, 'twins');
  }

  /** Adds a file that will not change any more, by its path from the root of the site. One that has no twins, or was added before, is left out. */
  add(path: string): void {
    if (this.#done.has(path)) return;
    const about = statSync(join(this.#directory, path));
    if (!about.isFile() || !hasTwins(path, about.size)) return;
    this.#done.add(path);
    this.#waiting.push(path);
    if (this.#working > availableParallelism()) return;
    this.#working++;
    this.#ended.push(this.#work());
  }

  /** Adds every file that is there and `wanted`. */
  addAll(wanted: (path: string) => boolean = () => true): void {
    for (const name of readdirSync(this.#directory, { recursive: true, encoding: 'utf8' })) {
      const path = name.split(sep).join('/');
      if (wanted(path)) this.add(path);
    }
  }

  /** Waits until all that was added has its twins, and returns how many files that are. Throws the first fault. */
  async finish(): Promise<number> {
    await Promise.all(this.#ended);
    this.#ended = [];
    if (this.#faults.length > 0) throw this.#faults[0];
    return this.#done.size;
  }

  async #work(): Promise<void> {
    try {
      for (let path = this.#waiting.pop(); path !== undefined; path = this.#waiting.pop())
        await compress(this.#directory, path, this.#kept);
    } catch (fault) {
      // It is told when the end is waited for.
      this.#faults.push(fault);
    } finally {
      this.#working--;
    }
  }
}

/** Compresses every file of `directory` that has twins. `keptIn` as above. */
export async function compressAll(directory: string, keptIn: string | null = null): Promise<number> {
  const compressor = new Compressor(directory, keptIn);
  compressor.addAll();
  return compressor.finish();
}

const { zlib, brotli } = process.versions;

/** Compresses one file of `directory` anew, or takes what was kept of the same bytes. The same bytes come out on every machine with the same Node. */
export async function compress(directory: string, path: string, kept: KeptFiles | null = null): Promise<void> {
  const file = join(directory, path);
  const bytes = await readFile(file);
  const quality = levels.find(({ of }) => of.test(path))?.level ?? otherwise;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const level = frozen.test(path) ? constants.Z_DEFAULT_COMPRESSION : constants.Z_BEST_COMPRESSION;
  const twin = async (made: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const hash = createHash('sha256').update(`${made} `).update(bytes).digest('hex');
    const before = kept?.take(hash);
    if (before) return before;
    const twin = await make();
    kept?.keep(hash, twin);
    return twin;
  };
  await writeFile(`${file}.gz`, await twin(`gzip ${zlib} ${level}`, () => promisify(gzip)(bytes, { level })));
  await writeFile(`${file}.br`, await twin(`brotli ${brotli} ${quality}`, () => promisify(brotliCompress)(bytes, { params })));
}
