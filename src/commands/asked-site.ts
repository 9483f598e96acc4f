import { type AskedSite, askedSite } from '../site/site-address.ts';
import { Stop } from './say.ts';

/** The address that `SITE_URL` asks for. Leaves it in the environment as it is meant, where Astro reads it. Throws Stop where it is none. */
export function siteOrStop(): AskedSite {
  const asked = askedSite(process.env['SITE_URL']);
  if (typeof asked === 'string') throw new Stop(asked);
  if (asked.site === undefined) delete process.env['SITE_URL'];
  else process.env['SITE_URL'] = asked.site;
  return asked;
}
