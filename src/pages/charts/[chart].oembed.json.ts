import type { APIRoute } from 'astro';
import { editionFor } from '../../site/edition.ts';
import { oembedOf } from '../../site/embeds/oembed.ts';
import { siteAddress } from '../../site/site-address.ts';

export const getStaticPaths = () => [...editionFor('en').charts.keys()].map((chart) => ({ params: { chart } }));

export const GET: APIRoute = ({ params, site }) =>
  Response.json(oembedOf(editionFor('en'), { chart: params['chart'] ?? '', version: null, quiet: false }, siteAddress(site)));
