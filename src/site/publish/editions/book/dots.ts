/** The dots of the opening as pictures of their own: a book has neither the styles of the page nor its colours. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Colours, withColours } from '../../../../charts/image/svg-file.ts';

/** What `shell/styles/opening.css` draws each kind of dot with. */
const strokes: Readonly<Record<string, string>> = {
  'opening-dots-held': '--chart-held',
  'opening-dots-freed': '--chart-freed',
  'opening-dots-paper': '--chart-paper',
  'opening-dots-died': '--chart-died-stroke',
  'opening-dots-died-fill': '--chart-died-fill',
};

/** The file of a drawing, as it stands in the page. Throws on a kind of dot that is not known, which would be drawn in no colour. */
export function dotsFile(svg: Element, colours: Colours): string {
  const [, , width = '', height = ''] = /^(\S+) (\S+) (\S+) (\S+)$/.exec(String(svg.properties['viewBox']))?.slice(1) ?? [];
  const markup = toHtml(svg, { space: 'svg', closeEmptyElements: true })
    .replace(/ class="(opening-dots-[a-z-]+)"/g, (_, name: string) => {
      const stroke = strokes[name];
      if (stroke === undefined) throw new RangeError(`the dots ${name} have no colour`);
      return ` stroke="var(${stroke})"`;
    })
    .replace(/^<svg class="opening-drawing"/, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`)
    .replace(/(<svg[^>]*>)/, `$1<rect width="${width}" height="${height}" fill="var(--chart-paper)"/>`)
    .replace(' aria-hidden="true"', '');
  return withColours(markup, colours);
}
