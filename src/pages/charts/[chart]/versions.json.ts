import type { APIRoute } from 'astro';
import { editionFor } from '../../../site/edition.ts';
import { siteAddress } from '../../../site/site-address.ts';
import { versionsOf } from '../../../site/versions.ts';

export const getStaticPaths = () => [...editionFor('en').charts.keys()].map((chart) => ({ params: { chart } }));

export const GET: APIRoute = ({ params, site }) => Response.json(versionsOf('en', params['chart'] ?? '', siteAddress(site)));
