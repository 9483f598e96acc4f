/** Full addresses, for what is read away from the site: canonical links, previews, feeds, lines that others paste. */

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
