/** oEmbed's answer for a chart: a static file that the chart's page points to, for editors that turn a pasted address into a frame. */
import { cardSize } from '../charts/image/card.ts';
import { ARTICLE_WIDTH, startingHeight } from '../embed/height.ts';
import { frameCode } from '../embed/snippets.ts';
import type { Edition } from './edition.ts';
import { embedView, measured } from './embed-view.ts';

/** Built once, so it can't heed a consumer's `maxwidth`: the frame takes the width it is given. See https://oembed.com. */
export function oembedOf(edition: Edition, id: string, site: string) {
  const choice = { chart: id, version: null, quiet: false };
  const view = embedView(edition, choice);
  const size = measured(view);
  return {
    type: 'rich',
    version: '1.0',
    title: view.chart.title,
    provider_name: edition.strings.siteName,
    provider_url: site,
    cache_age: 86_400,
    html: frameCode({ choice, theme: 'auto', site, title: view.chart.title, measured: size }),
    width: ARTICLE_WIDTH,
    height: startingHeight(size),
    thumbnail_url: `${site}charts/${id}-card.png`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
  } as const;
}
