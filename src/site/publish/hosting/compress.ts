/**
 * Puts a gzip and a Brotli twin beside each text file, which servers send as it is. Pages are kept by no browser, so without twins a
 * server would compress the whole story anew for each reader.
 */
import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bareType, textTypes, typeOf } from './rules.ts';

/** Below this a twin saves no packet. In bytes. */
const SMALLEST = 1024;

/** What most readers load is worth the seconds that Brotli takes for its last tenth; other pages are not, and its ninth level takes six times the eighth’s for a three-hundredth. */
const best = 11;
const quick = 8;
const most = /^(?:(?:read\/)?index\.html|embed\.js|assets\/.*)$/;

/** Whether a file, named by its path from the root of the site, has twins. Those for hosts have none. */
export function hasTwins(path: string, size: number): boolean {
  const type = typeOf(path);
  return size >= SMALLEST && type !== null && textTypes.includes(bareType(type)) && !path.startsWith('hosting/');
}

/** Compresses the files of `directory`, several at a time, and returns how many. The same bytes come out on every machine with the same Node. */
export async function compressFiles(directory: string): Promise<number> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((path) => {
      const about = statSync(join(directory, path));
      return about.isFile() && hasTwins(path, about.size);
    });
  const { length } = paths;
  const workers = Array.from({ length: availableParallelism() + 1 }, async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) await compress(directory, path);
  });
  await Promise.all(workers);
  return length;
}

/** Compresses one file of `directory` anew. */
export async function compress(directory: string, path: string): Promise<void> {
  const file = join(directory, path);
  const bytes = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: most.test(path) ? best : quick,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
}
