/** A chart in the shape of a slide or a post: title, drawing, sources and date on a sheet of fixed size. */
import { type Size, widths } from '../kit/sizes.ts';
import { heightOf } from '../render.ts';
import { type Colours, type Drawn, escapeXml, type Provenance, withColours } from './svg-file.ts';
import { wrap } from './wrap.ts';

/** The shapes that are offered, by what their files are named after the chart's id, in pixels. */
export const shapes = {
  slide: { width: 1600, height: 900 },
  square: { width: 1080, height: 1080 },
  upright: { width: 1080, height: 1350 },
} as const;
export type Shape = keyof typeof shapes;

const PAD = 56;
const GAP = 20;
const LEADING = 1.3;
const FAMILY = "'Golos Text', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Sizes of title and foot; the first that leaves the drawing half of the sheet is taken, else the last. */
const sizes = [
  { title: 42, foot: 22 },
  { title: 36, foot: 19 },
  { title: 32, foot: 16 },
] as const;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** The picture as one SVG file. Of the two drawings the one is taken that fills more of the sheet. Nothing of the texts is cut. */
export function shapedPicture(chart: Drawn, provenance: Provenance, colours: Colours, shape: Shape): string {
  const { width, height } = shapes[shape];
  const inner = width - 2 * PAD;
  const set = (text: string, size: number, bold: boolean): Line[] =>
    wrap(text, inner, size, bold ? 'bold' : 'regular').map((line) => ({ text: line, size, bold }));
  const high = (lines: readonly Line[]): number => lines.reduce((sum, { size }) => sum + size * LEADING, 0);
  const layouts = sizes.map(({ title, foot }) => {
    const head = set(chart.title, title, true);
    const feet = [
      ...set(`${provenance.sources} ${provenance.asOf}`, foot, false),
      ...set(`${provenance.siteName} · ${provenance.licence} · ${provenance.version}`, foot, false),
    ];
    return { head, feet, room: height - 2 * PAD - 2 * GAP - high(head) - high(feet) };
  });
  const layout = layouts.find(({ room }) => room >= height / 2) ?? layouts.at(-1);
  if (layout === undefined) throw new RangeError('a shape has sizes');
  const { head, feet, room } = layout;
  const [drawing] = (Object.keys(widths) as Size[])
    .map((size) => {
      const tall = heightOf(chart.drawings[size]);
      return { markup: chart.drawings[size], width: widths[size], tall, scale: Math.min(inner / widths[size], room / tall) };
    })
    .sort((a, b) => area(b) - area(a));
  if (drawing === undefined) throw new RangeError('a chart has drawings');
  const wide = Math.floor(drawing.width * drawing.scale);
  const tall = Math.floor(drawing.tall * drawing.scale);
  const top = PAD + high(head) + GAP;
  const left = Math.round((width - wide) / 2);
  const placed = drawing.markup.replace(
    /^<svg /,
    `<svg x="${left}" y="${Math.round(top + (room - tall) / 2)}" width="${wide}" height="${tall}" color="var(--chart-ink)" overflow="visible" `,
  );
  const texts = written(head, PAD, '--chart-ink') + written(feet, height - PAD - high(feet), '--chart-muted');
  const told = [...chart.description, chart.note, provenance.sources, provenance.asOf, provenance.licence, provenance.version];
  return withColours(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FAMILY}" role="img" aria-labelledby="title desc">` +
      `<title id="title">${escapeXml(chart.title)}</title><desc id="desc">${escapeXml(told.filter((text) => text !== '').join(' '))}</desc>` +
      `<rect width="${width}" height="${height}" fill="var(--chart-paper)"/>${texts}${placed}</svg>`,
    colours,
  );
}

/** The pixels that a drawing covers. */
const area = ({ width, tall, scale }: { readonly width: number; readonly tall: number; readonly scale: number }): number =>
  width * tall * scale ** 2;

/** Lines of text one under another, the first beginning at `top`. */
function written(lines: readonly Line[], top: number, colour: string): string {
  let y = top;
  return lines
    .map(({ text, size, bold }) => {
      y += size * LEADING;
      return `<text x="${PAD}" y="${Math.round(y - size * 0.3)}" font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="var(${colour})">${escapeXml(text)}</text>`;
    })
    .join('');
}
