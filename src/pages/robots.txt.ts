/**
 * Everything may be crawled. Embeds and the neutral variant ask in their heads not to be listed; were they
 * disallowed here, no crawler would read that, and their bare addresses could still be listed.
 */
import type { APIRoute } from 'astro';
import { fullAddress } from '../site/site-address.ts';

export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${fullAddress('/sitemap.xml', site)}\n`);
