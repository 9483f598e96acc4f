/** oEmbed's answer for each embed, beside it: following the data or pinned, quiet or not. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Choice, embedPath } from '../../../embed/addresses.ts';
import { editionFor } from '../../../site/edition.ts';
import { oembedOf } from '../../../site/embeds/oembed.ts';
import { pinnedFor } from '../../../site/embeds/pinned.ts';
import type { EmbedEdition } from '../../../site/embeds/view.ts';
import { siteAddress } from '../../../site/site-address.ts';

interface Props {
  readonly edition: EmbedEdition;
  readonly choice: Choice;
}

export const getStaticPaths = (() => {
  const editions = [
    { edition: editionFor('en'), version: null },
    ...pinnedFor('en').map(({ release: { version }, edition }) => ({ edition, version })),
  ];
  return editions.flatMap(({ edition, version }) =>
    [...(edition?.charts.keys() ?? [])].flatMap((chart) =>
      [false, true].map((quiet) => {
        const choice = { chart, version, quiet };
        return { params: { embed: embedPath(choice).replace(/^\/embed\/|\/$/g, '') }, props: { edition, choice } };
      }),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { edition, choice }, site }) => Response.json(oembedOf(edition, choice, siteAddress(site)));
