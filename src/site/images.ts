/** The pictures of the charts, written beside their pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartCard, neutralCard } from '../charts/image/card.ts';
import { makeRasteriser } from '../charts/image/raster.ts';
import { type Colours, svgFile } from '../charts/image/svg-file.ts';
import { charts } from '../charts/registry.ts';
import { formatDate } from '../figures/format.ts';
import type { Edition } from './edition.ts';
import { publishersOf } from './publishers.ts';

/** Writes `charts/<id>.svg`, `.png`, `@2x.png`, `-card.png` and one neutral card under `directory`. */
export async function writeImages(edition: Edition, directory: string, stylesheet: string): Promise<void> {
  const colours = coloursOf(readFileSync(stylesheet, 'utf8'));
  const folder = join(directory, 'charts');
  mkdirSync(folder, { recursive: true });
  const raster = await makeRasteriser();
  try {
    for (const { id, height } of charts) {
      const chart = edition.charts.get(id);
      if (!chart) continue;
      const { svg } = svgFile(chart, provenanceOf(edition, id), colours, height.wide);
      writeFileSync(join(folder, `${id}.svg`), svg);
      writeFileSync(join(folder, `${id}.png`), raster.png(svg, 1));
      writeFileSync(join(folder, `${id}@2x.png`), raster.png(svg, 2));
      writeFileSync(join(folder, `${id}-card.png`), raster.png(chartCard(chart, edition.strings.siteName, colours, height.wide), 1));
    }
    writeFileSync(join(folder, 'neutral-card.png'), raster.png(neutralCard(colours), 1));
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

/** The custom properties of the light theme, with references to one another followed. */
export function coloursOf(css: string): Colours {
  const [, block = ''] = /:root\s*\{([^}]*)\}/.exec(css) ?? [];
  const raw = new Map([...block.matchAll(/(--[a-z-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
  const follow = (value: string): string => value.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => follow(raw.get(name) ?? ''));
  return new Map([...raw].map(([name, value]) => [name, follow(value)]));
}
