/** The optional oEmbed endpoint: `src/embed/endpoint.ts` as a function for each host that runs some, and the text for the list of providers. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { siteAddress } from '../../site-address.ts';

/** The head of each host's function: how it is called there. */
const hosts = {
  'netlify/functions/oembed.mjs': `export default (request) => answerOembed(request.url, SITE, (address) => fetch(address));
export const config = { path: '/oembed' };`,
  'cloudflare/functions/oembed.js': `export const onRequestGet = ({ request, env }) => answerOembed(request.url, SITE, (address) => env.ASSETS.fetch(new Request(address)));`,
} as const;

/** The functions by their paths, one file each that needs no other, for the site's address. */
export async function oembedFunctions(root: string, site: string | undefined): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [path, call] of Object.entries(hosts)) {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { answerOembed } from './endpoint.ts';\nconst SITE = ${JSON.stringify(siteAddress(site))};\n${call}\n`,
        resolveDir: join(root, 'src/embed'),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
    });
    files.set(path, outputFiles[0]?.text ?? '');
  }
  return files;
}

/** The entry for the list of providers at oembed.com, in the form that its repository asks for. */
export function providerEntry(name: string, site: string | undefined, chart: string) {
  const address = siteAddress(site);
  return [
    {
      provider_name: name,
      provider_url: address,
      endpoints: [
        {
          schemes: [`${address}charts/*`, `${address}*/charts/*`, `${address}embed/*`],
          url: new URL('/oembed', address).href,
          example_urls: [`${address}charts/${chart}/`],
          formats: ['json'],
          discovery: true,
        },
      ],
    },
  ];
}
