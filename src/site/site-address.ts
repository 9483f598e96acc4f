/** The address for lines that others paste. */

/** The site's address with a slash at the end: as configured, else where `npm start` serves it. */
export function siteAddress(site: URL | string | undefined): string {
  return site === undefined ? 'http://localhost:4321/' : new URL(String(site).replace(/\/?$/, '/')).href;
}

/** The whole address of a path from the root of the site, or that path itself where the site's address is not known. */
export function absoluteAddress(site: URL | undefined, path: string): string {
  return site === undefined ? path : siteAddress(site) + path.replace(/^\//, '');
}
