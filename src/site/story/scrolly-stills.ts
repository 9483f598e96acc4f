/** The stills of a passage through a chart, out of the chart's own drawing. */

/** A drawing that is higher than this is shown in parts: nobody prints a page a step, and no phone is that high. */
const TALL = 520;
/** The upper part of a tall drawing that names what its columns stand for. */
const AXIS = 40;

/** Size of a drawing, and where its left edge is, by its `viewBox`. */
function sizeOf(markup: string): { left: number; width: number; height: number } {
  const [, left = '0', width = '0', height = '0'] = /viewBox="(-?\d+) 0 (\d+) (\d+)"/.exec(markup) ?? [];
  return { left: Number(left), width: Number(width), height: Number(height) };
}

export function isTall(markup: string): boolean {
  return sizeOf(markup).height > TALL;
}

/** The words at the head of a tall drawing, which stay over each part of it. */
function axisWords(markup: string): string {
  const head = markup.slice(0, markup.indexOf('<g '));
  return [...head.matchAll(/<text [^>]*\by="([\d.]+)"[^>]*>[^<]*<\/text>/g)]
    .flatMap(([text, y]) => (Number(y) <= AXIS ? [text] : []))
    .join('');
}

/** The head of a tall drawing as a drawing of its own. */
export function axisOf(markup: string): string {
  const { left, width } = sizeOf(markup);
  return `<svg viewBox="${left} 0 ${width} ${AXIS}" font-size="13" aria-hidden="true">${axisWords(markup)}</svg>`;
}

/** The drawing with the rows in front and all others faint, under ids of its own; of a tall one, the part that holds them. */
export function stillOf(markup: string, prefix: string, id: string, rows: readonly number[]): string {
  const front = new Set(rows);
  const drawn = markup
    .replaceAll(`"${prefix}-`, `"${id}-`)
    .replaceAll(`(#${prefix}-`, `(#${id}-`)
    .replaceAll(`"#${prefix}-`, `"#${id}-`)
    .replace('role="img"', 'aria-hidden="true"')
    .replace(/<[^<>]* data-row="(\d+)"[^<>]*>/g, (tag, row: string) => faded(tag.replace(/ data-row="\d+"/, ''), front.has(Number(row))));
  const tops = [...markup.matchAll(/<g transform="translate\([\d.]+,([\d.]+)\)" data-row="(\d+)"/g)].flatMap(([, y, row]) =>
    front.has(Number(row)) ? [Number(y)] : [],
  );
  return isTall(markup) && tops.length > 0 ? cropped(drawn, markup, Math.min(...tops), Math.max(...tops)) : drawn;
}

/** A tag of a row: as it is in front, else faint, whatever else its class says of it. */
function faded(tag: string, inFront: boolean): string {
  if (inFront) return tag;
  return / class="/.test(tag) ? tag.replace(' class="', ' class="is-faint ') : tag.replace(/\/?>$/, (end) => ` class="is-faint"${end}`);
}

/** The part of a tall drawing from the first row in front to the last, under its head. */
function cropped(drawn: string, markup: string, first: number, last: number): string {
  const { left, width, height } = sizeOf(markup);
  const from = Math.max(0, Math.floor(first) - 64);
  const to = Math.min(height, Math.ceil(last) + 70);
  const head =
    from === 0
      ? ''
      : `<rect x="${left}" y="${from}" width="${width}" height="${AXIS}" fill="var(--chart-paper)"/><g transform="translate(0,${from})">${axisWords(markup)}</g>`;
  return drawn.replace(/viewBox="[^"]*"/, `viewBox="${left} ${from} ${width} ${to - from}"`).replace(/<\/svg>\s*$/, `${head}</svg>`);
}
