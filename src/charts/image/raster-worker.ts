/** The thread of `raster.ts` in which pictures become pixels, and pixels a file. */
import { writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { palettePng } from './png.ts';

/** A picture that is wanted: its SVG, pixels a unit, and the PNG file to write. */
export interface Wanted {
  readonly svg: string;
  readonly scale: number;
  readonly file: string;
}

/** What came of it: the fault, or none. */
export type Made = { readonly fault: unknown } | null;

const font = workerData as ResvgRenderOptions['font'];

/** The renderer has one family, and looks through a list of families for each letter: a third of its time. The pixels are the same. */
const oneFamily = (svg: string): string => svg.replaceAll(/ font-family="'Golos Text'[^"]*"/g, ' font-family="Golos Text"');

parentPort?.on('message', async ({ svg, scale, file }: Wanted) => {
  let made: Made = null;
  try {
    const { width, height, pixels } = new Resvg(oneFamily(svg), { ...(font && { font }), fitTo: { mode: 'zoom', value: scale } }).render();
    writeFileSync(file, await palettePng({ width, height, data: pixels }));
  } catch (fault) {
    made = { fault };
  }
  parentPort?.postMessage(made);
});
