import type { APIRoute } from 'astro';
import { editionFor } from '../../site/edition.ts';
import { inEachLanguage } from '../../site/languages.ts';
import { feedOf } from '../../site/publish/feed.ts';
import { siteAddress } from '../../site/site-address.ts';

export const getStaticPaths = () => inEachLanguage();

export const GET: APIRoute<{ readonly tag: string }> = ({ site, props: { tag } }) =>
  new Response(feedOf(editionFor(tag), process.cwd(), siteAddress(site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
