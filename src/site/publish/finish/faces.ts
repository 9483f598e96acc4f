/** Typefaces, cut down to what the style sheets that name them declare: the letters of `unicode-range`, the weights of `font-weight`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { RIGHTS, withoutReservedNames } from './font-names.ts';

/**
 * Gives each face of the style sheets a font file of its own, cut down to what the face declares, and removes the whole ones. Returns,
 * for each whole file, the link of what the first face that names it was given, from the root of the site: pages may ask for it early.
 * Throws when a face declares no letters or no two weights, or names a file that does not exist.
 */
export async function cutFaces(directory: string, sheets: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cut = new Map<string, string>();
  const first = new Map<string, string>();
  for (const sheet of sheets) {
    let css = readFileSync(sheet, 'utf8');
    for (const { text, link, letters, weights } of facesOf(css)) {
      const key = JSON.stringify([link, letters, weights]);
      const shorter = cut.get(key) ?? (await cutFont(directory, link, letters, weights));
      cut.set(key, shorter);
      if (!first.has(link)) first.set(link, shorter);
      css = css.replace(text, text.replace(link, shorter));
    }
    writeFileSync(sheet, css);
  }
  for (const link of first.keys()) rmSync(join(directory, link));
  return first;
}

type Weights = readonly [min: number, max: number];

async function cutFont(directory: string, link: string, letters: string, [min, max]: Weights): Promise<string> {
  const path = join(directory, link);
  if (!existsSync(path)) throw new Error(`a style sheet names ${link}, which does not exist`);
  const variationAxes = { wght: { min, max, default: min } };
  // Twice: names can be changed only in a font that is not packed.
  const plain = await subsetFont(readFileSync(path), letters, { targetFormat: 'sfnt', variationAxes, preserveNameIds: [...RIGHTS] });
  const font = await subsetFont(withoutReservedNames(plain), letters, { targetFormat: 'woff2', preserveNameIds: [...RIGHTS] });
  const hash = createHash('sha256').update(font).digest('base64url').slice(0, 8);
  const shorter = link.replace(/\.[^./]+\.woff2$/, `.${hash}.woff2`);
  writeFileSync(join(directory, shorter), font);
  return shorter;
}

/** The faces of a style sheet that have a font file of this site, each with what it declares. */
function facesOf(css: string): { text: string; link: string; letters: string; weights: Weights }[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([text, face = '']) => {
    const link = /url\(["']?(\/[^"')]+\.woff2)["']?\)/.exec(face)?.[1];
    if (link === undefined) return [];
    const range = /unicode-range:([^;]+)/.exec(face)?.[1];
    const weights = /font-weight:\s*(\d+)\s+(\d+)/.exec(face);
    if (range === undefined || !weights) throw new Error(`the face of ${link} declares no unicode-range or no two weights`);
    return [{ text, link, letters: lettersOf(range), weights: [Number(weights[1]), Number(weights[2])] }];
  });
}

/** `U+41-43, U+20??` as text. */
function lettersOf(range: string): string {
  return range
    .split(',')
    .flatMap((part) => {
      const [first = '', last = first] = part.trim().slice(2).split('-');
      const from = Number.parseInt(first.replaceAll('?', '0'), 16);
      const to = Number.parseInt(last.replaceAll('?', 'f'), 16);
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    })
    .join('');
}
