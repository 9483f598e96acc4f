/** The lines that a newsroom pastes. Each works without a script of ours; the loader only makes the frame fit exactly. */
import { type Choice, embedPath } from './addresses.ts';
import { type Measured, startingHeight, startingHeightCss } from './height.ts';
import type { Theme } from './protocol.ts';

export interface SnippetOptions {
  readonly choice: Choice;
  readonly theme: Theme;
  /** The address of our site, with a slash at the end. */
  readonly site: string;
  readonly title: string;
  readonly measured: Measured;
}

/** Pop-ups for the link to the chart's page, which must not be boxed in itself: files are downloaded there. */
export const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

export function embedAddress({ choice, theme, site }: Pick<SnippetOptions, 'choice' | 'theme' | 'site'>): string {
  return `${site}${embedPath(choice).slice(1)}${theme === 'auto' ? '' : `?theme=${theme}`}`;
}

/** The frame alone, in a box that tells it its own width. Sheets of hosts that bound all frames (`iframe { max-height: 400px }`) don't reach it. */
export function frameCode(options: SnippetOptions): string {
  const { title, measured } = options;
  return `<div style="container-type:inline-size;width:100%"><iframe src="${escapeHtml(embedAddress(options))}" title="${escapeHtml(title)}" width="100%" height="${startingHeight(measured)}" loading="lazy" referrerpolicy="no-referrer" sandbox="${SANDBOX}" style="display:block;border:0;padding:0;width:100%;max-height:none;height:${startingHeightCss(measured)}"></iframe></div>`;
}

export const loaderCode = ({ site }: SnippetOptions): string => `<script async src="${escapeHtml(site)}embed.js"></script>`;

/** The same as an element of ours, with the picture and a link for pages where the script does not run. */
export function elementCode({ choice, theme, site, title, measured }: SnippetOptions): string {
  const attributes = [
    `chart="${choice.chart}"`,
    ...(choice.version === null ? [] : [`version="${choice.version}"`]),
    ...(choice.quiet ? ['quiet'] : []),
    ...(theme === 'auto' ? [] : [`theme="${theme}"`]),
    `title="${escapeHtml(title)}"`,
    `height="${startingHeightCss(measured)}"`,
  ];
  const page = `${escapeHtml(site)}charts/${choice.chart}`;
  const inside = choice.quiet
    ? escapeHtml(title)
    : `<a href="${page}/"><img src="${page}.svg" alt="${escapeHtml(title)}" width="680" loading="lazy" referrerpolicy="no-referrer" style="max-width:100%;height:auto"></a>`;
  return `<no-empty-cells ${attributes.join(' ')}>${inside}</no-empty-cells>`;
}

/** A picture with its full text, for editors that take no frames. */
export function pictureCode({ choice, site }: SnippetOptions, alt: string): string {
  const file = `${escapeHtml(site)}charts/${choice.chart}`;
  return `<picture><source type="image/svg+xml" srcset="${file}.svg"><img src="${file}.png" srcset="${file}@2x.png 2x" alt="${escapeHtml(alt)}" width="768" loading="lazy" referrerpolicy="no-referrer" style="max-width:100%;height:auto"></picture>`;
}

export function markdownCode({ choice, site, title }: SnippetOptions): string {
  const text = title.replace(/[[\]\\`*_<>]/g, '\\$&');
  return `[![${text}](${site}charts/${choice.chart}.png)](${site}charts/${choice.chart}/)`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
