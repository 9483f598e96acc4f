/**
 * The lines that a newsroom pastes, built by the same code on the server and in the form. Each works without a script of ours; the
 * loader only makes the frame fit exactly.
 */
import { SLUG } from '../data/name.ts';
import { type Choice, chartPath, embedPath } from './addresses.ts';
import { type Measured, startingHeight, startingHeightCss } from './height.ts';
import { INTRINSIC, type Theme } from './protocol.ts';
import { type Tokens, writeLook } from './tokens.ts';

export interface SnippetOptions {
  readonly choice: Choice;
  /** Names the file of the embed, for servers that show no index of a folder. */
  readonly file?: boolean;
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

/** The same with what a list of sources says: the chart, its version and licence, without an address. */
export interface CitedOptions extends SnippetOptions {
  readonly citation: string;
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

export function embedAddress({
  choice,
  theme,
  site,
  look = {},
  file = false,
}: Pick<SnippetOptions, 'choice' | 'theme' | 'site' | 'look' | 'file'>): string {
  const hash = writeLook(look);
  return `${site}${embedPath(choice).slice(1)}${file ? 'index.html' : ''}${theme === 'auto' ? '' : `?theme=${theme}`}${hash && `#${hash}`}`;
}

/**
 * A box that tells what is in it its own width. What contains its size counts as empty where the parent takes its width from its
 * content (a float, a table, a flex row): there it is as wide as a phone shows a chart.
 */
const boxStyle = (most: number | null): string =>
  `container-type:inline-size;contain-intrinsic-width:${INTRINSIC};width:100%${most === null ? '' : `;max-width:${most}px;margin-inline:auto`}`;

/** The frame alone, in its box. Sheets of hosts that bound all frames (`iframe { max-height: 400px }`) don't reach it. */
export function frameCode(options: SnippetOptions): string {
  const { title, measured, look = {}, most = null } = options;
  // A frame whose scheme differs from that of its page is painted opaque; embeds that let the page show through have this one.
  const scheme = look.background === 'transparent' || look.corner ? ';color-scheme:light' : '';
  // The attribute is for editors and policies that drop the style: browsers draw an inset border around frames.
  return `<div style="${boxStyle(most)}"><iframe src="${escapeHtml(embedAddress(options))}" title="${escapeHtml(title)}" width="100%" height="${startingHeight(measured, look, most)}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="${SANDBOX}" style="display:block;border:0;padding:0;width:100%;max-height:none;height:${startingHeightCss(measured, look)}${scheme}"></iframe></div>`;
}

export const loaderCode = ({ site }: Pick<SnippetOptions, 'site'>): string => `<script async src="${escapeHtml(site)}embed.js"></script>`;

/**
 * The same as an element of ours, with the picture and a link for pages where the script does not run. It holds the room that the
 * frame will take, so that the page does not jump when the script has come.
 */
export function elementCode({ choice, theme, site, title, measured, look = {}, most = null }: SnippetOptions, picture?: Picture): string {
  const hash = writeLook(look);
  const height = startingHeightCss(measured, look);
  const attributes = [
    `chart="${choice.chart}"`,
    ...(choice.language ? [`language="${choice.language}"`] : []),
    ...(choice.version === null ? [] : [`version="${choice.version}"`]),
    ...(choice.quiet ? ['quiet'] : []),
    ...(choice.only ? [`only="${choice.only}"`] : []),
    ...(theme === 'auto' ? [] : [`theme="${theme}"`]),
    ...(hash === '' ? [] : [`look="${escapeHtml(hash)}"`]),
    `title="${escapeHtml(title)}"`,
    `height="${height}"`,
    `style="display:block;${boxStyle(most)}"`,
  ];
  const page = escapeHtml(site) + chartPath(choice).slice(1);
  const room = `style="display:block;min-height:${height}"`;
  const image = picture === undefined ? escapeHtml(title) : imageOf(`${escapeHtml(site)}${picture.file}.svg`, title, picture);
  return `<${SLUG} ${attributes.join(' ')}>${choice.quiet ? `<span ${room}>${image}</span>` : `<a href="${page}" ${room}>${image}</a>`}</${SLUG}>`;
}

/** A picture bound by its column alone counts as nothing where the column takes its width from what it holds: the second rule is against that. */
function imageOf(address: string, alt: string, { width, height }: Picture, more = '', most: number | null = null): string {
  const bound = (column: string): string => (most === null ? column : `min(${column},${most}px)`);
  return `<img src="${address}"${more} alt="${escapeHtml(alt)}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" style="max-width:${bound('100%')};max-width:${bound(`max(100%,${INTRINSIC})`)};height:auto">`;
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
  const img = imageOf(one, picture.alt, picture, sharp, most);
  return dark === '' ? img : `<picture>${dark}${img}</picture>`;
}

/** A picture that leads to the chart's page; a quiet one leads nowhere. */
export function markdownCode({ choice, theme, site }: SnippetOptions, picture: Picture): string {
  const alt = picture.alt.replace(/[[\]\\`*_<>!]/g, '\\$&').replace(/\s+/g, ' ');
  const image = `![${alt}](${site}${picture.file}${theme === 'dark' ? '-dark' : ''}.png)`;
  return choice.quiet ? image : `[${image}](${site}${chartPath(choice).slice(1)})`;
}

/** For a list of sources: a pinned chart is found at its own address, which stays, and a quiet one has none. */
export function citationCode({ choice, site, citation }: CitedOptions): string {
  if (choice.quiet) return citation;
  return `${citation} ${site}${choice.version === null ? `charts/${choice.chart}/` : embedPath(choice).slice(1)}`;
}

/** Every form of code, in the order in which the page lists them. */
export const forms = ['frame', 'loader', 'element', 'svg', 'png', 'markdown', 'alt', 'citation'] as const;
export type Form = (typeof forms)[number];

export function allCodes(options: CitedOptions, picture: Picture): Record<Form, string> {
  return {
    frame: frameCode(options),
    loader: loaderCode(options),
    element: elementCode(options, picture),
    svg: pictureCode(options, 'svg', picture),
    png: pictureCode(options, 'png', picture),
    markdown: markdownCode(options, picture),
    alt: picture.alt,
    citation: citationCode(options),
  };
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
