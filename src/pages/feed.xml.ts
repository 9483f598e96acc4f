import type { APIRoute } from 'astro';
import { editionFor } from '../site/edition.ts';
import { feedOf } from '../site/publish/feed.ts';
import { siteAddress } from '../site/site-address.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(feedOf(editionFor('en'), process.cwd(), siteAddress(site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
