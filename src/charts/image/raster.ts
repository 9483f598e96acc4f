/** PNG from SVG, with the fonts of the site and no others, so that every machine draws the same picture. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { palettePng } from './png.ts';

const require = createRequire(import.meta.url);
/** Files of the sans family by script: one picture may hold Latin, Polish and Belarusian letters. */
const scripts = ['latin', 'latin-ext', 'cyrillic'];
/** Every letter that a title, a label or a name may hold. */
const letters = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]
  .flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
  .join('');

export interface Rasteriser {
  /** PNG bytes of `svg`, which covers its whole sheet, at `scale` pixels a unit. Compressed beside the caller's work. */
  readonly png: (svg: string, scale: number) => Promise<Uint8Array>;
  readonly close: () => void;
}

/**
 * Makes the fonts ready. The renderer reads neither woff2 nor variable axes, so each weight is cut out of
 * the variable file as a static one.
 */
export async function makeRasteriser(): Promise<Rasteriser> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-fonts-'));
  const files: string[] = [];
  for (const script of scripts) {
    const variable = readFileSync(require.resolve(`@fontsource-variable/golos-text/files/golos-text-${script}-wght-normal.woff2`));
    for (const weight of [400, 600]) {
      const file = join(folder, `${script}-${weight}.ttf`);
      writeFileSync(file, await subsetFont(variable, letters, { targetFormat: 'sfnt', variationAxes: { wght: weight } }));
      files.push(file);
    }
  }
  const font = { fontFiles: files, loadSystemFonts: false, defaultFontFamily: 'Golos Text', sansSerifFamily: 'Golos Text' };
  return {
    png: (svg, scale) => {
      const { width, height, pixels } = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } }).render();
      return palettePng({ width, height, data: pixels });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
