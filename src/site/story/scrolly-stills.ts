/** The stills of a passage through a chart, out of the chart's own drawing. */
import { parseHTML } from 'linkedom';

/** A drawing that is higher than this is shown in parts: nobody prints a page a step, and no phone is that high. */
const TALL = 520;
/** The upper part of a tall drawing that names what its columns stand for. */
const AXIS = 40;
/** How high a row of a tall drawing is, with what reaches over and under it. */
const ROW = 40;

/** How far above its place a heading of rows reaches. */
const HEADING = 16;

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
    .replace('role="img"', 'aria-hidden="true"');
  const svg = parseHTML(drawn).document.querySelector('svg');
  if (!svg) throw new TypeError('expected a drawing in a passage, found none');
  const inFront: Element[] = [];
  for (const mark of svg.querySelectorAll('[data-row]')) {
    if (front.has(Number(mark.getAttribute('data-row')))) inFront.push(mark);
    else mark.classList.add('is-faint');
    mark.removeAttribute('data-row');
  }
  const headings = [...svg.querySelectorAll('[data-sort-heading]')];
  for (const line of svg.querySelectorAll('[data-sort-name], [data-sort-heading]'))
    for (const { name } of [...line.attributes]) if (name.startsWith('data-sort-')) line.removeAttribute(name);
  if (isTall(markup)) crop(svg, axisWords(markup), inFront, headings);
  return svg.outerHTML;
}

/**
 * Leaves of a tall drawing the part from the first row in front to the last, under its head; where these lie too far from one another for
 * a screen, them alone, one under the other. Of a group that has no row in front nothing stays: its heading under another's row would be
 * read as if it were about that row. A still weighs what it shows.
 */
function crop(svg: Element, axis: string, inFront: readonly Element[], headings: readonly Element[]): void {
  const rows = inFront.flatMap((row) => {
    const top = topOf(row);
    return top === null ? [] : [{ row, top }];
  });
  if (rows.length === 0 || rows.length < inFront.length) return;
  const { left, width, height } = sizeOf(svg.outerHTML);
  const [first, last] = [Math.min(...rows.map(({ top }) => top)), Math.max(...rows.map(({ top }) => top))];
  const groups = headings.flatMap((heading) => topOf(heading) ?? []).sort((a, b) => a - b);
  const groupOf = (top: number): number => groups.findLastIndex((begun) => begun <= top);
  const shown = new Set(rows.map(({ top }) => groupOf(top)));
  const next = groups[groupOf(last) + 1] ?? height;
  let from = Math.max(0, Math.floor(first) - 64);
  let to = Math.min(height, Math.ceil(last) + 70, next - HEADING);
  if (to - from > TALL) {
    for (const element of [...svg.children]) if (topOf(element) !== null && !inFront.includes(element)) element.remove();
    rows.sort((a, b) => a.top - b.top);
    for (const [index, { row }] of rows.entries()) row.setAttribute('transform', `translate(0,${2 * AXIS + index * ROW})`);
    svg.insertAdjacentHTML('beforeend', axis);
    [from, to] = [0, 2 * AXIS + rows.length * ROW];
  } else {
    for (const element of [...svg.children]) {
      const top = topOf(element);
      const strange = element.localName === 'g' && top !== null && groups.length > 0 && !shown.has(groupOf(top));
      if (top !== null && (strange || top < from - ROW || top > to + ROW)) element.remove();
    }
    if (from > 0)
      svg.insertAdjacentHTML(
        'beforeend',
        `<rect x="${left}" y="${from}" width="${width}" height="${AXIS}" fill="var(--chart-paper)"></rect><g transform="translate(0,${from})">${axis}</g>`,
      );
  }
  svg.setAttribute('viewBox', `${left} ${from} ${width} ${to - from}`);
}

/** Where a group or a word stands; `null` for what may reach over the whole drawing. */
function topOf(element: Element): number | null {
  if (element.localName === 'text' && element.hasAttribute('y')) return Number(element.getAttribute('y'));
  const [, y] = /^translate\([-\d.]+,([-\d.]+)\)$/.exec(element.localName === 'g' ? (element.getAttribute('transform') ?? '') : '') ?? [];
  return y === undefined ? null : Number(y);
}
