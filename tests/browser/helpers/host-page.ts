/** The newspaper's article in tests/fixtures/host-page, with the code that the chart pages give put into it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { dist } from './static-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Addresses {
  /** Our site, whose `/embed.js` is on the page. */
  readonly site: string;
  /** A mirror of it, whose frames that script leaves to the other ones on the page. */
  readonly mirror: string;
}

/** The article. `{{frame:held:1.1.0/@mirror}}` stands for the code of that name on the chart's page, with this at the end of its address. */
export function article({ site, mirror }: Addresses): string {
  const template = readFileSync(join(root, 'tests/fixtures/host-page/article.html'), 'utf8');
  return template
    .replaceAll('{{site}}', site)
    .replaceAll('{{mirror}}', mirror)
    .replace(/\{\{(frame|quiet):([\w-]+)(?::([^@}]+))?(@mirror)?\}\}/g, (_, form: string, chart: string, end = '', copied?: string) => {
      const { document } = parseHTML(readFileSync(join(dist, 'charts', chart, 'index.html'), 'utf8'));
      const code = document.querySelector(`[data-code=${form}]`)?.textContent ?? '';
      return code.replace(/src="[^"]*\/(embed\/[^"]*)"/, (_src, path: string) => `src="${copied ? mirror : site}${path}${end}"`);
    });
}

/** A strict policy: no script or sheet but those named. The snippet's `style` attribute is let in, as is the sheet that sidechain writes. */
export function policy({ site, mirror }: Addresses): string {
  const sidechain = readFileSync(join(root, 'node_modules/@nprapps/sidechain/dist/sidechain.js'), 'utf8');
  const [, sheet = ''] = /<style>([^<]*)<\/style>/.exec(sidechain) ?? [];
  const hash = createHash('sha256').update(sheet).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' ${site}embed.js`,
    `style-src 'self' 'sha256-${hash}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: ${site}`,
    `frame-src ${site} ${mirror}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
