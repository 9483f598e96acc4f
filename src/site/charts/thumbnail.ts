/** A drawing small enough to tell charts apart by: its marks without its words. */

/** The marks of the drawing of `chart`, under ids of their own, to be cut to a card of any shape from its upper middle. */
export function marksOf(markup: string, chart: string): string {
  const own = `thumb-${chart}-`;
  return markup
    .replaceAll(/<text\b[^>]*>.*?<\/text>/gs, '')
    .replaceAll(/ data-row="\d+"| aria-[a-z]+="[^"]*"| role="img"/g, '')
    .replaceAll(`id="${chart}-`, `id="${own}`)
    .replaceAll(`url(#${chart}-`, `url(#${own}`)
    .replaceAll(`href="#${chart}-`, `href="#${own}`)
    .replace('<svg ', '<svg preserveAspectRatio="xMidYMin slice" ');
}
