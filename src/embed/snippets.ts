/**
 * The lines that a newsroom pastes, built by the same code on the server and in the form. Each works without a script of ours; the
 * loader only makes the frame fit exactly.
 */
import { type Choice, embedPath } from './addresses.ts';
import { type Measured, startingHeight, startingHeightCss } from './height.ts';
import type { Theme } from './protocol.ts';
import { type Tokens, writeLook } from './tokens.ts';

export interface SnippetOptions {
  readonly choice: Choice;
  readonly theme: Theme;
  /** The address of our site, with a slash at the end. */
  readonly site: string;
  readonly title: string;
  readonly measured: Measured;
  /** The host's own look. */
  readonly look?: Tokens;
  /** The greatest width in CSS pixels; `null` for the whole column. */
  readonly most?: number | null;
}

/** The pictures of a chart, which stand in for its frame. */
export interface Picture {
  /** Their path from the root of the site, without the ending and without what marks the dark ones: `charts/held`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** What the picture shows, in full. */
  readonly alt: string;
}

/** Pop-ups for the link to the chart's page, which must not be boxed in itself: files are downloaded there. */
export const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

export function embedAddress({ choice, theme, site, look = {} }: Pick<SnippetOptions, 'choice' | 'theme' | 'site' | 'look'>): string {
  const hash = writeLook(look);
  return `${site}${embedPath(choice).slice(1)}${theme === 'auto' ? '' : `?theme=${theme}`}${hash && `#${hash}`}`;
}

/** The frame alone, in a box that tells it its own width. Sheets of hosts that bound all frames (`iframe { max-height: 400px }`) don't reach it. */
export function frameCode(options: SnippetOptions): string {
  const { title, measured, look, most = null } = options;
  const box = `container-type:inline-size;width:100%${most === null ? '' : `;max-width:${most}px;margin-inline:auto`}`;
  return `<div style="${box}"><iframe src="${escapeHtml(embedAddress(options))}" title="${escapeHtml(title)}" width="100%" height="${startingHeight(measured, look, most)}" loading="lazy" referrerpolicy="no-referrer" sandbox="${SANDBOX}" style="display:block;border:0;padding:0;width:100%;max-height:none;height:${startingHeightCss(measured, look)}"></iframe></div>`;
}

export const loaderCode = ({ site }: Pick<SnippetOptions, 'site'>): string => `<script async src="${escapeHtml(site)}embed.js"></script>`;

/** The same as an element of ours, with the picture and a link for pages where the script does not run. */
export function elementCode({ choice, theme, site, title, measured, look = {}, most = null }: SnippetOptions, picture?: Picture): string {
  const hash = writeLook(look);
  const attributes = [
    `chart="${choice.chart}"`,
    ...(choice.language ? [`language="${choice.language}"`] : []),
    ...(choice.version === null ? [] : [`version="${choice.version}"`]),
    ...(choice.quiet ? ['quiet'] : []),
    ...(theme === 'auto' ? [] : [`theme="${theme}"`]),
    ...(hash === '' ? [] : [`look="${escapeHtml(hash)}"`]),
    `title="${escapeHtml(title)}"`,
    `height="${startingHeightCss(measured, look)}"`,
    ...(most === null ? [] : [`style="max-width:${most}px;margin-inline:auto"`]),
  ];
  const page = `${escapeHtml(site)}charts/${choice.chart}`;
  const image = picture === undefined ? escapeHtml(title) : imageOf(`${escapeHtml(site)}${picture.file}.svg`, title, picture);
  return `<no-empty-cells ${attributes.join(' ')}>${choice.quiet ? image : `<a href="${page}/">${image}</a>`}</no-empty-cells>`;
}

function imageOf(address: string, alt: string, { width, height }: Picture, more = '', most = '100%'): string {
  return `<img src="${address}"${more} alt="${escapeHtml(alt)}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" style="max-width:${most};height:auto">`;
}

/** A picture with its full text, for editors that take no frames: one file a theme, or both with the reader's choice between them. */
export function pictureCode({ theme, site, most = null }: SnippetOptions, format: 'svg' | 'png', picture: Picture): string {
  const name = `${escapeHtml(site)}${picture.file}`;
  const files = (dark: boolean): string => {
    const file = `${name}${dark ? '-dark' : ''}`;
    return format === 'svg' ? `${file}.svg` : `${file}.png 1x, ${file}@2x.png 2x`;
  };
  const dark = theme === 'auto' ? `<source media="(prefers-color-scheme: dark)" srcset="${files(true)}">` : '';
  const one = `${name}${theme === 'dark' ? '-dark' : ''}.${format}`;
  const sharp = format === 'png' ? ` srcset="${files(theme === 'dark')}"` : '';
  const img = imageOf(one, picture.alt, picture, sharp, most === null ? '100%' : `min(100%,${most}px)`);
  return dark === '' ? img : `<picture>${dark}${img}</picture>`;
}

/** A picture that leads to the chart's page; a quiet one leads nowhere. */
export function markdownCode({ choice, theme, site }: SnippetOptions, picture: Picture): string {
  const alt = picture.alt.replace(/[[\]\\`*_<>!]/g, '\\$&').replace(/\s+/g, ' ');
  const image = `![${alt}](${site}${picture.file}${theme === 'dark' ? '-dark' : ''}.png)`;
  return choice.quiet ? image : `[${image}](${site}charts/${choice.chart}/)`;
}

/** Every form of code, in the order in which the page lists them. */
export const forms = ['frame', 'loader', 'element', 'svg', 'png', 'markdown'] as const;
export type Form = (typeof forms)[number];

export function allCodes(options: SnippetOptions, picture: Picture): Record<Form, string> {
  return {
    frame: frameCode(options),
    loader: loaderCode(options),
    element: elementCode(options, picture),
    svg: pictureCode(options, 'svg', picture),
    png: pictureCode(options, 'png', picture),
    markdown: markdownCode(options, picture),
  };
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
