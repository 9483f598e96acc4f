/** What the story transfers: its document and styles, its scripts before and after a reader does anything, its typefaces. */
import { readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'parse5';
import { languages, pathIn } from '../../../src/site/languages.ts';
import { attribute, elementsOf } from '../../../src/site/publish/finish/tree.ts';
import { dist, hold, line, transferred } from './budget.ts';

/** Of the text, letters of other alphabets than the Latin take two bytes each, which gzip makes up for in part only. */
const budget = { text: 250_000, textOfOtherLetters: 268_000, scripts: 40_000, early: 10_000 };

export async function storyBytes(): Promise<void> {
  const pages = languages.flatMap(({ tag, intl }) =>
    ['/index.html', '/read/index.html'].map((page) => ({
      page: pathIn(tag, page).slice(1),
      text: new Intl.Locale(intl).maximize().script === 'Latn' ? budget.text : budget.textOfOtherLetters,
    })),
  );
  for (const { page, text } of pages) {
    const { styles, carried, scripts, faces } = linkedFrom(page);
    if (styles.length + carried === 0 || scripts.length === 0)
      throw new Error(`${page} has no styles or no scripts: run npm run build first.`);
    const { early, late } = await modulesOf(scripts);
    console.log(`\n${page}`);
    for (const name of [page, ...styles, ...early, ...late, ...faces]) console.log(line(transferred(name), name));
    hold('document and styles', sum([page, ...styles]), text);
    hold('scripts before anything is done', sum(early), budget.early);
    hold('scripts in all', sum([...early, ...late]), budget.scripts);
    console.log(line(sum(faces), 'typefaces that are asked for at once'));
  }
}

const sum = (names: readonly string[]): number => names.reduce((total, name) => total + transferred(name), 0);

/** Files of the site that a page names in its markup, as paths from the root of the site, and the number of style sheets that it carries. */
function linkedFrom(page: string): { styles: string[]; carried: number; scripts: string[]; faces: string[] } {
  const at = (link: string): string => posix.join(posix.dirname(page), link);
  const styles: string[] = [];
  const scripts: string[] = [];
  const faces: string[] = [];
  let carried = 0;
  for (const element of elementsOf(parse(readFileSync(join(dist, page), 'utf8')))) {
    if (element.tagName === 'style') carried++;
    const link = attribute(element, element.tagName === 'script' ? 'src' : 'href');
    if (link === undefined) continue;
    if (element.tagName === 'script') scripts.push(at(link));
    if (element.tagName !== 'link') continue;
    const rel = attribute(element, 'rel');
    if (rel === 'stylesheet') styles.push(at(link));
    if (rel === 'modulepreload') scripts.push(at(link));
    if (rel === 'preload' && attribute(element, 'as') === 'font') faces.push(at(link));
  }
  return { styles, carried, scripts, faces };
}

/** The scripts with what they import: at once, or only when something is done. */
async function modulesOf(scripts: readonly string[]): Promise<{ early: string[]; late: string[] }> {
  const { metafile } = await build({
    entryPoints: [...new Set(scripts)].map((name) => join(dist, name)),
    absWorkingDir: dist,
    bundle: true,
    metafile: true,
    write: false,
    format: 'esm',
    outdir: 'bundled',
    logLevel: 'error',
  });
  const early = new Set<string>();
  const follow = (name: string): void => {
    if (early.has(name)) return;
    early.add(name);
    for (const { path, kind } of metafile.inputs[name]?.imports ?? []) if (kind === 'import-statement') follow(path);
  };
  for (const name of scripts) follow(relative(dist, join(dist, name)).split(sep).join('/'));
  return { early: [...early], late: Object.keys(metafile.inputs).filter((name) => !early.has(name)) };
}
