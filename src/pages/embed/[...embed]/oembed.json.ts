/** oEmbed's answer for each embed, beside it. `publish/embeds.ts` writes them with the embeds; the dev server makes them here. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Choice } from '../../../embed/addresses.ts';
import { editionFor } from '../../../site/edition.ts';
import { oembedText } from '../../../site/embeds/oembed.ts';
import { viewOf } from '../../../site/embeds/offered.ts';
import { embedRoutes } from '../../../site/embeds/routes.ts';
import { siteAddress } from '../../../site/site-address.ts';

interface Props {
  readonly tag: string;
  readonly choice: Choice;
}

export const getStaticPaths = (() =>
  embedRoutes().flatMap(({ params: { path }, props: { tag, choice, to } }) =>
    import.meta.env.DEV && to === null ? [{ params: { embed: path }, props: { tag, choice } }] : [],
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { tag, choice }, site }) => {
  const view = viewOf(tag, choice);
  if (!view) return new Response('{}', { status: 404, headers: { 'Content-Type': 'application/json' } });
  const text = oembedText(view, choice, editionFor(tag).strings.siteName, siteAddress(site));
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
};
