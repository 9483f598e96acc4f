/** The process of `raster.ts` in which pictures become pixels, and pixels a file. */
import { writeFileSync } from 'node:fs';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { giveBackMemory } from '../../data/memory.ts';
import { palettePng } from './png.ts';

/** A picture that is wanted: its SVG, pixels a unit, and the PNG file to write. */
export interface Wanted {
  readonly svg: string;
  readonly scale: number;
  readonly file: string;
}

/** What came of it: the file, and the fault or none. */
export interface Made {
  readonly file: string;
  readonly fault: unknown;
}

const font: ResvgRenderOptions['font'] = JSON.parse(process.argv[2] ?? '{}');
/** After so many pictures what they took is given back: after fewer it takes longer, after more there is much of it. */
const GIVEN_BACK_AFTER = 4;
let pictures = 0;

process.on('message', async ({ svg, scale, file }: Wanted) => {
  let made: Made = { file, fault: null };
  try {
    const { width, height, pixels } = new Resvg(svg, { ...(font && { font }), fitTo: { mode: 'zoom', value: scale } }).render();
    writeFileSync(file, await palettePng({ width, height, data: pixels }));
  } catch (fault) {
    made = { file, fault };
  }
  process.send?.(made);
  if (++pictures % GIVEN_BACK_AFTER === 0) giveBackMemory();
});
