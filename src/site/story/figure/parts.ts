/** A choice of one part of a chart, without script: `parts.css` lets the marks and rows of the others step back. */
import type { RenderedParts } from '../../../charts/render.ts';
import { html, type Markup } from '../../html.ts';

/**
 * `name` makes the group of buttons its own on a page with several charts; `chosen` is the number of the part that is chosen from the
 * start, from 1; 0 for all.
 */
export function partsChoice(parts: RenderedParts, name: string, chosen = 0): Markup {
  const choices = [parts.all, ...parts.names].map(
    (label, index) =>
      html` <label><input type="radio" name="${name}" value="${index}"${index === chosen && html` checked`}>${label}</label>`,
  );
  return html`<fieldset class="chart-parts"><legend>${parts.legend}</legend>${choices}</fieldset>`;
}
