/** `/sitemap.xml`, made from the finished pages, so that none is forgotten and none is listed that asks not to be. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'parse5';
import { fullAddress } from '../../site-address.ts';
import { attribute, type Element, elementsOf } from './tree.ts';

/** Writes the sitemap of the built site in `directory`. `modified` is the day, as YYYY-MM-DD, on which its data last changed. */
export function writeSitemap(directory: string, site: string | undefined, modified: string): void {
  const pages = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /(^|\/)index\.html$/.test(name) && mayBeListed(readFileSync(join(directory, name), 'utf8')))
    .map((name) => fullAddress(name.replace(/index\.html$/, ''), site))
    .sort();
  const urls = pages.map((page) => `<url><loc>${escapeXml(page)}</loc><lastmod>${modified}</lastmod></url>\n`);
  const open = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
  writeFileSync(join(directory, 'sitemap.xml'), `${open}${urls.join('')}</urlset>\n`);
}

/** Neither a page that asks not to be listed nor one that only leads to another. */
function mayBeListed(html: string): boolean {
  return ![...elementsOf(parse(html))].some((element) => element.tagName === 'meta' && (isNoindex(element) || isRefresh(element)));
}

const isNoindex = (meta: Element): boolean => attribute(meta, 'name') === 'robots' && /noindex/.test(attribute(meta, 'content') ?? '');
const isRefresh = (meta: Element): boolean => attribute(meta, 'http-equiv')?.toLowerCase() === 'refresh';
const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
