/** `npm run mirror:zip [-- --out FILE]`: the whole built site in one archive, for those who keep copies. The same site gives the same bytes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { descriptorFile } from '../data/descriptor.ts';
import { zipFiles } from '../data/exports/zip.ts';
import { filesUnder, sumsFile } from '../data/versions/sums.ts';
import { CopyFault, openCopy } from '../site/publish/proof/copy.ts';
import { toldOf, verifyCopy } from '../site/publish/proof/verify.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

const usage = 'npm run mirror:zip [-- --out FILE]';
/** What was compressed when it was made. */
const packed = /\.(?:br|gz|png|zip|woff2|parquet|epub|pdf)$/;

await runOrSay([CopyFault], async () => {
  const out = readOut(process.argv.slice(2));
  const dist = join(projectRoot, 'dist');
  if (!existsSync(join(dist, sumsFile))) throw new Stop(`There is no whole site in ${dist}: run npm run build first.`);
  const result = await verifyCopy(openCopy(dist));
  if (result.findings.length > 0) throw new Stop([...toldOf(dist, result, {}), 'Build it anew: npm run build'].join('\n'));
  const { name, version, created } = z
    .looseObject({ name: z.string(), version: z.string(), created: z.string() })
    .parse(JSON.parse(readFileSync(join(dist, 'data', descriptorFile), 'utf8')));
  const files = new Map(filesUnder(dist).map((file) => [file, readFileSync(join(dist, file))]));
  const folder = `${name}-site-${version}`;
  const zip = zipFiles(files, folder, created.slice(0, 10), packed);
  const path = resolve(out ?? `${folder}.zip`);
  try {
    writeFileSync(path, zip);
  } catch (error) {
    // No half archive is left.
    rmSync(path, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Stop(`${path} can't be written (${code}): name another place with --out.`);
  }
  console.log(`${createHash('sha256').update(zip).digest('hex')}  ${path}`);
  console.log(`${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB. Anyone can hold it against its sums: npm run verify -- ${path}`);
});

function readOut(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { out: { type: 'string' } } }).values.out;
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
}
