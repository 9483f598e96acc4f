/** One chart for another server: its embeds, pictures, rows, licences and how to use them, with nothing that leads elsewhere. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse, serialize } from 'parse5';
import { loadFacts } from '../../../data/exports/exports.ts';
import type { PackageFacts } from '../../../data/facts.ts';
import { sumsText } from '../../../data/versions/sums.ts';
import { startingHeight } from '../../../embed/height.ts';
import { writePictures } from '../../charts/images.ts';
import type { Edition } from '../../edition.ts';
import { embedScript, embedStyle } from '../../embeds/assets.ts';
import { type Doc, readDoc } from '../../embeds/docs.ts';
import { measured } from '../../embeds/view.ts';
import { folderOf } from '../../languages.ts';
import { fullAddress, siteAddress } from '../../site-address.ts';
import { setPolicy } from '../finish/policy.ts';
import { relativeLinks } from '../finish/relative-links.ts';
import { mendLinks } from './own-links.ts';
import type { BundleSource } from './source.ts';
import { bundleValues } from './values.ts';
import { writeViews } from './views.ts';

export interface BundleOptions {
  /** Where the folder will stand on the host's server, with a slash at the end, as far as that is known. */
  readonly address: string;
  /** The address of our own site, if it is published. */
  readonly site: URL | undefined;
}

/**
 * The files of a bundle by their paths, the same bytes for the same project. `now` is the project's edition, `source` the chart in
 * the version asked for. Nothing but a folder in `.astro/` is written, and that is removed again.
 */
export async function bundleFiles(
  root: string,
  now: Edition,
  source: BundleSource,
  options: BundleOptions,
): Promise<Map<string, Uint8Array>> {
  const { site } = options;
  const { id, open, quiet } = source;
  const facts: PackageFacts = { ...loadFacts(join(root, 'data')), version: source.version, released: source.released };
  const choice = { chart: id, version: source.pinned, quiet: false, language: folderOf(now.locale.tag) };
  // Astro's pages import the project's packages, so they have to be made inside of it.
  const parent = join(root, '.astro');
  mkdirSync(parent, { recursive: true });
  const scratch = mkdtempSync(join(parent, 'bundle-'));
  try {
    const files = new Map<string, Uint8Array>();
    const add = (name: string, content: string | Uint8Array): void => {
      files.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    };
    const tokens = readFileSync(join(root, 'src/site/shell/styles/tokens.css'), 'utf8');
    await writePictures([source.pictures], scratch, tokens, { own: source.colours, pixels: true });
    const pictures = readdirSync(join(scratch, 'charts'))
      .filter((name) => name.startsWith(id))
      .map((name) => `charts/${name}`);
    for (const name of pictures) add(name, readFileSync(join(scratch, name)));
    add(`charts/${id}.csv`, source.csv);
    add(`charts/${id}.metadata.json`, ownMetadata(source.metadata, site));
    add('embed.js', await embedScript(root, 'loader'));
    add('LICENSE-CC-BY-4.0.txt', readFileSync(join(root, 'data/LICENSE')));
    add('LICENSE-MIT.txt', readFileSync(join(root, 'LICENSE')));
    const doc = readDoc(
      root,
      now.locale.tag,
      'bundle',
      bundleValues(open, quiet, choice, facts, options.address, pictures, source.pictures.siteName),
    );
    add('README.md', `# ${doc.title}\n\n${doc.text}`);
    for (const [name, html] of await pagesOf(root, scratch, source, doc, options)) add(name, html);
    add('SHA256SUMS', sumsText(files));
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The page of the chart is named where it can be found, and not otherwise. */
function ownMetadata(metadata: BundleSource['metadata'], site: URL | undefined): string {
  const { url, ...rest } = metadata;
  const known = site === undefined ? rest : { ...metadata, url: fullAddress(String(url), site) };
  return `${JSON.stringify(known, null, 2)}\n`;
}

/** Builds the pages, and finishes them as those of the site are finished. */
async function pagesOf(
  root: string,
  scratch: string,
  { open, quiet, colours }: BundleSource,
  doc: Doc,
  { address, site }: BundleOptions,
): Promise<Map<string, string>> {
  const views = [open, quiet];
  writeViews(join(scratch, 'views.json'), {
    embeds: views,
    start: { title: doc.title, html: doc.html, frame: open.path, height: startingHeight(measured(open)), address },
    style: await embedStyle(root, colours),
    script: await embedScript(root, 'frame'),
  });
  const outDir = join(scratch, 'pages');
  process.env['BUILD_DIR'] = outDir;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build } = await import('astro');
  await build({
    root,
    srcDir: './src/site/publish/bundle',
    publicDir: './src/site/publish/bundle/public',
    outDir,
    logLevel: 'warn',
    ...(site === undefined ? {} : { site: siteAddress(site) }),
  });
  const own = new Set(['/embed.js', ...views.map(({ path }) => path)]);
  return new Map(
    ['index.html', ...views.map(({ path }) => `${path.slice(1)}index.html`)].map((name): [string, string] => {
      const document = parse(readFileSync(join(outDir, name), 'utf8'));
      mendLinks(document, site, own);
      relativeLinks(document, name);
      setPolicy(document);
      return [name, serialize(document)];
    }),
  );
}
