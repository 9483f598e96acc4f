import type { APIRoute } from 'astro';
import { editionFor } from '../../site/edition.ts';
import { oembedOf } from '../../site/embeds/oembed.ts';
import { embedView } from '../../site/embeds/view.ts';
import { siteAddress } from '../../site/site-address.ts';

export const getStaticPaths = () => [...editionFor('en').charts.keys()].map((chart) => ({ params: { chart } }));

export const GET: APIRoute = ({ params, site }) => {
  const edition = editionFor('en');
  const choice = { chart: params['chart'] ?? '', version: null, quiet: false };
  return Response.json(oembedOf(embedView(edition, choice), choice, edition.strings.siteName, siteAddress(site)));
};
