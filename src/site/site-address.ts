/** The address for lines that others paste. */

/** The site's address with a slash at the end: as configured, else where `npm start` serves it. */
export function siteAddress(site: URL | string | undefined): string {
  return site === undefined ? 'http://localhost:4321/' : new URL('./', site).href;
}

/** The path under which the site is published, with a slash at both ends. */
export const sitePath = (site: string | undefined): string =>
  new URL(site === undefined ? '/' : `${site}/`, siteAddress(undefined)).pathname.replace(/\/+$/, '/');
