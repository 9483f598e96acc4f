/**
 * oEmbed's answers: static files that pages point to, for editors that turn a pasted address into a frame. The page of a chart
 * has `/charts/<id>.oembed.json`, each embed an `oembed.json` beside it.
 */
import { cardSize } from '../../charts/image/card.ts';
import type { Choice } from '../../embed/addresses.ts';
import { ARTICLE_WIDTH, heightsOf, LEAST_WIDTH, type Measured, startingHeight } from '../../embed/height.ts';
import { escapeHtml, frameCode } from '../../embed/snippets.ts';
import { type EmbedView, measured, titleOf } from './view.ts';

/**
 * The answer for an embed, whose view is that of the choice. Built once, so it can't heed a consumer's `maxwidth`: the frame
 * takes the width it is given. See https://oembed.com.
 */
export function oembedOf(view: EmbedView, choice: Choice, provider: string, site: string) {
  const size = measured(view);
  const title = titleOf(view);
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: provider,
    provider_url: site,
    cache_age: 86_400,
    html: linkFor(view, site) + frameCode({ choice, theme: 'auto', site, title, measured: size }),
    width: ARTICLE_WIDTH,
    height: startingHeight(size),
    heights: narrowerHeights(size),
    ...thumbnail(choice, site),
  } as const;
}

/** The same as a file. */
export const oembedText = (...asked: Parameters<typeof oembedOf>): string => JSON.stringify(oembedOf(...asked));

/** Heights at narrower widths, which oEmbed has no field for: for the function that heeds `maxwidth`. */
function narrowerHeights(size: Measured): Record<string, number> {
  const height = heightsOf(size);
  const widths = Array.from({ length: Math.ceil((ARTICLE_WIDTH - LEAST_WIDTH) / 40) }, (_, step) => LEAST_WIDTH + step * 40);
  return Object.fromEntries(widths.map((width) => [width, height(width)]));
}

/**
 * WordPress brings its own script for heights only where a quotation stands before the frame: it shows that to readers without
 * scripts, and the frame to the others. Elsewhere it is hidden. A quiet embed links nowhere, and has the words alone.
 */
function linkFor({ chart: { title }, quiet, page }: EmbedView, site: string): string {
  const words = escapeHtml(title);
  const link = quiet ? words : `<a href="${escapeHtml(site + page.slice(1))}">${words}</a>`;
  return `<blockquote hidden>${link}</blockquote>`;
}

/** The card of the chart. It shows names and follows the data, so a quiet embed has the neutral one, and a pinned one has none. */
function thumbnail({ chart, version, quiet, language }: Choice, site: string) {
  if (version !== null && !quiet) return {};
  return {
    thumbnail_url: quiet ? `${site}charts/neutral-card.png` : `${site}charts/${chart}${language ? `.${language}` : ''}-card.png`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
  };
}
