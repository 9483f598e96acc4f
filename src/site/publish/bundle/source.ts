/** What a bundle is made of: a chart as the data has it, or as a release kept it. */

import { join } from 'node:path';
import { chartFiles } from '../../../charts/export.ts';
import { loadFacts } from '../../../data/exports/exports.ts';
import { correctionRows } from '../../../data/exports/marks.ts';
import { type Cells, readSnapshot } from '../../../data/versions/snapshot.ts';
import { type PictureSet, pictureFile, picturesOf } from '../../charts/images.ts';
import type { Edition } from '../../edition.ts';
import type { FrozenChart } from '../../embeds/frozen.ts';
import { coloursIn, pinnedView, shownOf } from '../../embeds/pinned.ts';
import { type EmbedView, embedView } from '../../embeds/view.ts';
import { folderOf } from '../../languages.ts';

export interface BundleSource {
  readonly id: string;
  /** A release, or `null` for the data as it is. */
  readonly pinned: string | null;
  readonly version: string;
  readonly released: string;
  readonly open: EmbedView;
  readonly quiet: EmbedView;
  readonly pictures: PictureSet;
  /** The colours of the drawings, where they are not those of today. */
  readonly colours: string;
  readonly csv: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The chart as the data has it. Throws RangeError when the edition has no such chart. */
export function sourceNow(root: string, edition: Edition, id: string): BundleSource {
  const chart = edition.charts.get(id);
  if (!chart) throw new RangeError(`there is no chart "${id}"`);
  const { version, modified } = edition.release;
  const choice = { chart: id, version: null, language: folderOf(edition.locale.tag) };
  const { csv, metadata } = chartFiles(
    chart,
    edition.sources,
    { ...loadFacts(join(root, 'data')), version, released: modified },
    correctionRows(edition.data),
  );
  return {
    id,
    pinned: null,
    version,
    released: modified,
    open: embedView(edition, { ...choice, quiet: false }),
    quiet: embedView(edition, { ...choice, quiet: true }),
    pictures: { id, siteName: edition.strings.siteName, pictures: picturesOf(edition, chart) },
    colours: '',
    csv,
    metadata: JSON.parse(metadata),
  };
}

/** The chart as a release kept it. */
export function sourcePinned(root: string, frozen: FrozenChart): BundleSource {
  const { id, version, released, words, csv, metadata } = frozen;
  const choice = { chart: id, version, language: folderOf(frozen.language) };
  const file = pictureFile(frozen.language, id);
  const picture = (quiet: boolean, file: string) => ({
    file,
    quiet,
    chart: shownOf(frozen, quiet),
    provenance: {
      siteName: words.site,
      sources: `${words.sources}: ${((quiet ? frozen.quiet : null) ?? frozen).publishers}.`,
      asOf: `${words.as_of}.`,
      licence: 'CC BY 4.0',
      version: words.version,
    },
  });
  return {
    id,
    pinned: version,
    version,
    released,
    open: pinnedView(frozen, { ...choice, quiet: false }),
    quiet: pinnedView(frozen, { ...choice, quiet: true }),
    pictures: {
      id,
      siteName: words.site,
      pictures: [picture(false, file), ...(frozen.quiet === null ? [] : [picture(true, `${file}-quiet`)])],
    },
    colours: coloursIn(root, version),
    csv,
    metadata: { ...metadata, sources: documentsOf(root, frozen) },
  };
}

/** The documents of the chart, as the sources of its release have them. */
function documentsOf(root: string, { version, sources }: FrozenChart): unknown[] {
  const rows = readSnapshot(join(root, 'data'), 'data', version).rows.get('sources') ?? [];
  const byId = new Map(rows.map((row) => [row['source_id'], row]));
  const filled = (row: Cells) => Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text === '' ? null : text]));
  return sources.flatMap((id) => {
    const row = byId.get(id);
    return row ? [filled(row)] : [];
  });
}
