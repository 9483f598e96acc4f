/** A chart as one SVG file that stands alone: title, drawing, sources, licence and version inside, text as text. */
import { widths } from '../kit/sizes.ts';
import type { RenderedChart } from '../render.ts';
import { wrap } from './wrap.ts';

/** What a file says of where it comes from. */
export interface Provenance {
  readonly siteName: string;
  /** `Sources: …` in words. */
  readonly sources: string;
  /** `Last count shown: …` in words. */
  readonly asOf: string;
  readonly licence: string;
  readonly version: string;
}

/** Values of the custom properties that drawings use: `--chart-ink` → `#1c1b19`. */
export type Colours = ReadonlyMap<string, string>;

const PAD = 24;
const FAMILY = "'Golos Text', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const fileWidth = widths.wide + 2 * PAD;

/** What pictures show of a chart. */
export type Drawn = Pick<RenderedChart, 'title' | 'subtitle' | 'note' | 'reading' | 'description' | 'drawings'>;

/** The file's markup and its height in units; its width is `fileWidth`. */
export function svgFile(chart: Drawn, provenance: Provenance, colours: Colours, drawingHeight: number): { svg: string; height: number } {
  const parts: string[] = [];
  let y = PAD;
  const lines = (text: string, size: number, weight: 'regular' | 'bold', colour: string, gap: number): void => {
    for (const line of wrap(text, widths.wide, size, weight)) {
      y += Math.round(size * 1.3);
      parts.push(
        `<text x="${PAD}" y="${y}" font-size="${size}" ${weight === 'bold' ? 'font-weight="600" ' : ''}fill="var(${colour})">${escapeXml(line)}</text>`,
      );
    }
    y += gap;
  };
  lines(chart.title, 19, 'bold', '--chart-ink', 4);
  lines(chart.subtitle, 14, 'regular', '--chart-muted', 14);
  parts.push(
    chart.drawings.wide.replace(
      /^<svg /,
      `<svg x="${PAD}" y="${y}" width="${widths.wide}" height="${drawingHeight}" color="var(--chart-ink)" overflow="visible" `,
    ),
  );
  y += drawingHeight + 6;
  if (chart.note !== '') lines(chart.note, 12, 'regular', '--chart-muted', 4);
  lines(`${provenance.sources} ${provenance.asOf}`, 12, 'regular', '--chart-muted', 4);
  lines(`${provenance.siteName} · ${provenance.licence} · ${provenance.version}`, 12, 'regular', '--chart-muted', PAD);
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fileWidth} ${y}" width="${fileWidth}" height="${y}" font-family="${FAMILY}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(chart.title)}</title><desc id="desc">${escapeXml([...chart.description, chart.note, chart.reading, provenance.sources, provenance.licence, provenance.version].filter((text) => text !== '').join(' '))}</desc>` +
    `<rect width="${fileWidth}" height="${y}" fill="var(--chart-paper)"/>`;
  return { svg: withColours(`${head}${parts.join('')}</svg>`, colours), height: y };
}

/** Puts plain colours in place of custom properties. Throws on one that has no value. */
export function withColours(svg: string, colours: Colours): string {
  return svg.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new RangeError(`the colour ${name} has no value`);
    return colour;
  });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
