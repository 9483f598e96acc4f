/** Where the links of an edition lead: within the file, to the published site where that is known, out to sources, or nowhere. */
import type { Element, ElementContent, Root } from 'hast';
import { fullAddress } from '../../site-address.ts';
import { idsOf, replaceAll } from './story-tree.ts';

export interface LinkOptions {
  /** The folder of the page in the built site, such as `be/`; empty at the root. */
  readonly folder: string;
  /** The address of the site; without one, what leads into the site is plain text, since from a disk it leads nowhere. */
  readonly site: string | undefined;
  /** Whether nothing may lead out of the file. */
  readonly quiet: boolean;
}

/** Sets every link of a tree. A link that can lead nowhere is taken away, and its words stay. */
export function setLinks(tree: Root, options: LinkOptions): void {
  const ids = idsOf(tree);
  replaceAll(tree, 'a', (link) => {
    const to = target(String(link.properties['href'] ?? ''), ids, options);
    if (to !== null) {
      link.properties['href'] = to;
      return [link];
    }
    return words(link);
  });
}

function target(href: string, ids: ReadonlySet<string>, { folder, site, quiet }: LinkOptions): string | null {
  // The page names itself where it means its own beginning.
  const own = /^(?:index\.html)?(?:#(.*))?$/.exec(href);
  if (own) return own[1] !== undefined && ids.has(own[1]) ? `#${own[1]}` : null;
  if (quiet) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  if (site === undefined) return null;
  const { pathname, hash } = new URL(href, `https://x/${folder}`);
  return fullAddress(pathname.replace(/index\.html$/, '') + hash, site);
}

/** The words of a link that is none any more. Places that others lead to stay places. */
function words({ properties, children }: Element): ElementContent[] {
  const { id, className, ariaLabel: _name, href: _href, rel: _rel, role: _role, ...rest } = properties;
  if (id === undefined && className === undefined && rest['lang'] === undefined) return children;
  return [
    {
      type: 'element',
      tagName: 'span',
      properties: { ...(id && { id }), ...(className && { className }), ...(rest['lang'] && { lang: rest['lang'] }) },
      children,
    },
  ];
}
