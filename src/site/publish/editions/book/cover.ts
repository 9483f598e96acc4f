/** The cover of a book: its title on a plain sheet, with the mark of the site. */
import { escapeXml } from '../../../../charts/image/svg-file.ts';
import { wrap } from '../../../../charts/image/wrap.ts';

const WIDTH = 800;
const HEIGHT = 1200;
const PAD = 80;

export interface CoverWords {
  readonly title: string;
  readonly tagline: string;
  /** In small letters at the foot. */
  readonly state: string;
}

/** The drawing. Its letters are those of the sans family. */
export function coverSvg({ title, tagline, state }: CoverWords): string {
  const lines = (text: string, size: number, y: number, weight: number, fill: string): string =>
    wrap(text, WIDTH - 2 * PAD, size, weight > 400 ? 'bold' : 'regular')
      .map(
        (line, index) =>
          `<text x="${PAD}" y="${y + index * size * 1.2}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`,
      )
      .join('');
  const below = 420 + wrap(title, WIDTH - 2 * PAD, 76, 'bold').length * 76 * 1.2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="'Golos Text', sans-serif">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fcfbf8"/>`,
    `<rect x="${PAD + 3}" y="${PAD + 3}" width="160" height="160" fill="none" stroke="#777" stroke-width="12"/>`,
    `<circle cx="${PAD + 83}" cy="${PAD + 83}" r="43" fill="#b3261e"/>`,
    lines(title, 76, 420, 600, '#1c1b19'),
    lines(tagline, 36, below, 400, '#1c1b19'),
    lines(state, 24, HEIGHT - PAD - 28, 400, '#595650'),
    '</svg>',
  ].join('');
}
