/** What each embed transfers, by gzip: prints the table and fails where an embed or the loader is over its budget. Needs the built site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Budgets in bytes. One flight of TCP at the start of a connection carries about 14,600. */
const budget = { median: 8_000, nineInTen: 14_000, any: 30_000, loader: 1_500 };

const dist = join(process.cwd(), 'dist');
const size = (...path: string[]): number => gzipSync(readFileSync(join(dist, ...path)), { level: 9 }).length;
const embeds = readdirSync(join(dist, 'embed'), { recursive: true, encoding: 'utf8' })
  // An embed is one document that fetches nothing, which a browser test holds.
  .filter((name) => name.endsWith('index.html') && existsSync(join(dist, 'charts', name.split(/[\\/]/)[0] ?? '', 'index.html')))
  .map((name) => ({ name: name.replace(/[\\/]index\.html$/, ''), bytes: size('embed', name) }))
  .sort((a, b) => a.bytes - b.bytes || (a.name < b.name ? -1 : 1));
if (embeds.length === 0) throw new Error('There are no embeds in dist/embed: run npm run build first.');
const at = (share: number): number => embeds[Math.min(embeds.length - 1, Math.ceil(embeds.length * share) - 1)]?.bytes ?? 0;

const found = { median: at(0.5), nineInTen: at(0.9), any: at(1), loader: size('embed.js') };
for (const { name, bytes } of embeds) console.log(`${String(bytes).padStart(7)}  ${name}`);
const names = { median: 'median of the embeds', nineInTen: 'nine embeds in ten', any: 'largest embed', loader: 'embed.js' } as const;
for (const key of ['median', 'nineInTen', 'any', 'loader'] as const) {
  const over = found[key] > budget[key];
  console.log(`${String(found[key]).padStart(7)}  ${names[key]}: at most ${budget[key]}${over ? ', which it exceeds' : ''}`);
  if (over) process.exitCode = 1;
}
