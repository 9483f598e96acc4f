/** Several charts in one bundle: each in a folder of its own, which can be moved alone, under a page that leads to them. */
import { sumsText } from '../../../data/versions/sums.ts';
import { escapeHtml } from '../../../embed/snippets.ts';
import type { Edition } from '../../edition.ts';
import { type BundleOptions, bundleFiles } from './bundle.ts';
import type { BundleSource } from './source.ts';

/** The files of a bundle of one chart or several, by their paths. */
export async function bundleOf(
  root: string,
  now: Edition,
  sources: readonly BundleSource[],
  options: BundleOptions,
): Promise<Map<string, Uint8Array>> {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return bundleFiles(root, now, only, options);
  const files = new Map<string, Uint8Array>();
  for (const source of sources) {
    const own = await bundleFiles(root, now, source, { ...options, address: `${options.address}${source.id}/` });
    for (const [name, bytes] of own) files.set(`${source.id}/${name}`, bytes);
  }
  const text = new TextEncoder();
  const { siteName } = now.strings;
  files.set('index.html', text.encode(startPage(siteName, now.locale.tag, sources)));
  files.set('README.md', text.encode(readme(siteName, sources)));
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted.set('SHA256SUMS', text.encode(sumsText(sorted)));
}

/** The title of each chart leads to its own first page, by its file, since a folder is no page on a disk or in plain storage. */
function startPage(siteName: string, language: string, sources: readonly BundleSource[]): string {
  const items = sources.map(({ id, open }) => `<li><a href="${id}/index.html">${escapeHtml(open.chart.title)}</a></li>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(siteName)}</title>
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<style>:root{color-scheme:light dark}body{max-width:44rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}li{margin-block:.5rem}</style>
</head>
<body>
<main>
<h1>${escapeHtml(siteName)}</h1>
<ul>
${items.join('\n')}
</ul>
</main>
</body>
</html>
`;
}

function readme(siteName: string, sources: readonly BundleSource[]): string {
  const items = sources.map(({ id, open }) => `- [${open.chart.title.replaceAll(/[\\[\]]/g, '\\$&')}](${id}/README.md)`);
  return `# ${siteName}\n\n${items.join('\n')}\n`;
}
