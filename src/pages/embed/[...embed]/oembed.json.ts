/** oEmbed's answer for each embed, beside it: following the data or pinned, quiet or not. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Choice } from '../../../embed/addresses.ts';
import { editionFor } from '../../../site/edition.ts';
import { oembedOf } from '../../../site/embeds/oembed.ts';
import { viewOf } from '../../../site/embeds/offered.ts';
import { embedRoutes } from '../../../site/embeds/routes.ts';
import { siteAddress } from '../../../site/site-address.ts';

interface Props {
  readonly tag: string;
  readonly choice: Choice;
}

export const getStaticPaths = (() =>
  embedRoutes().flatMap(({ params: { path }, props: { tag, choice, to } }) =>
    to === null && viewOf(tag, choice) ? [{ params: { embed: path }, props: { tag, choice } }] : [],
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { tag, choice }, site }) => {
  const view = viewOf(tag, choice);
  if (!view) throw new RangeError(`there is no embed ${choice.chart} of ${choice.version}`);
  return Response.json(oembedOf(view, choice, editionFor(tag).strings.siteName, siteAddress(site)));
};
