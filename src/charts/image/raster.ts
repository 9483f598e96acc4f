/** PNG from SVG, with the fonts of the site and no others, so that every machine draws the same picture. */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { KeptFiles } from '../../data/kept-files.ts';
import type { Made, Wanted } from './raster-worker.ts';

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
  /**
   * Writes `svg`, which covers its whole sheet, as a PNG `file` at `scale` pixels a unit, in a process beside the caller's work. What an
   * earlier build has drawn is taken from there.
   */
  readonly png: (svg: string, scale: number, file: string) => Promise<void>;
}

/** Whatever decides on a picture besides its SVG: the renderer, the code that packs its pixels, the engine with its packer. The fonts come on top. */
const makers = (): string[] =>
  [...['png.ts', 'raster-worker.ts'].map((name) => join(import.meta.dirname, name)), require.resolve('@resvg/resvg-js/package.json')].map(
    (path) => readFileSync(path, 'utf8'),
  );

/**
 * Makes the fonts ready, and the processes: as many as the machine can run, beside the pages that are made meanwhile. They are no
 * threads, since what a thread has taken for pixels stays with the whole build when it ends. The renderer reads neither woff2 nor
 * variable axes, so each weight is cut out of the variable file as a static one. Pictures are kept for the project in `root`.
 */
async function makeRasteriser(root: string): Promise<Rasteriser & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-fonts-'));
  const files: string[] = [];
  const made = createHash('sha256').update(JSON.stringify([makers(), process.versions['zlib']]));
  for (const script of scripts) {
    const variable = readFileSync(require.resolve(`@fontsource-variable/golos-text/files/golos-text-${script}-wght-normal.woff2`));
    for (const weight of [400, 600]) {
      const file = join(folder, `${script}-${weight}.ttf`);
      const cut = await subsetFont(variable, letters, { targetFormat: 'sfnt', variationAxes: { wght: weight } });
      writeFileSync(file, cut);
      made.update(cut);
      files.push(file);
    }
  }
  const font = { fontFiles: files, loadSystemFonts: false, defaultFontFamily: 'Golos Text', sansSerifFamily: 'Golos Text' };
  const painters = Array.from({ length: availableParallelism() }, () => new Painter(font));
  const kept = new KeptFiles(root, 'pictures');
  const making = made.digest('hex');
  let next = 0;
  return {
    png: async (svg, scale, file) => {
      const hash = createHash('sha256')
        .update(JSON.stringify([making, scale, svg]))
        .digest('hex');
      const before = kept.take(hash);
      if (before) {
        writeFileSync(file, before);
        return;
      }
      const painter = painters[next++ % painters.length];
      if (painter === undefined) throw new Error('A rasteriser has no process.');
      await painter.make({ svg, scale, file });
      kept.keep(hash, readFileSync(file));
    },
    close: async () => {
      await Promise.all(painters.map((painter) => painter.end()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A rasteriser for as long as `use` works with it. */
export async function withRasteriser(root: string, use: (raster: Rasteriser) => Promise<void>): Promise<void> {
  const raster = await makeRasteriser(root);
  try {
    await use(raster);
  } finally {
    await raster.close();
  }
}

interface Order {
  readonly wanted: Wanted;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * How many pictures a process has in hand: one is drawn while the other is packed. Were it given all at once, it would draw them all
 * before it packs the first, and hold the pixels of each.
 */
const IN_HAND = 2;

/** Makes one picture after another, in the order in which they were asked for. Its process begins with the first. */
class Painter {
  readonly #font: unknown;
  readonly #waiting: Order[] = [];
  readonly #inHand: Order[] = [];
  #process: ChildProcess | null = null;

  constructor(font: unknown) {
    this.#font = font;
  }

  make(wanted: Wanted): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ wanted, resolve, reject });
      this.#feed();
    });
  }

  /** Ends the process. Pictures that nobody waits for any more are left unmade. */
  async end(): Promise<void> {
    this.#waiting.length = 0;
    this.#inHand.length = 0;
    if (this.#process === null || this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }

  #feed(): void {
    while (this.#inHand.length < IN_HAND) {
      const order = this.#waiting.shift();
      if (order === undefined) return;
      this.#inHand.push(order);
      this.#process ??= this.#begin();
      this.#process.send(order.wanted);
    }
  }

  #begin(): ChildProcess {
    const child = fork(join(import.meta.dirname, 'raster-worker.ts'), [JSON.stringify(this.#font)], {
      // What was given to the caller's Node is not meant for this one; faults go over as they are.
      execArgv: [],
      serialization: 'advanced',
    });
    child.on('message', ({ file, fault }: Made) => {
      const [order] = this.#inHand.splice(
        this.#inHand.findIndex(({ wanted }) => wanted.file === file),
        1,
      );
      if (fault === null) order?.resolve();
      else order?.reject(fault);
      this.#feed();
    });
    child.on('error', (fault) => this.#refuse(fault));
    child.on('exit', (code, signal) => this.#refuse(new Error(`The process that makes pictures ended with ${signal ?? code}.`)));
    return child;
  }

  /** Tells whoever waits that no picture will come. */
  #refuse(fault: unknown): void {
    for (const { reject } of [...this.#inHand.splice(0), ...this.#waiting.splice(0)]) reject(fault);
  }
}
