/** Puts the files for hosts into the built site: those that a host looks for itself, and samples for servers in `hosting/`. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { headersFile } from './netlify.ts';
import { nginxConfig } from './nginx.ts';

/** Call last: `_headers` names what stands in the root of `directory`. */
export function writeHosting(directory: string): void {
  const folder = join(directory, 'hosting');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig());
  writeFileSync(join(folder, 'Caddyfile'), caddyfile());
  const entries = readdirSync(directory, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !/^[._]/.test(name))
    .sort();
  writeFileSync(join(directory, '_headers'), headersFile(entries));
  writeFileSync(join(directory, '.htaccess'), htaccess());
}
