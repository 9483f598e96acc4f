/** The pictures of the charts, written beside their pages. */
import { mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chartCard, neutralCard } from '../charts/image/card.ts';
import { makeRasteriser } from '../charts/image/raster.ts';
import { type Colours, svgFile } from '../charts/image/svg-file.ts';
import { charts } from '../charts/registry.ts';
import { formatDate } from '../figures/format.ts';
import type { Edition } from './edition.ts';
import { publishersOf } from './publishers.ts';

/** The themes of pictures, and what their files are named after the chart's id. */
const themes = [
  { theme: 'light', suffix: '' },
  { theme: 'dark', suffix: '-dark' },
] as const;

/**
 * Writes `charts/<id>.svg`, `.png` and `@2x.png`, the same three of `charts/<id>-dark`, `charts/<id>-card.png` and one neutral
 * card under `directory`. `stylesheet` is the file of `tokens.css`.
 */
export async function writeImages(edition: Edition, directory: string, stylesheet: string): Promise<void> {
  const css = readFileSync(stylesheet, 'utf8');
  const light = coloursOf(css, 'light');
  const folder = join(directory, 'charts');
  mkdirSync(folder, { recursive: true });
  const raster = await makeRasteriser();
  const written: Promise<void>[] = [];
  const write = (name: string, svg: string, scale: number): void => {
    written.push(raster.png(svg, scale).then((png) => writeFile(join(folder, name), png)));
  };
  try {
    for (const { id, height } of charts) {
      const chart = edition.charts.get(id);
      if (!chart) continue;
      for (const { theme, suffix } of themes) {
        const { svg } = svgFile(chart, provenanceOf(edition, id), coloursOf(css, theme), height.wide);
        written.push(writeFile(join(folder, `${id}${suffix}.svg`), svg));
        write(`${id}${suffix}.png`, svg, 1);
        write(`${id}${suffix}@2x.png`, svg, 2);
      }
      write(`${id}-card.png`, chartCard(chart, edition.strings.siteName, light, height.wide), 1);
      // One chart at a time, so that no more than its pictures are held at once.
      await Promise.all(written.splice(0));
    }
    write('neutral-card.png', neutralCard(light), 1);
    await Promise.all(written);
  } finally {
    raster.close();
  }
}

function provenanceOf(edition: Edition, id: string) {
  const { strings, locale, release } = edition;
  const chart = edition.charts.get(id);
  if (!chart) throw new RangeError(`there is no chart "${id}"`);
  return {
    siteName: strings.siteName,
    sources: `${strings.chart.sources}: ${publishersOf(chart, edition)}.`,
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
