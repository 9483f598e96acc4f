import type { APIRoute } from 'astro';
import { charts } from '../../../charts/registry.ts';
import { editionFor } from '../../../site/edition.ts';
import { oembedOf } from '../../../site/embeds/oembed.ts';
import { embedView } from '../../../site/embeds/view.ts';
import { folderOf, inEachLanguage } from '../../../site/languages.ts';
import { siteAddress } from '../../../site/site-address.ts';

export const getStaticPaths = () => inEachLanguage(charts.map(({ id }) => ({ params: { chart: id }, props: {} })));

export const GET: APIRoute<{ readonly tag: string }> = ({ params, site, props: { tag } }) => {
  const edition = editionFor(tag);
  const choice = { chart: params['chart'] ?? '', version: null, quiet: false, language: folderOf(tag) };
  return Response.json(oembedOf(embedView(edition, choice), choice, edition.strings.siteName, siteAddress(site)));
};
