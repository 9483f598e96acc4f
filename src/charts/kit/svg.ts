/** From what Plot or D3 drew to the SVG that a page carries. */
import { type PlotOptions, plot } from '@observablehq/plot';
import type { Parts } from './chart.ts';
import type { Frame } from './frame.ts';
import { tieToRows } from './rows.ts';
import { margins, widths } from './sizes.ts';

const numeric = new Set(['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'transform', 'points']);

/** Draws with Plot on the frame's document and at its size, and ties its marks to the chart's rows. */
export function drawPlot(frame: Frame, options: PlotOptions): SVGSVGElement {
  tieToRows(options.marks, frame.rows);
  const drawn = plot({
    document: frame.document,
    width: frame.width,
    height: frame.height,
    ...options,
    style: { fontSize: `${frame.fontSize}px` },
  });
  if (drawn.tagName.toLowerCase() !== 'svg') throw new TypeError('a chart draws its own title and legend: expected Plot to return an SVG');
  return drawn as SVGSVGElement;
}

const FOOT = 'data-foot';

/** Says how high a drawing turned out, where its rows decide that: the sheet ends there. */
export function endSheet(svg: SVGSVGElement, bottom: number): SVGSVGElement {
  svg.setAttribute(FOOT, String(Math.ceil(bottom)));
  return svg;
}

/** Takes the height from where `endSheet` left it, or else from the frame. */
function heightOf(svg: SVGSVGElement, frame: Frame): number {
  const foot = svg.getAttribute(FOOT);
  svg.removeAttribute(FOOT);
  const height = foot === null ? frame.height : Number(foot);
  if (height <= 0) throw new TypeError('expected a chart without a height of its own to end its sheet, found none');
  return height;
}

/**
 * The markup of a drawing: no inline style (a strict policy blocks it), no fixed size, no labels on plain
 * groups, ids of its own, coordinates to a tenth. `name` is unique on any page. Marks of rows that
 * fall into parts say to which part they belong.
 */
export function toMarkup(svg: SVGSVGElement, frame: Frame, name: string, parts: Parts | null = null): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) tidy(element, name);
  for (const mark of parts ? svg.querySelectorAll('[data-row]') : []) {
    const part = parts?.rows[Number(mark.getAttribute('data-row'))];
    if (part !== undefined) mark.setAttribute('data-part', String(part));
  }
  svg.setAttribute('viewBox', `${-margins[frame.size]} 0 ${widths[frame.size]} ${heightOf(svg, frame)}`);
  svg.setAttribute('class', `chart-svg chart-svg-${frame.size}`);
  svg.setAttribute('font-size', String(frame.fontSize));
  svg.setAttribute('role', 'img');
  return svg.outerHTML;
}

function tidy(element: Element, name: string): void {
  for (const attribute of [...element.attributes]) {
    const { name: key, value } = attribute;
    if (key === 'style' || key === 'font-family' || key.startsWith('aria-')) element.removeAttribute(key);
    else if (key === 'id') element.setAttribute(key, `${name}-${value}`);
    else if (key.endsWith('href') && value.startsWith('#')) element.setAttribute(key, `#${name}-${value.slice(1)}`);
    else if (value.startsWith('url(#')) element.setAttribute(key, `url(#${name}-${value.slice(5)}`);
    else if (numeric.has(key))
      element.setAttribute(
        key,
        value.replace(/-?\d+\.\d{2,}/g, (found) => String(Math.round(Number(found) * 10) / 10)),
      );
  }
  if (element.tagName.toLowerCase() === 'svg') for (const key of ['width', 'height', 'xmlns:xlink']) element.removeAttribute(key);
}
