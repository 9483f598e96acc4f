/** What the pages of a bundle show, as a file between the command and Astro, which makes the pages in modules of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { EmbedView } from '../../embeds/view.ts';

/** The variable of the environment that names the file. */
const variable = 'EMBED_BUNDLE';

export interface BundleViews {
  /** The embeds, with and without links and names. */
  readonly embeds: readonly EmbedView[];
  readonly start: {
    readonly title: string;
    readonly html: string;
    /** Where the frame stands, from the start page, and its first height in CSS pixels. */
    readonly frame: string;
    readonly height: number;
    /** The address that stands in the lines for that of the host. */
    readonly address: string;
  };
  readonly style: string;
  readonly script: string;
}

export function writeViews(path: string, views: BundleViews): void {
  process.env[variable] = path;
  writeFileSync(path, JSON.stringify(views));
}

export function readViews(): BundleViews {
  return JSON.parse(readFileSync(process.env[variable] ?? '', 'utf8'));
}
