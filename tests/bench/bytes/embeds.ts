/** What each embed transfers, and the loader. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, languages } from '../../../src/site/languages.ts';
import { dist, hold, line, transferred } from './budget.ts';

/** One flight of TCP at the start of a connection carries about 14,600. */
const budget = { median: 8_000, nineInTen: 14_000, any: 30_000, loader: 1_500 };

/** The page on embeds is none, nor what leads to another address. */
function isEmbed(name: string): boolean {
  const [first = '', second = ''] = name.split(/[\\/]/);
  const chart = languages.some(({ tag }) => folderOf(tag) === first) ? second : first;
  return existsSync(join(dist, 'charts', chart, 'index.html')) && chart !== '' && chart !== 'index.html';
}

export function embedBytes(): void {
  const embeds = readdirSync(join(dist, 'embed'), { recursive: true, encoding: 'utf8' })
    // An embed is one document that fetches nothing, which a browser test holds.
    .filter((name) => name.endsWith('index.html') && isEmbed(name))
    .map((name) => ({ name: name.replace(/[\\/]index\.html$/, ''), bytes: transferred(join('embed', name)) }))
    .sort((a, b) => a.bytes - b.bytes || (a.name < b.name ? -1 : 1));
  if (embeds.length === 0) throw new Error('There are no embeds in dist/embed: run npm run build first.');
  const at = (share: number): number => embeds[Math.min(embeds.length - 1, Math.ceil(embeds.length * share) - 1)]?.bytes ?? 0;
  for (const { name, bytes } of embeds) console.log(line(bytes, name));
  hold('median of the embeds', at(0.5), budget.median);
  hold('nine embeds in ten', at(0.9), budget.nineInTen);
  hold('largest embed', at(1), budget.any);
  hold('embed.js', transferred('embed.js'), budget.loader);
}
