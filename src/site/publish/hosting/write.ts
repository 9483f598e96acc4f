/** Puts the files for hosts into the built site: those that a host looks for itself, and samples for servers in `hosting/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apacheConfig, htaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { headersFile, redirectsFile } from './netlify.ts';
import { nginxConfig } from './nginx.ts';
import { oembedNginx } from './oembed-nginx.ts';
import { type Moved, placeOf, whyNone, whyNoneForRoot } from './place.ts';

/**
 * Call last: `_headers` names what stands in the root of `directory`. `site` is the address that the site was built for. Returns a
 * sentence for each file that is left out, because it would be wrong there.
 */
export function writeHosting(directory: string, site: string | undefined, moved: readonly Moved[]): string[] {
  const place = placeOf(directory, site, moved);
  const none = whyNone(place);
  if (none !== null) return [none];
  const folder = join(directory, 'hosting');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig(place));
  writeFileSync(join(folder, 'Caddyfile'), caddyfile(place));
  writeFileSync(join(folder, 'apache.conf'), apacheConfig(place));
  for (const [name, text] of oembedNginx(place)) {
    const file = join(folder, 'oembed', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(join(directory, '.htaccess'), htaccess(place));
  const noneForRoot = whyNoneForRoot(place);
  if (noneForRoot !== null) return [noneForRoot];
  writeFileSync(join(directory, '_headers'), headersFile(place.entries));
  if (moved.length > 0) writeFileSync(join(directory, '_redirects'), redirectsFile(moved));
  return [];
}
