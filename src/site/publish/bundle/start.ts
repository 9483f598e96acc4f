/** The first page of a bundle: the chart as a host's page shows it, and how to get it there. */
import { startingHeight } from '../../../embed/height.ts';
import type { Doc } from '../../embeds/docs.ts';
import { type EmbedView, measured } from '../../embeds/view.ts';
import { html, Markup } from '../../html.ts';

/** The page, as it is before links are made relative. `address` stands in the lines of `doc` for that of the host. */
export function startPage(view: EmbedView, doc: Doc, style: string, address: string): string {
  // In the page of a host the lines have the host's address; here they can tell it, once the folder is on a server.
  const ownAddress = `for (const code of document.querySelectorAll('code'))
  if (location.protocol.startsWith('http')) code.textContent = code.textContent.replaceAll(${JSON.stringify(address)}, new URL('.', location.href).href);`;
  const sheet = `${style}
body{max-width:44rem;margin:0 auto;font-size:1rem}
h1,h2{line-height:1.25}
iframe{display:block;width:100%;margin-block:1.5rem;border:1px solid var(--line)}
pre{padding:.6rem .75rem;border:1px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}
a{color:var(--link)}`;
  return html`<!doctype html>
<html lang="${view.lang}" dir="ltr"><head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${doc.title}</title>
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<style data-own>${new Markup(sheet)}</style>
</head><body>
<main>
<h1>${doc.title}</h1>
<iframe src="${view.path}" title="${view.chart.title}" height="${startingHeight(measured(view))}"></iframe>
${new Markup(doc.html)}
</main>
<script src="/embed.js"></script>
<script data-own>${new Markup(ownAddress)}</script>
</body></html>
`.text;
}
