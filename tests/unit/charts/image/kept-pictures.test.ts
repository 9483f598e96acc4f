/** Pictures that an earlier build has made are the same as if they were drawn anew. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { withRasteriser } from '../../../../src/charts/image/raster.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function project(): { root: string; kept: () => string[]; folder: string } {
  const root = mkdtempSync(join(tmpdir(), 'kept-'));
  made.push(root);
  mkdirSync(join(root, 'node_modules'));
  const folder = join(root, 'node_modules/.cache/no-empty-cells/pictures');
  return { root, folder, kept: () => readdirSync(folder) };
}

const svg = (fill: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10"><rect width="20" height="10" fill="${fill}"/></svg>`;

async function draw(root: string, fill: string, name: string, scale = 1): Promise<Buffer> {
  const file = join(root, name);
  await withRasteriser(root, (raster) => raster.png(svg(fill), scale, file));
  return readFileSync(file);
}

test('the same picture is drawn once, another colour or size is another picture', async () => {
  const { root, kept } = project();
  const first = await draw(root, '#c00', 'a.png');
  expect(kept()).toHaveLength(1);
  expect(await draw(root, '#c00', 'b.png')).toEqual(first);
  expect(kept()).toHaveLength(1);
  expect(await draw(root, '#0c0', 'c.png')).not.toEqual(first);
  expect(await draw(root, '#c00', 'd.png', 2)).not.toEqual(first);
  expect(kept()).toHaveLength(3);
});

test('what is kept is taken, unless it was cut short', async () => {
  const { root, kept, folder } = project();
  const red = await draw(root, '#c00', 'red.png');
  const [name = ''] = kept();
  const green = await draw(root, '#0c0', 'green.png');
  const other = kept().find((each) => each !== name) ?? '';
  copyFileSync(join(folder, other), join(folder, name));
  expect(await draw(root, '#c00', 'taken.png')).toEqual(green);
  truncateSync(join(folder, name), green.length - 5);
  expect(await draw(root, '#c00', 'anew.png')).toEqual(red);
});

test('a picture that no build has asked for in a month is dropped, one in use stays', async () => {
  const { root, kept, folder } = project();
  await draw(root, '#c00', 'old.png');
  const [name = ''] = kept();
  const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
  utimesSync(join(folder, name), days(20), days(20));
  await draw(root, '#c00', 'asked.png');
  await draw(root, '#0c0', 'other.png');
  expect(kept()).toHaveLength(2);
  for (const each of kept()) utimesSync(join(folder, each), days(31), days(31));
  await draw(root, '#00c', 'last.png');
  expect(kept()).toHaveLength(1);
});

test('without packages, and where nothing can be kept, pictures are drawn all the same', async () => {
  const { root } = project();
  rmSync(join(root, 'node_modules'), { recursive: true });
  const drawn = await draw(root, '#c00', 'a.png');
  writeFileSync(join(root, 'node_modules'), 'a file');
  expect(await draw(root, '#c00', 'b.png')).toEqual(drawn);
});

test('a picture that can’t be drawn is told, and the others are drawn', async () => {
  const { root } = project();
  await withRasteriser(root, async (raster) => {
    const [fault, good] = await Promise.allSettled([
      raster.png('<svg xmlns="http://www.w3.org/2000/svg"', 1, join(root, 'bad.png')),
      raster.png(svg('#00c'), 1, join(root, 'good.png')),
    ]);
    expect(fault).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/parsing failed/) } });
    expect(good.status).toBe('fulfilled');
    // After the fault, the same process goes on.
    await raster.png(svg('#0cc'), 1, join(root, 'next.png'));
  });
  expect(
    readdirSync(root)
      .filter((name) => name.endsWith('.png'))
      .sort(),
  ).toEqual(['good.png', 'next.png']);
});
