/** `licences.txt`: the texts that typefaces and packages ask to travel with each copy of them, made from the packages themselves. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NAME } from '../../data/name.ts';

const ownScripts = ['frame', 'loader', 'missing'].map((name) => `src/embed/${name}.ts`);

/** The text for the site that is built from `root`. Throws where a package that travels has no licence text. */
export async function licencesOf(root: string): Promise<string> {
  const names = [...new Set([...typefacesOf(root), ...(await packagesInScripts(root))])].sort();
  const parts = names.map((name) => partOf(join(root, 'node_modules', name), name));
  return [
    `${NAME}: text, charts and data under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), code under the MIT licence below.`,
    'Typefaces and scripts of others that stand in this site have their own licences, which follow. Typefaces are cut down to the letters',
    'and weights that are used here; where a name is reserved for the whole typeface, the cut one bears another inside.',
    heading(NAME),
    readFileSync(join(root, 'LICENSE'), 'utf8').trim(),
    ...parts,
    '',
  ].join('\n');
}

/** Packages whose files the style sheets name. */
export function typefacesOf(root: string): string[] {
  const css = sourcesOf(root, /\.css$/).map((file) => readFileSync(file, 'utf8'));
  return [...css.join('\n').matchAll(/url\("?((?:@[\w.-]+\/)?[a-z][\w.-]*)\/[^"')]+\.woff2"?\)/g)].map(([, name = '']) => name);
}

/** Packages that are bundled into what a browser runs: the scripts of pages and embeds, with all that they import. */
export async function packagesInScripts(root: string): Promise<string[]> {
  const entryPoints = [...ownScripts.map((file) => join(root, file)), ...pageScriptsOf(root)];
  const { metafile } = await build({
    entryPoints,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    outdir: 'unused',
    logLevel: 'error',
  });
  const inside = Object.keys(metafile.inputs).flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(inside)];
}

/** The scripts that pages name. */
function pageScriptsOf(root: string): string[] {
  return sourcesOf(root, /\.astro$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<script src="(\.[^"]+\.ts)"/g)].map(([, script = '']) => join(file, '..', script)),
  );
}

function sourcesOf(root: string, pattern: RegExp): string[] {
  const folder = join(root, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function partOf(folder: string, name: string): string {
  const { version, license }: { version: string; license: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} travels with the site, and its package has no licence text`);
  return `${heading(`${name} ${version} (${license})`)}\n${readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()}`;
}

const heading = (text: string): string => `\n\n${text}\n${'='.repeat(text.length)}\n`;
