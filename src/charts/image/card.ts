/** Cards of 1200 by 630 that links to a chart are shown with. */
import { widths } from '../kit/sizes.ts';
import { type Colours, type Drawn, escapeXml, withColours } from './svg-file.ts';
import { wrap } from './wrap.ts';

/** Pixels of a card, as previews of links ask for it. */
export const cardSize = { width: 1200, height: 630 } as const;
const { width: WIDTH, height: HEIGHT } = cardSize;
const PAD = 56;
const FAMILY = "'Golos Text', sans-serif";

function sheet(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="${FAMILY}"><rect width="${WIDTH}" height="${HEIGHT}" fill="var(--chart-paper)"/>${content}</svg>`;
}

/** The chart's title over its drawing. */
export function chartCard(chart: Drawn, siteName: string, colours: Colours, drawingHeight: number): string {
  const size = 36;
  const title = wrap(chart.title, WIDTH - 2 * PAD, size, 'bold').slice(0, 4);
  const lines = title.map(
    (line, index) =>
      `<text x="${PAD}" y="${PAD + size + index * size * 1.2}" font-size="${size}" font-weight="600" fill="var(--chart-ink)">${escapeXml(line)}</text>`,
  );
  const top = PAD + size + title.length * size * 1.2 - 14;
  const room = HEIGHT - top - 62;
  const scale = Math.min(room / drawingHeight, (WIDTH - 2 * PAD) / widths.wide);
  const drawing = chart.drawings.wide.replace(
    /^<svg /,
    `<svg x="${PAD}" y="${Math.round(top)}" width="${Math.round(widths.wide * scale)}" height="${Math.round(drawingHeight * scale)}" color="var(--chart-ink)" overflow="visible" `,
  );
  const name = `<text x="${PAD}" y="${HEIGHT - 28}" font-size="22" fill="var(--chart-muted)">${escapeXml(siteName)}</text>`;
  return withColours(sheet(lines.join('') + drawing + name), colours);
}

/** A card that shows no names and no figures, for readers who must not be seen with either: rows of dots. */
export function neutralCard(colours: Colours): string {
  const dots: string[] = [];
  for (let row = 0; row < 9; row++) {
    for (let column = 0; column < 18; column++) {
      dots.push(
        `<circle cx="${90 + column * 60}" cy="${75 + row * 60}" r="14" fill="${(row + column) % 5 === 0 ? 'none' : 'var(--chart-muted)'}" stroke="var(--chart-muted)" stroke-width="3"/>`,
      );
    }
  }
  return withColours(sheet(dots.join('')), colours);
}
