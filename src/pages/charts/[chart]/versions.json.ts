import type { APIRoute } from 'astro';
import { namesOf } from '../../../charts/names.ts';
import { charts } from '../../../charts/registry.ts';
import { versionsOf } from '../../../site/embeds/versions.ts';
import { firstLanguage } from '../../../site/languages.ts';
import { siteAddress } from '../../../site/site-address.ts';

export const getStaticPaths = () => charts.flatMap((chart) => namesOf(chart).map((name) => ({ params: { chart: name } })));

export const GET: APIRoute = ({ params, site }) => Response.json(versionsOf(firstLanguage, params['chart'] ?? '', siteAddress(site)));
