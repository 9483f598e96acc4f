/** Style and script of embeds, made small and put into each page, so that an embed is one document and a pinned one never changes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

/** Browsers of the last few years; hosts have readers with older ones than we do. */
const target = ['chrome105', 'firefox110', 'safari16'];

/** What stands in the head of an embed. */
export interface EmbedAssets {
  readonly style: string;
  readonly script: string;
}

/** `own` as below; `parts`: with the sheet of the choice among the parts of a chart. */
export async function assetsOf(root: string, own: string, parts: boolean): Promise<EmbedAssets> {
  const [style, script, choice] = await Promise.all([
    embedStyle(root, own),
    embedScript(root, 'frame'),
    parts ? partsStyle(root) : Promise.resolve(''),
  ]);
  return { style: style + choice, script };
}

/** The script `src/embed/<name>.ts` with what it imports, as one classic script. */
export async function embedScript(root: string, name: 'frame' | 'loader' | 'missing'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, `src/embed/${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target,
    legalComments: 'none',
    // Else each script would begin with words that modules don't need to be strict.
    tsconfigRaw: {},
  });
  return (outputFiles[0]?.text ?? '').trim();
}

/** `own` is a sheet in the form of `tokens.css` with the colours that the drawings of a release had, where it is one's. */
export async function embedStyle(root: string, own = ''): Promise<string> {
  const read = (name: string): string => readFileSync(join(root, 'src/site', name), 'utf8');
  const tokens = read('shell/styles/tokens.css');
  const { code } = await transform(
    themed(tokens) +
      ownColours(tokens, own) +
      read('shell/styles/drawing-fonts.css') +
      read('shell/styles/drawing-sizes.css') +
      read('embeds/embed.css'),
    {
      loader: 'css',
      minify: true,
      target,
    },
  );
  return code.trim();
}

/** The sheet of the choice among the parts of a chart, for embeds that have one. */
async function partsStyle(root: string): Promise<string> {
  const { code } = await transform(readFileSync(join(root, 'src/site/shell/styles/parts.css'), 'utf8'), {
    loader: 'css',
    minify: true,
    target,
  });
  return code.trim();
}

/** What an embed uses of the site's tokens: colours, but no faces, measures or parts of pages. */
const used = /^--(?:paper|ink|ink-soft|line|link|focus|chart-[a-z-]+)$/;
/** What the drawings alone use. */
const drawn = /^--chart-[a-z-]+$/;

/**
 * The colours of `tokens.css`, with a dark theme that the address of an embed can ask for or refuse. Throws
 * when the sheet is no longer made of the blocks known here.
 */
export function themed(css: string, names = used): string {
  const blocks = [...css.matchAll(/(?:@media \(([a-z-]+: [a-z]+)\) \{\s*)?:root \{([^}]*)\}/g)].map(([, media = '', body = '']) => ({
    media,
    body: [...body.matchAll(/(--[a-z-]+): ([^;]+);/g)]
      .flatMap(([, name = '', value]) => (names.test(name) ? `${name}:${value};` : []))
      .join(''),
  }));
  const of = (wanted: string): string => {
    const found = blocks.find(({ media }) => media === wanted);
    if (!found) throw new Error(`tokens.css: expected a block ${wanted || 'for all'}`);
    return found.body;
  };
  const dark = of('prefers-color-scheme: dark');
  return [
    `:root{color-scheme:light dark;${of('')}}`,
    `@media (prefers-color-scheme: dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
    ':root[data-theme=light]{color-scheme:light}',
    // After the themes and more specific, since what the reader needs comes before the host's wishes. Ink on paper is dark.
    `@media print{:root:root:root{color-scheme:light;${of('')}}}`,
    ...['prefers-contrast: more', 'forced-colors: active'].map((media) => `@media (${media}){:root:root:root{${of(media)}}}`),
  ].join('\n');
}

/** The colours that drawings had, over those of today; nothing where they are the same. */
function ownColours(tokens: string, own: string): string {
  const were = own === '' ? '' : themed(own, drawn);
  return were === themed(tokens, drawn) ? '' : were;
}
