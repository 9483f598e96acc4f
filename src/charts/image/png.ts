/**
 * PNG with a palette. A drawing is made of a few hundred colours, so one byte a pixel holds it, in a third of the size that
 * full colour takes and in less time.
 */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify(deflate);
const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const MOST_COLOURS = 256;

/** Pixels row by row, four bytes each: red, green, blue, and opacity, which is full. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The file. Colours beyond the 256 most frequent, which are shades at the edges of letters, become the nearest of these. */
export async function palettePng({ width, height, data }: Pixels): Promise<Uint8Array> {
  const { colours, counts, numbers, ends, length } = runsOf(wordsOf(data), width);
  const { palette, placeOf } = paletteOf(colours, counts);
  // Each row begins with the number of its filter; with a palette, none is the best: 0, as the most frequent colour is.
  const rows = new Uint8Array(height * (width + 1));
  for (let run = 0, at = 0, shift = 1; run < length; run++) {
    const end = ends[run] ?? 0;
    const place = placeOf[numbers[run] ?? 0] ?? 0;
    if (place !== 0) for (; at < end; at++) rows[at + shift] = place;
    at = end;
    if (at === shift * width) shift++;
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  // Eight bits a pixel, of colours in a palette.
  header.setUint8(8, 8);
  header.setUint8(9, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', await compress(rows, { level: 5 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A pixel a word, read where it lies: a picture of twice the size has seven megabytes. A word can begin at a multiple of four only. */
export function wordsOf(data: Uint8Array): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}

type Colour = readonly [red: number, green: number, blue: number];

/** The colour of a pixel that was read as one number, in the byte order of the machine. */
function colourOf(pixel: number): Colour {
  const [red = 0, green = 0, blue = 0] = new Uint8Array(Uint32Array.of(pixel).buffer);
  return [red, green, blue];
}

/** Slots of the table in which colours are looked up, a power of two: far more than a drawing has colours, so that a look is enough. */
const SLOT_BITS = 16;

/** Pixels of one colour that follow one another in a row. */
interface Runs {
  /** The colours in the order in which they come, and how many pixels each has. */
  readonly colours: number[];
  readonly counts: number[];
  /** Of each run, the number of its colour and the pixel after it. */
  readonly numbers: Uint16Array;
  readonly ends: Uint32Array;
  readonly length: number;
}

/**
 * Most pixels are like the one before, so a run of them is looked up once. The table is one of its own, since a `Map` keeps such numbers
 * as objects and takes four times as long. Throws on more colours than the table holds.
 */
function runsOf(pixels: Uint32Array, width: number): Runs {
  const slots = 1 << SLOT_BITS;
  const keys = new Uint32Array(slots);
  const known = new Int32Array(slots).fill(-1);
  const numbers = new Uint16Array(pixels.length);
  const ends = new Uint32Array(pixels.length);
  const colours: number[] = [];
  const counts: number[] = [];
  let length = 0;
  for (let at = 0, row = width; at < pixels.length; length++) {
    const begun = at;
    const pixel = pixels[at] ?? 0;
    while (at < row && pixels[at] === pixel) at++;
    if (at === row) row += width;
    let slot = Math.imul(pixel, 0x9e3779b1) >>> (32 - SLOT_BITS);
    while (known[slot] !== -1 && keys[slot] !== pixel) slot = (slot + 1) % slots;
    let number = known[slot] ?? -1;
    if (number === -1) {
      number = colours.length;
      if (number === slots - 1) throw new RangeError(`a picture of ${slots} colours and more is no drawing`);
      known[slot] = number;
      keys[slot] = pixel;
      colours.push(pixel);
      counts.push(0);
    }
    counts[number] = (counts[number] ?? 0) + at - begun;
    numbers[length] = number;
    ends[length] = at;
  }
  return { colours, counts, numbers, ends, length };
}

/** The most frequent colours, and for the number of each colour its place among them. */
function paletteOf(
  colours: readonly number[],
  counts: readonly number[],
): { readonly palette: readonly Colour[]; readonly placeOf: Uint8Array } {
  const order = colours
    .map((pixel, number) => ({ pixel, number, count: counts[number] ?? 0 }))
    .sort((one, other) => other.count - one.count || one.pixel - other.pixel);
  const palette = order.slice(0, MOST_COLOURS).map(({ pixel }) => colourOf(pixel));
  const placeOf = new Uint8Array(colours.length);
  for (const [place, { pixel, number }] of order.entries())
    placeOf[number] = place < MOST_COLOURS ? place : nearest(palette, colourOf(pixel));
  return { palette, placeOf };
}

/** The place of the palette's colour that is nearest to another; of two that are equally near, the first. */
function nearest(palette: readonly Colour[], [red, green, blue]: Colour): number {
  let place = 0;
  let least = Number.POSITIVE_INFINITY;
  // Counted by hand, since a drawing has hundreds of rare colours, and an iterator takes ten times as long.
  for (let index = 0; index < palette.length; index++) {
    const colour = palette[index];
    if (colour === undefined) break;
    const distance = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
    if (distance >= least) continue;
    least = distance;
    place = index;
  }
  return place;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length);
  bytes.write(type, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), content.length + 8);
  return bytes;
}
