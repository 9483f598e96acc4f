/** Links from the root of the site become relative ones, so that it works under any path, from a mirror, and from a folder. */
import { attribute, type Document, elementsOf } from './tree.ts';

const linking = new Set(['href', 'src', 'action', 'poster', 'data']);

/** Rewrites the links of the page at `page` (its path from the root of the site, such as `charts/held/index.html`). */
export function relativeLinks(document: Document, page: string): void {
  mapLinks(document, (link) => relativeTo(page, link));
}

/** Puts the path of the site before links from its root. */
export function rootedLinks(document: Document, base: string): void {
  mapLinks(document, (link) => (link.startsWith('/') && !link.startsWith('//') ? base + link.slice(1) : link));
}

/** Replaces every link of the page by what `change` returns for it, but not those of elements with the attribute `unless`. */
export function mapLinks(document: Document, change: (link: string) => string, { unless }: { readonly unless?: string } = {}): void {
  for (const element of elementsOf(document)) {
    if (unless !== undefined && attribute(element, unless) !== undefined) continue;
    for (const attr of element.attrs) {
      if (linking.has(attr.name)) attr.value = change(attr.value);
      else if (attr.name === 'content' && attribute(element, 'http-equiv') === 'refresh')
        attr.value = attr.value.replace(/(?<=url=).*$/, change);
      else if (attr.name === 'srcset')
        attr.value = attr.value.replace(/(^|,\s*)(\/[^\s,]+)/g, (_, before: string, link: string) => before + change(link));
    }
  }
}

/** The same for the `url(…)` of the style sheet at `sheet`. */
export function relativeUrls(css: string, sheet: string): string {
  return css.replace(/url\((['"]?)(\/[^)'"]+)\1\)/g, (_, quote: string, link: string) => `url(${quote}${relativeTo(sheet, link)}${quote})`);
}

/** `/charts/held/` seen from `data/index.html` is `../charts/held/index.html`. Other links stay as they are. */
export function relativeTo(page: string, link: string): string {
  if (!link.startsWith('/') || link.startsWith('//')) return link;
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(link) ?? [];
  // A folder has no index when the site is read from a disk, so the page is named.
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const from = page.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') + rest;
}
