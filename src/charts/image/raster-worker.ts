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

/** What came of it: the file, and the fault or none. */
export interface Made {
  readonly file: string;
  readonly fault: unknown;
}

const font = workerData as ResvgRenderOptions['font'];

parentPort?.on('message', async ({ svg, scale, file }: Wanted) => {
  let made: Made = { file, fault: null };
  try {
    const { width, height, pixels } = new Resvg(svg, { ...(font && { font }), fitTo: { mode: 'zoom', value: scale } }).render();
    writeFileSync(file, await palettePng({ width, height, data: pixels }));
  } catch (fault) {
    made = { file, fault };
  }
  parentPort?.postMessage(made);
});
