/** The English chapters as a site that Starlight makes: the text, tables and notes of the Markdown edition, and each chart as a picture. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { editionPath } from '../../../src/site/editions/files.ts';
import { firstLanguage } from '../../../src/site/languages.ts';

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  // Pictures are drawings in SVG, which need no program to make them smaller.
  image: { service: passthroughImageService() },
  integrations: [starlight({ title: 'Chapters' })],
});
`;
const CONTENT = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Title of each chart, as its embed says it, with its name. */
function chartsOf(dist: string): Map<string, string> {
  const charts = new Map<string, string>();
  for (const id of readdirSync(join(dist, 'embed'))) {
    const page = join(dist, 'embed', id, 'index.html');
    if (!existsSync(page) || !existsSync(join(dist, 'charts', `${id}.svg`))) continue;
    const title = parseHTML(readFileSync(page, 'utf8')).document.querySelector('figcaption > p')?.textContent;
    if (title) charts.set(title.replace(/\s+/g, ' ').trim(), id);
  }
  return charts;
}

/**
 * Lays out and builds the site in `folder`, which is empty and lies beside the packages, from the built site in `dist`. Returns the folder
 * of the built pages and how many pictures of charts they have. Throws where the chapters can't be read.
 */
export function buildStarlight(folder: string, dist: string, packages: string): { readonly site: string; readonly pictures: number } {
  const docs = join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  const [title = '', ...lines] = readFileSync(join(dist, editionPath('marked', firstLanguage)), 'utf8').split('\n');
  if (!title.startsWith('# ')) throw new Error(`expected the Markdown edition to begin with its title, found ${JSON.stringify(title)}`);
  const charts = chartsOf(dist);
  const pictures = new Set<string>();
  const text = lines.flatMap((line) => {
    const id = charts.get(/^\*\*(.+)\*\*$/.exec(line)?.[1] ?? '');
    if (id === undefined || pictures.has(id)) return [line];
    pictures.add(id);
    cpSync(join(dist, 'charts', `${id}.svg`), join(docs, `${id}.svg`));
    return [line, '', `![](./${id}.svg)`];
  });
  if (pictures.size === 0) throw new Error('found none of the charts in the Markdown edition');
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  // Names what it uses: what is no dependency of a site is not bundled into it.
  cpSync(join(packages, '../package.json'), join(folder, 'package.json'));
  write('astro.config.mjs', CONFIG);
  write('src/content.config.ts', CONTENT);
  write('src/content/docs/index.md', `---\ntitle: ${JSON.stringify(title.slice(2))}\n---\n${text.join('\n')}`);
  execFileSync(process.execPath, [join(packages, 'astro/bin/astro.mjs'), 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  return { site: join(folder, 'dist'), pictures: pictures.size };
}
