/** Typefaces, cut down to what the style sheets that name them declare: the letters of `unicode-range`, the weights of `font-weight`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/**
 * Cuts down every font file under `directory` that one of the style sheets names, and returns new links for old ones, from the
 * root of the site. Throws when two faces declare different things of one file, or a face declares no letters or weights.
 */
export async function cutFaces(directory: string, sheets: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = new Map<string, string>();
  for (const sheet of sheets) {
    for (const { link, declared } of facesOf(readFileSync(sheet, 'utf8'))) {
      if ((asked.get(link) ?? declared) !== declared) throw new Error(`${link} is declared with different letters or weights: ${declared}`);
      asked.set(link, declared);
    }
  }
  const renamed = new Map<string, string>();
  for (const [link, declared] of asked) {
    const path = join(directory, link);
    if (!existsSync(path)) throw new Error(`a style sheet names ${link}, which does not exist`);
    const { letters, weights } = JSON.parse(declared) as Declared;
    const [min, max] = weights;
    const font = await subsetFont(readFileSync(path), letters, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min, max, default: min } },
    });
    const hash = createHash('sha256').update(font).digest('base64url').slice(0, 8);
    const shorter = link.replace(/[^/]*$/, (name) => name.replace(/\.[^.]+(?=\.woff2$)/, `.${hash}`));
    rmSync(path);
    writeFileSync(join(directory, shorter), font);
    renamed.set(link, shorter);
  }
  return renamed;
}

interface Declared {
  readonly letters: string;
  readonly weights: readonly [min: number, max: number];
}

/** The font files of this site that a style sheet names, each with what it declares of them. */
function facesOf(css: string): { link: string; declared: string }[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face = '']) => {
    const link = /url\(["']?(\/[^"')]+\.woff2)["']?\)/.exec(face)?.[1];
    if (link === undefined) return [];
    const range = /unicode-range:([^;]+)/.exec(face)?.[1];
    const weights = /font-weight:\s*(\d+)\s+(\d+)/.exec(face);
    if (range === undefined || !weights) throw new Error(`the face of ${link} declares no unicode-range or no two weights`);
    const declared: Declared = { letters: lettersOf(range), weights: [Number(weights[1]), Number(weights[2])] };
    return [{ link, declared: JSON.stringify(declared) }];
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
