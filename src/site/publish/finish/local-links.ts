/**
 * On a page of another language than the first, a link from the root of the site leads to the same thing in that language, where there is
 * such a thing: `/charts/held/` to `/be/charts/held/`, but `/data/` to `/data/`. A link that names its language stays as it is.
 */
import { mapLinks } from './relative-links.ts';
import type { Document } from './tree.ts';

/** `folder` is the language's; `files` are the paths of the built site, from its root. */
export function localLinks(document: Document, folder: string, files: ReadonlySet<string>): void {
  mapLinks(document, (link) => localOf(link, folder, files), { unless: 'hreflang' });
}

function localOf(link: string, folder: string, files: ReadonlySet<string>): string {
  if (!link.startsWith('/') || link.startsWith('//')) return link;
  const [, path = ''] = /^\/([^?#]*)/.exec(link) ?? [];
  const file = `${folder}/${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}`;
  return files.has(file) ? `/${folder}${link}` : link;
}
