/** The embeds of the site and oEmbed's answers for them: every chart that is offered, following the data and of each release. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionFor } from '../edition.ts';
import { embedDocument } from '../embeds/document.ts';
import { oembedText } from '../embeds/oembed.ts';
import { viewOf } from '../embeds/offered.ts';
import { embedAssets, embedRoutes } from '../embeds/routes.ts';
import { siteAddress } from '../site-address.ts';

/** Writes them under `directory`, the built site, for the finishing pass. `site` is its address, where one is known. */
export async function writeEmbeds(root: string, directory: string, site: string | undefined): Promise<void> {
  const address = siteAddress(site);
  for (const { tag, choice, to } of embedRoutes().map(({ props }) => props)) {
    const view = to === null ? viewOf(tag, choice) : null;
    if (view === null) continue;
    const folder = join(directory, view.path);
    mkdirSync(folder, { recursive: true });
    const assets = await embedAssets(root, choice.version, view.chart.parts != null);
    writeFileSync(join(folder, 'index.html'), embedDocument(view, assets, site));
    writeFileSync(join(folder, 'oembed.json'), oembedText(view, choice, editionFor(tag).strings.siteName, address));
  }
}
