/** Full addresses, for what is read away from the site: canonical links, previews, feeds, lines that others paste. */

/** What `SITE_URL` asks for: an address, or none; and what has to be said of it. */
export interface AskedSite {
  readonly site: string | undefined;
  /** What the address means for readers, as a sentence; `null` where it needs no word. */
  readonly warning: string | null;
}

/** Reads `SITE_URL`. Returns a sentence where it is no address under which a site could stand. */
export function askedSite(value: string | undefined): AskedSite | string {
  const text = value?.trim() ?? '';
  const machine = 'Lines to embed, previews, feed and canonical links point to';
  const cure =
    'Before you publish, build with SITE_URL set to the address of the site: SITE_URL=https://example.org/folder/ npm run build.';
  if (text === '')
    return { site: undefined, warning: `${machine} this machine (${siteAddress(undefined)}), since SITE_URL is not set. ${cure}` };
  const expected = `SITE_URL: expected the address of the site, such as https://example.org/folder/, found ${JSON.stringify(text)}`;
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return `${expected}, which does not begin with https:// or http://.`;
  if (url.username !== '' || url.password !== '') return `${expected}, which holds a user’s name or password.`;
  if (/[?#]/.test(text)) return `${expected}, in which a ? or a # would cut off the paths of pages.`;
  const local = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(url.hostname);
  return { site: siteAddress(url), warning: local ? `${machine} this machine (${url.href}), as SITE_URL asks. ${cure}` : null };
}

/** The site's address with a slash at the end, sub-path and all: as configured, else where `npm start` serves it. */
export function siteAddress(site: URL | string | undefined): string {
  if (site === undefined) return 'http://localhost:4321/';
  const address = new URL(site);
  // `new URL('/x', site)` and `new URL('./', 'https://host/folder')` would both lose the folder that the site is served from.
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address.href;
}

/** The full address of a path from the root of the site, such as `/charts/held/`. */
export function fullAddress(path: string, site: URL | string | undefined): string {
  return siteAddress(site) + path.replace(/^\//, '');
}

/** The path under which the site is published, with a slash at both ends. */
export const sitePath = (site: string | undefined): string =>
  new URL(site === undefined ? '/' : `${site}/`, siteAddress(undefined)).pathname.replace(/\/+$/, '/');
