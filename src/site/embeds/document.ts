/**
 * One chart as a document of its own, for a frame on another page: nothing to fetch, complete without its script. Written without
 * Astro, since every release adds a hundred of them.
 */
import { html, Markup } from '../html.ts';
import { fullAddress } from '../site-address.ts';
import { drawingOn } from '../story/figure/drawing.ts';
import { partsChoice } from '../story/figure/parts.ts';
import { stringsOf } from '../strings/all.ts';
import type { EmbedAssets } from './assets.ts';
import { type EmbedView, titleOf } from './view.ts';

/** The document, as it is before the finishing pass: its links begin at the root of the site, which stands at `site` where that is known. */
export function embedDocument(view: EmbedView, assets: EmbedAssets, site: URL | string | undefined): string {
  const { chart, words, lang, page, path, corrected, quiet } = view;
  // Some consumers fetch the address as it stands, so it is whole where the site's own is known.
  const whole = (link: string): string => (site === undefined ? link : fullAddress(link, site));
  // Both drawings say the same; the one that does not fit is not displayed, so nothing is read twice.
  const drawing = (svg: string): Markup =>
    new Markup(drawingOn(svg, { name: 'aria-labelledby="title"', described: 'description' }, words.noDrawing));
  const away = (to: string, text: string): Markup => html`<a href="${to}" target="_blank" rel="noopener">${text}</a>`;
  const rows = chart.rows.map(({ cells }, nth) => {
    const part = chart.parts?.rows[nth];
    const texts = cells.map(({ text, numeric }, index) => {
      if (index === 0) return html`<th scope="row">${text}</th>`;
      return numeric ? html`<td class="numeric">${text}</td>` : html`<td>${text}</td>`;
    });
    return html`<tr${part !== undefined && html` data-part="${part}"`}>${texts}</tr>`;
  });
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(view)}</title>
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="${whole(page)}">
<link rel="alternate" type="application/json+oembed" href="${whole(`${path}oembed.json`)}">
<style data-own>${new Markup(assets.style)}</style>
<script data-own>${new Markup(assets.script)}</script>`;
  const body = html`<figure class="chart" aria-labelledby="title">
<figcaption><p class="chart-title" id="title">${chart.title}</p><p class="chart-subtitle">${chart.subtitle}</p></figcaption>
${chart.parts && partsChoice(chart.parts, 'part', view.part)}
<div class="chart-wide">${drawing(chart.drawings.wide)}</div>
<div class="chart-narrow">${drawing(chart.drawings.narrow)}</div>
<div class="visually-hidden" id="description">${chart.description.map((sentence) => html`<p>${sentence}</p>`)}</div>
${chart.note !== '' && html`<p class="note">${chart.note}</p>`}
${chart.reading !== '' && html`<details class="note"><summary>${words.reading}</summary><p>${chart.reading}</p></details>`}
<p>${words.line} ${!quiet && away(page, words.more)}</p>
${corrected && html`<p class="corrected">${corrected.text} ${corrected.link !== null && away(corrected.link, stringsOf(lang).embed.correctedMore)}</p>`}
<details class="rows"><summary>${words.table}</summary>
<div class="table-scroll" tabindex="0" role="region" aria-labelledby="title"><table>
<thead><tr>${chart.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>
</details>
</figure>`;
  return html`<!doctype html>
<html lang="${lang}" dir="ltr" data-chart="${chart.id}"><head>
${head}
</head><body>
${body}
</body></html>`.text;
}
