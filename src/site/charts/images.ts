/** The pictures of the charts, written beside their pages. */
import { mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chartCard, neutralCard } from '../../charts/image/card.ts';
import { type Rasteriser, withRasteriser } from '../../charts/image/raster.ts';
import { type Shape, shapedPicture, shapes } from '../../charts/image/shapes.ts';
import { type Colours, type Drawn, fileWidth, type Provenance, svgFile } from '../../charts/image/svg-file.ts';
import { OPENING } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import { heightOf, type RenderedChart } from '../../charts/render.ts';
import { formatDate } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';
import { folderOf } from '../languages.ts';
import { openingPicture } from '../story/opening-picture.ts';
import { creditOf, quietChart } from './quiet.ts';

/** The themes of pictures, and what their files are named after the chart's id. */
const themes = [
  { theme: 'light', suffix: '' },
  { theme: 'dark', suffix: '-dark' },
] as const;

/** A chart as pictures show it, and the path of their files from the root of the site, without theme and ending. */
export interface Pictured {
  readonly file: string;
  readonly chart: Drawn;
  readonly quiet: boolean;
  readonly provenance: Provenance;
}

/**
 * The path of a chart's pictures in a language, from the root of the site, without theme and ending: `charts/held`, `charts/held.be`. They
 * stand together in one folder, since hosts give it other headers than pages.
 */
export function pictureFile(tag: string, id: string): string {
  const folder = folderOf(tag);
  return `charts/${id}${folder === null ? '' : `.${folder}`}`;
}

/** All pictures of a chart. The first is the open one. */
export interface PictureSet {
  readonly id: string;
  readonly siteName: string;
  readonly pictures: readonly Pictured[];
}

/** The pictures of a chart: as it is and, where that differs, without names of people. */
export function picturesOf(edition: Edition, chart: RenderedChart): Pictured[] {
  const quiet = quietChart(edition, chart);
  const file = pictureFile(edition.locale.tag, chart.id);
  const open = { file, chart, quiet: false, provenance: provenanceOf(edition, chart, false) };
  if (quiet === chart) return [open];
  return [open, { file: `${file}-quiet`, chart: quiet, quiet: true, provenance: provenanceOf(edition, quiet, true) }];
}

/** The picture of the story's opening; `null` where it has none. It names nobody. */
export function pictureOfOpening(edition: Edition): Pictured | null {
  const picture = openingPicture(edition);
  return picture && { file: pictureFile(edition.locale.tag, OPENING), quiet: false, ...picture };
}

/** The SVG file of a picture, and its size. */
export function drawPicture({ chart, provenance }: Pictured, colours: Colours) {
  return { ...svgFile(chart, provenance, colours, heightOf(chart.drawings.wide)), width: fileWidth };
}

/** Writes the pictures of every chart of the editions; `stylesheet` is the file of `tokens.css`. Returns the number of pictured charts, the openings among them. */
export async function writeImages(editions: readonly Edition[], directory: string, stylesheet: string): Promise<number> {
  const css = readFileSync(stylesheet, 'utf8');
  let pictured = 0;
  await withRasteriser(process.cwd(), async (raster) => {
    // One language after the other, so that not all drawings wait at once.
    for (const edition of editions) {
      const sets = pictureSets(edition);
      await writePictures(sets, directory, css, raster);
      pictured += sets.length;
    }
  });
  return pictured;
}

function pictureSets(edition: Edition): PictureSet[] {
  const { siteName } = edition.strings;
  const sets = charts.flatMap(({ id }): PictureSet[] => {
    const chart = edition.charts.get(id);
    return chart ? [{ id, siteName, pictures: picturesOf(edition, chart) }] : [];
  });
  const opening = pictureOfOpening(edition);
  return opening ? [...sets, { id: OPENING, siteName, pictures: [opening] }] : sets;
}

/**
 * Writes the files of the pictures, as `charts/<id>.svg`, `.png` and `@2x.png`, the same three of `<id>-dark`, for charts with names of people also of `<id>-quiet`
 * and `<id>-quiet-dark`, `charts/<id>-card.png`, and one neutral card under `directory`. Each light picture has one SVG more for each shape,
 * `<id>-slide.svg` and so on; as pixels the shapes of all charts would take longer than all other pictures, so they are made with
 * `pixels` only, for one bundle. `css` is the text of `tokens.css`, `own` a sheet of the same form whose colours come before it.
 */
export async function writePictures(
  sets: readonly PictureSet[],
  directory: string,
  css: string,
  raster: Rasteriser,
  { own = '', pixels = false }: { readonly own?: string; readonly pixels?: boolean } = {},
): Promise<void> {
  const light = coloursOf(css, 'light', own);
  const folder = join(directory, 'charts');
  mkdirSync(folder, { recursive: true });
  const written: Promise<void>[] = [];
  const write = (name: string, svg: string, scale: number): void => {
    written.push(raster.png(svg, scale, join(folder, name)));
  };
  for (const { siteName, pictures } of sets) {
    for (const picture of pictures) {
      for (const { theme, suffix } of themes) {
        const name = `${basename(picture.file)}${suffix}`;
        const { svg } = drawPicture(picture, coloursOf(css, theme, own));
        written.push(writeFile(join(folder, `${name}.svg`), svg));
        write(`${name}.png`, svg, 1);
        write(`${name}@2x.png`, svg, 2);
      }
      for (const shape of Object.keys(shapes) as Shape[]) {
        const name = `${basename(picture.file)}-${shape}`;
        const svg = shapedPicture(picture.chart, picture.provenance, light, shape);
        written.push(writeFile(join(folder, `${name}.svg`), svg));
        if (pixels) write(`${name}.png`, svg, 1);
      }
    }
    const [open] = pictures;
    if (open) write(`${basename(open.file)}-card.png`, chartCard(open.chart, siteName, light, heightOf(open.chart.drawings.wide)), 1);
  }
  write('neutral-card.png', neutralCard(light), 1);
  await Promise.all(written);
}

function provenanceOf(edition: Edition, chart: RenderedChart, quiet: boolean): Provenance {
  const { strings, locale, release } = edition;
  return {
    siteName: strings.siteName,
    sources: `${strings.chart.sources}: ${creditOf(edition, chart, quiet)}.`,
    asOf: `${strings.chart.dataAsOf(formatDate(chart.asOf.iso, chart.asOf.precision, locale))}.`,
    licence: 'CC BY 4.0',
    version: strings.chart.dataVersion(release.words),
  };
}

/** The custom properties of a theme, with references to one another followed. Throws when the sheet has no such block. */
export function coloursOf(css: string, theme: 'light' | 'dark', own = ''): Colours {
  const raw = new Map<string, string>();
  for (const sheet of own === '' ? [css] : [css, own]) {
    for (const [name, value] of propertiesOf(sheet, /^:root\s*\{([^}]*)\}/m)) raw.set(name, value);
    if (theme === 'dark')
      for (const [name, value] of propertiesOf(sheet, /@media \(prefers-color-scheme: dark\)\s*\{\s*:root\s*\{([^}]*)\}/))
        raw.set(name, value);
  }
  const follow = (value: string): string => value.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => follow(raw.get(name) ?? ''));
  return new Map([...raw].map(([name, value]) => [name, follow(value)]));
}

function propertiesOf(css: string, block: RegExp): Map<string, string> {
  const [, body] = block.exec(css) ?? [];
  if (body === undefined) throw new Error(`tokens.css: expected a block like ${block}`);
  return new Map([...body.matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
}
