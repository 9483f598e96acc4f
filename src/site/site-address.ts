/** The address for lines that others paste. */

/** The site's address with a slash at the end: as configured, else where `npm start` serves it. */
export function siteAddress(site: URL | string | undefined): string {
  return site === undefined ? 'http://localhost:4321/' : new URL('./', site).href;
}
