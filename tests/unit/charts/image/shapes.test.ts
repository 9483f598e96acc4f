/** Pictures for slides and posts: each holds the whole title, the sources and the date, and its drawing stands clear of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Shape, shapedPicture, shapes } from '../../../../src/charts/image/shapes.ts';
import { coloursOf, type Pictured, picturesOf } from '../../../../src/site/charts/images.ts';
import { loadEdition } from '../../../../src/site/edition.ts';

const edition = loadEdition(process.cwd(), 'en');
const colours = coloursOf(readFileSync('src/site/shell/styles/tokens.css', 'utf8'), 'light');
const pictures: Pictured[] = [...edition.charts.values()].flatMap((chart) => picturesOf(edition, chart));
const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');

interface Seen {
  readonly texts: readonly { readonly y: number; readonly size: number; readonly words: string }[];
  readonly drawing: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
}

/** The lines of the sheet, which come before the drawing, and the place of the drawing. */
function seen(svg: string): Seen {
  const at = svg.indexOf('<svg x=');
  const [, x, y, width, height] = /^<svg x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/.exec(svg.slice(at)) ?? [];
  const texts = [...svg.slice(0, at).matchAll(/<text x="\d+" y="(\d+)" font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)].map(
    ([, line, size, words = '']) => ({ y: Number(line), size: Number(size), words: plain(words) }),
  );
  return { texts, drawing: { x: Number(x), y: Number(y), width: Number(width), height: Number(height) } };
}

describe.each(Object.keys(shapes) as Shape[])('as %s', (shape) => {
  const sheet = shapes[shape];

  test('every chart has its whole title, sources and date, and a drawing that fills the room between them', () => {
    expect(pictures.length).toBeGreaterThan(edition.charts.size);
    for (const { file, chart, provenance } of pictures) {
      const svg = shapedPicture(chart, provenance, colours, shape);
      expect(svg, file).not.toContain('var(--');
      expect(
        svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"') && svg.includes(`viewBox="0 0 ${sheet.width} ${sheet.height}"`),
      ).toBe(true);
      const { texts, drawing } = seen(svg);
      const words = texts.map((line) => line.words).join(' ');
      for (const told of [chart.title, provenance.sources, provenance.asOf, provenance.version, provenance.siteName])
        expect(words, file).toContain(plain(told));
      const above = texts.filter(({ y }) => y < drawing.y);
      const below = texts.filter(({ y }) => y >= drawing.y);
      expect(above.map((line) => line.words).join(' '), file).toBe(plain(chart.title));
      for (const { y, size } of below) expect(y - size, file).toBeGreaterThanOrEqual(drawing.y + drawing.height - 1);
      for (const { y } of texts) expect(y, file).toBeLessThan(sheet.height - 40);
      expect(drawing.x, file).toBeGreaterThanOrEqual(56);
      expect(drawing.x + drawing.width, file).toBeLessThanOrEqual(sheet.width - 55);
      // It reaches from side to side or from title to foot.
      const room = Math.min(...below.map(({ y, size }) => y - size)) - Math.max(...above.map(({ y }) => y));
      expect(drawing.width >= sheet.width - 114 || drawing.height >= room - 80, `${file}: ${drawing.width} by ${drawing.height}`).toBe(
        true,
      );
      expect(drawing.height, file).toBeGreaterThan(sheet.height / 4);
    }
  });
});

test('a quiet picture has no name that the open one has', () => {
  const quiet = pictures.filter((picture) => picture.quiet);
  expect(quiet.length).toBeGreaterThan(0);
  const people = (edition.data.read('people')?.rows ?? []).map(({ values }) => String(values['name'] ?? '')).filter((name) => name !== '');
  expect(people.length).toBeGreaterThan(20);
  for (const { file, chart, provenance } of quiet) {
    const svg = plain(shapedPicture(chart, provenance, colours, 'square'));
    for (const name of people) expect(svg, file).not.toContain(name);
  }
});
