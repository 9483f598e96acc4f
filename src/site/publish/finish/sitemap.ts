/** `/sitemap.xml`, made from the finished pages, so that none is forgotten and none is listed that asks not to be. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullAddress } from '../../site-address.ts';
import { attribute, type Document, type Element, elementsOf } from './tree.ts';

/** Writes the sitemap of the built site in `directory`: `pages` are paths of files. `modified` is the day, as YYYY-MM-DD, on which its data last changed. */
export function writeSitemap(directory: string, pages: readonly string[], site: string | undefined, modified: string): void {
  const addresses = pages
    .filter((name) => /(^|\/)index\.html$/.test(name))
    .map((name) => fullAddress(name.replace(/index\.html$/, ''), site))
    .sort();
  const urls = addresses.map((page) => `<url><loc>${escapeXml(page)}</loc><lastmod>${modified}</lastmod></url>\n`);
  const open = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
  writeFileSync(join(directory, 'sitemap.xml'), `${open}${urls.join('')}</urlset>\n`);
}

/** Whether search engines may list a page: not where it asks not to be listed, nor where it only leads to another. */
export function mayBeListed(document: Document): boolean {
  return !elementsOf(document).some((element) => element.tagName === 'meta' && (isNoindex(element) || isRefresh(element)));
}

const isNoindex = (meta: Element): boolean => attribute(meta, 'name') === 'robots' && /noindex/.test(attribute(meta, 'content') ?? '');
const isRefresh = (meta: Element): boolean => attribute(meta, 'http-equiv')?.toLowerCase() === 'refresh';
const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
