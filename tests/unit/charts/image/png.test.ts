/** PNG files as another program reads them. */
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { palettePng } from '../../../../src/charts/image/png.ts';

/** The pixels of a PNG, read by a decoder that is not ours. */
function decoded(png: Uint8Array, width: number, height: number): Uint8Array {
  const link = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${link}" width="${width}" height="${height}" image-rendering="optimizeSpeed"/></svg>`;
  return Uint8Array.from(new Resvg(svg).render().pixels);
}

const opaque = (colours: readonly (readonly [number, number, number])[]): Uint8Array =>
  Uint8Array.from(colours.flatMap(([red, green, blue]) => [red, green, blue, 255]));

test('a picture of up to 256 colours comes back as it was, whatever its size', async () => {
  const byte = fc.integer({ min: 0, max: 255 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.tuple(byte, byte, byte), { minLength: 1, maxLength: 256 }),
      fc.infiniteStream(fc.nat()),
      async (width, height, colours, picks) => {
        const data = opaque(Array.from({ length: width * height }, () => colours[(picks.next().value ?? 0) % colours.length] ?? [0, 0, 0]));
        expect(decoded(await palettePng({ width, height, data }), width, height)).toEqual(data);
      },
    ),
    { numRuns: 60 },
  );
});

test('of more colours, the frequent ones stay and the rare ones become their nearest', async () => {
  const frequent = Array.from({ length: 256 }, (_, index) => [index, 0, 0] as const);
  const data = opaque([...frequent, ...frequent, [200, 3, 0]]);
  expect(decoded(await palettePng({ width: 27, height: 19, data }), 27, 19)).toEqual(opaque([...frequent, ...frequent, [200, 0, 0]]));
});
