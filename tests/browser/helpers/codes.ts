/** The lines to paste that a chart's page gives, as it is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { dist } from './static-server.ts';

export type Codes = Readonly<Record<'frame' | 'quiet' | 'loader' | 'element' | 'svg' | 'png', string>>;

/** The codes of a chart, with the address at which the site is served. */
export function codesOf(chart: string, site: string): Codes {
  const { document } = parseHTML(readFileSync(join(dist, 'charts', chart, 'index.html'), 'utf8'));
  const code = (form: string): string =>
    (document.querySelector(`[data-code=${form}]`)?.textContent ?? '').replace(
      /https?:\/\/[^"\s]*?\/(embed\/|charts\/|embed\.js)/g,
      `${site}$1`,
    );
  return {
    frame: code('frame'),
    quiet: code('quiet'),
    loader: code('loader'),
    element: code('element'),
    svg: code('svg'),
    png: code('png'),
  };
}

/** Each form with what has to stand on its page, by its name. */
export function formsOf(chart: string, site: string): Readonly<Record<string, readonly [form: string, below: string]>> {
  const { frame, element, svg, png, loader } = codesOf(chart, site);
  return {
    line: [frame, ''],
    'line with script': [frame, loader],
    element: [element, loader],
    'element without its script': [element, ''],
    'picture, SVG': [svg, ''],
    'picture, PNG': [png, ''],
  };
}
