/** The pictures of the charts, written beside their pages. */
import { mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chartCard, neutralCard } from '../../charts/image/card.ts';
import { makeRasteriser } from '../../charts/image/raster.ts';
import { type Colours, fileWidth, svgFile } from '../../charts/image/svg-file.ts';
import { charts } from '../../charts/registry.ts';
import type { RenderedChart } from '../../charts/render.ts';
import { formatDate } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';
import { creditOf, quietChart } from './quiet.ts';

/** The themes of pictures, and what their files are named after the chart's id. */
const themes = [
  { theme: 'light', suffix: '' },
  { theme: 'dark', suffix: '-dark' },
] as const;

/** A chart as pictures show it, and the path of their files from the root of the site, without theme and ending. */
export interface Pictured {
  readonly file: string;
  readonly chart: RenderedChart;
  readonly quiet: boolean;
}

/** The pictures of a chart: as it is and, where that differs, without names of people. */
export function picturesOf(edition: Edition, chart: RenderedChart): Pictured[] {
  const quiet = quietChart(edition, chart);
  const open = { file: `charts/${chart.id}`, chart, quiet: false };
  return quiet === chart ? [open] : [open, { file: `charts/${chart.id}-quiet`, chart: quiet, quiet: true }];
}

/** The SVG file of a picture, and its size. */
export function drawPicture(edition: Edition, { chart, quiet }: Pictured, colours: Colours) {
  const height = charts.find(({ id }) => id === chart.id)?.height.wide;
  if (height === undefined) throw new RangeError(`there is no chart "${chart.id}"`);
  return { ...svgFile(chart, provenanceOf(edition, chart, quiet), colours, height), width: fileWidth };
}

/**
 * Writes `charts/<id>.svg`, `.png` and `@2x.png`, the same three of `<id>-dark`, for charts with names of people also of `<id>-quiet`
 * and `<id>-quiet-dark`, `charts/<id>-card.png`, and one neutral card under `directory`. `stylesheet` is the file of `tokens.css`.
 * `told` hears of each chart whose pictures are written. Returns the number of charts.
 */
export async function writeImages(
  edition: Edition,
  directory: string,
  stylesheet: string,
  told: (done: number, total: number) => void = () => {},
): Promise<number> {
  const css = readFileSync(stylesheet, 'utf8');
  const light = coloursOf(css, 'light');
  const folder = join(directory, 'charts');
  mkdirSync(folder, { recursive: true });
  const raster = await makeRasteriser();
  const written: Promise<void>[] = [];
  let done = 0;
  const write = (name: string, svg: string, scale: number): void => {
    written.push(raster.png(svg, scale).then((png) => writeFile(join(folder, name), png)));
  };
  try {
    for (const { id, height } of charts) {
      const chart = edition.charts.get(id);
      if (!chart) continue;
      for (const picture of picturesOf(edition, chart)) {
        for (const { theme, suffix } of themes) {
          const name = `${basename(picture.file)}${suffix}`;
          const { svg } = drawPicture(edition, picture, coloursOf(css, theme));
          written.push(writeFile(join(folder, `${name}.svg`), svg));
          write(`${name}.png`, svg, 1);
          write(`${name}@2x.png`, svg, 2);
        }
      }
      write(`${id}-card.png`, chartCard(chart, edition.strings.siteName, light, height.wide), 1);
      // One chart at a time, so that no more than its pictures are held at once.
      await Promise.all(written.splice(0));
      told(++done, edition.charts.size);
    }
    write('neutral-card.png', neutralCard(light), 1);
    await Promise.all(written);
    return done;
  } finally {
    raster.close();
  }
}

function provenanceOf(edition: Edition, chart: RenderedChart, quiet: boolean) {
  const { strings, locale, release } = edition;
  return {
    siteName: strings.siteName,
    sources: `${strings.chart.sources}: ${creditOf(edition, chart, quiet)}.`,
    asOf: `${strings.chart.dataAsOf(formatDate(chart.asOf.iso, chart.asOf.precision, locale))}.`,
    licence: 'CC BY 4.0',
    version: strings.chart.dataVersion(release.version),
  };
}

/** The custom properties of a theme, with references to one another followed. Throws when the sheet has no such block. */
export function coloursOf(css: string, theme: 'light' | 'dark'): Colours {
  const raw = propertiesOf(css, /^:root\s*\{([^}]*)\}/m);
  if (theme === 'dark')
    for (const [name, value] of propertiesOf(css, /@media \(prefers-color-scheme: dark\)\s*\{\s*:root\s*\{([^}]*)\}/)) raw.set(name, value);
  const follow = (value: string): string => value.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => follow(raw.get(name) ?? ''));
  return new Map([...raw].map(([name, value]) => [name, follow(value)]));
}

function propertiesOf(css: string, block: RegExp): Map<string, string> {
  const [, body] = block.exec(css) ?? [];
  if (body === undefined) throw new Error(`tokens.css: expected a block like ${block}`);
  return new Map([...body.matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
}
