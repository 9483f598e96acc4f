/** One chart for another server: its embeds, pictures, rows, licences and how to use them, with nothing that leads elsewhere. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, serialize } from 'parse5';
import { withRasteriser } from '../../../charts/image/raster.ts';
import { loadFacts } from '../../../data/exports/exports.ts';
import type { PackageFacts } from '../../../data/facts.ts';
import { SLUG } from '../../../data/name.ts';
import { sumsText } from '../../../data/versions/sums.ts';
import { writePictures } from '../../charts/images.ts';
import type { Edition } from '../../edition.ts';
import { assetsOf, embedScript } from '../../embeds/assets.ts';
import { type Doc, readDoc } from '../../embeds/docs.ts';
import { embedDocument } from '../../embeds/document.ts';
import { folderOf } from '../../languages.ts';
import { fullAddress } from '../../site-address.ts';
import { setPolicy } from '../finish/policy.ts';
import { relativeLinks } from '../finish/relative-links.ts';
import { mendLinks } from './own-links.ts';
import type { BundleSource } from './source.ts';
import { startPage } from './start.ts';
import { bundleValues } from './values.ts';

export interface BundleOptions {
  /** Where the folder will stand on the host's server, with a slash at the end, as far as that is known. */
  readonly address: string;
  /** The address of our own site, if it is published. */
  readonly site: URL | undefined;
}

/**
 * The files of a bundle by their paths, the same bytes for the same project. `now` is the project's edition, `source` the chart in
 * the version asked for. Nothing but a folder among the temporary ones is written, and that is removed again.
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
  const scratch = mkdtempSync(join(tmpdir(), `${SLUG}-bundle-`));
  try {
    const files = new Map<string, Uint8Array>();
    const add = (name: string, content: string | Uint8Array): void => {
      files.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    };
    const tokens = readFileSync(join(root, 'src/site/shell/styles/tokens.css'), 'utf8');
    await withRasteriser(root, (raster) =>
      writePictures([source.pictures], scratch, tokens, raster, { own: source.colours, pixels: true }),
    );
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
    for (const [name, html] of await pagesOf(root, source, doc, options)) add(name, html);
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

/** The pages, finished as those of the site are. */
async function pagesOf(
  root: string,
  { open, quiet, colours }: BundleSource,
  doc: Doc,
  { address, site }: BundleOptions,
): Promise<Map<string, string>> {
  const assets = await assetsOf(root, colours, open.chart.parts != null);
  const views = [open, quiet];
  const own = new Set(['/embed.js', ...views.map(({ path }) => path)]);
  const finished = (name: string, text: string): [string, string] => {
    const document = parse(text);
    mendLinks(document, site, own);
    relativeLinks(document, name);
    setPolicy(document);
    return [name, serialize(document)];
  };
  return new Map([
    finished('index.html', startPage(open, doc, assets.style, address)),
    ...views.map((view) => finished(`${view.path.slice(1)}index.html`, embedDocument(view, assets, site))),
  ]);
}
