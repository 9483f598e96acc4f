/** `npm run embed:bundle -- <chart> [<chart> …] [--version v] [--language tag] [--at URL] [--out DIR]`: charts for another server, as a folder and a zip. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { zipFiles } from '../data/exports/zip.ts';
import { SLUG } from '../data/name.ts';
import { loadEdition } from '../site/edition.ts';
import { folderOf } from '../site/languages.ts';
import { siteOrStop } from './asked-site.ts';
import { readCall, refuseOccupied, sourcesFor, usage } from './bundle-call.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

await runOrSay([], async () => {
  const call = readCall(process.argv.slice(2));
  if (call === null) {
    console.log(usage);
    return;
  }
  const { site: address } = siteOrStop();
  const site = address === undefined ? undefined : new URL(address);
  const now = loadEdition(projectRoot, call.language);
  const sources = sourcesFor(projectRoot, call, now);
  const [first] = sources;
  if (first === undefined) throw new RangeError('a call names a chart');
  const what = sources.length === 1 ? first.id : `${sources.length}-charts`;
  const name = [SLUG, what, first.version, folderOf(call.language) ?? []].flat().join('-');
  const folder = resolve(call.out ?? name);
  const archive = `${folder}.zip`;
  refuseOccupied(folder, archive);
  const { bundleOf } = await import('../site/publish/bundle/several.ts');
  const files = await bundleOf(projectRoot, now, sources, { address: call.at ?? `https://news.example/${name}/`, site });
  write(folder, archive, files, zipFiles(files, name, first.released));
  console.log(`wrote ${folder} with ${files.size} files, and ${archive}`);
});

function write(folder: string, archive: string, files: ReadonlyMap<string, Uint8Array>, zip: Uint8Array): void {
  try {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    writeFileSync(archive, zip);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Stop(`${folder} can't be written (${code}); name another folder with --out.`);
  }
}
