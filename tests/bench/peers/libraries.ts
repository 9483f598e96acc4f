/** The libraries that we are held against, and the page that each gets: the same words, the same rows, and its own script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Figure } from './charts.ts';

export interface Library {
  readonly id: string;
  readonly name: string;
  /** The package whose version is told. */
  readonly package: string;
  /** A sheet of styles that it asks for, within its packages. */
  readonly styles?: string;
}

export const libraries: readonly Library[] = [
  { id: 'plot', name: 'Observable Plot', package: '@observablehq/plot' },
  { id: 'vega', name: 'Vega-Embed', package: 'vega-embed' },
  { id: 'echarts', name: 'Apache ECharts', package: 'echarts' },
  { id: 'chartjs', name: 'Chart.js', package: 'chart.js' },
  { id: 'highcharts', name: 'Highcharts', package: 'highcharts' },
  { id: 'plotly', name: 'Plotly.js basic', package: 'plotly.js-basic-dist-min' },
  { id: 'uplot', name: 'uPlot', package: 'uplot', styles: 'uplot/dist/uPlot.min.css' },
  { id: 'd3', name: 'D3 by hand', package: 'd3-selection' },
];

const here = import.meta.dirname;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const css = `body{margin:0;padding:8px;font:15px/1.4 sans-serif;color:#1b1b1b;background:#fff}figure{margin:0}p{margin:0 0 8px}.title{font-size:19px;font-weight:700}.under{font-size:13px}#chart{width:100%}`;

/** The files of a chart drawn by a library, by their names. Script and document are as small as its maker's own tools get them. */
export async function filesOf(library: Library, figure: Figure): Promise<Readonly<Record<string, string>>> {
  const marks = new Set(figure.series.map(({ mark }) => mark));
  const { outputFiles } = await build({
    entryPoints: [join(here, 'draw', `${library.id}.js`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    define: {
      WITH_TIME: String(figure.x === 'time'),
      WITH_LINES: String(marks.has('line')),
      WITH_BARS: String(marks.has('bar')),
      WITH_DOTS: String(marks.has('dot')),
      'process.env.NODE_ENV': '"production"',
    },
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`${library.name}: nothing was bundled`);
  const { id: _id, rows: _rows, under, subtitle, ...drawn } = figure;
  const styles = library.styles === undefined ? '' : readFileSync(join(here, 'node_modules', library.styles), 'utf8');
  const page = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    // Nothing else is asked for by a browser of its own accord.
    `<link rel="icon" href="data:,"><title>${escaped(figure.title)}</title><style>${styles}${css}</style>`,
    '<script type="module" src="draw.js"></script></head><body><main><figure><figcaption>',
    `<p class="title">${escaped(figure.title)}</p><p>${escaped(subtitle)}</p></figcaption><div id="chart"></div>`,
    ...under.map((text) => `<p class="under">${escaped(text)}</p>`),
    `</figure></main><script type="application/json" id="figure">${JSON.stringify(drawn).replaceAll('<', '\\u003c')}</script></body></html>`,
  ];
  return { 'index.html': page.join(''), 'draw.js': script.text };
}
