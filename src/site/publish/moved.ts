/** Addresses of charts that have another name now. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from '../../charts/kit/chart.ts';
import { charts } from '../../charts/registry.ts';

/** What follows a chart's name in the names of its files. */
const picture = ['', '-dark', '-quiet', '-quiet-dark'].flatMap((kind) => [`${kind}.svg`, `${kind}.png`, `${kind}@2x.png`]);
const endings = [...picture, '-card.png', '.csv', '.metadata.json', '.oembed.json'];

/** A line for each old address, in the form that Netlify and Cloudflare Pages read; empty where no chart was renamed. */
export function redirects(renamed: readonly Pick<Chart, 'id' | 'formerly'>[], base: string): string {
  const line = (from: string, to: string): string => `${base}${from} ${base}${to} 301\n`;
  return renamed
    .flatMap(({ id, formerly }) =>
      formerly.flatMap((old) => [
        ...['charts', 'embed'].map((folder) => line(`${folder}/${old}/*`, `${folder}/${id}/:splat`)),
        ...endings.map((ending) => line(`charts/${old}${ending}`, `charts/${id}${ending}`)),
      ]),
    )
    .join('');
}

/** Writes `_redirects` under `directory`, the built site, if a chart was ever renamed. `base` is the path of the site. */
export function writeRedirects(directory: string, base: string): void {
  const lines = redirects(charts, base);
  if (lines === '') return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, '_redirects'), lines);
}
