/** One script a page: its modules are joined, so that a reader far from the server asks once. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { defaultTreeAdapter } from 'parse5';
import { attribute, type Document, type Element, elementsOf } from './tree.ts';

/** Joins the modules of pages. Pages that ask for the same modules share a file. */
export class ScriptJoiner {
  readonly #directory: string;
  readonly #joined = new Map<string, string>();
  readonly #kept = new Set<string>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Replaces the modules of a page by one, in the place of the first: modules run in their order, after the page is read. */
  async join(document: Document): Promise<void> {
    const scripts = elementsOf(document).filter(isModule);
    const links = scripts.map((script) => attribute(script, 'src') ?? '');
    const [first, ...others] = scripts;
    if (!first) return;
    const link = links.length === 1 ? links[0] : await this.#file(links);
    first.attrs = first.attrs.map((attr) => (attr.name === 'src' ? { ...attr, value: link ?? '' } : attr));
    for (const other of others) defaultTreeAdapter.detachNode(other);
    this.#kept.add(link ?? '');
  }

  /** Removes the modules that no page asks for any more, neither at once nor later. */
  async removeUnused(): Promise<void> {
    const folder = join(this.#directory, 'assets');
    if (!existsSync(folder)) return;
    const entryPoints = [...this.#kept].map((link) => join(this.#directory, link));
    const { metafile } = await build({
      entryPoints,
      absWorkingDir: this.#directory,
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      outdir: 'unused',
      logLevel: 'error',
    });
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.js') && !(`assets/${name}` in metafile.inputs)) rmSync(join(folder, name));
    }
  }

  async #file(links: readonly string[]): Promise<string> {
    const key = links.join(' ');
    const known = this.#joined.get(key);
    if (known !== undefined) return known;
    const folder = join(this.#directory, 'assets');
    const { outputFiles } = await build({
      stdin: { contents: links.map((link) => `import ${JSON.stringify(join(this.#directory, link))};`).join('\n'), resolveDir: folder },
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
      // What is fetched only when it is asked for stays a file of its own, beside this one.
      plugins: [
        {
          name: 'later',
          setup: ({ onResolve }) =>
            onResolve({ filter: /^\./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
        },
      ],
    });
    const text = outputFiles[0]?.text ?? '';
    const link = `/assets/page.${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.js`;
    writeFileSync(join(this.#directory, link), text);
    this.#joined.set(key, link);
    return link;
  }
}

function isModule(element: Element): boolean {
  return (
    element.tagName === 'script' && attribute(element, 'type') === 'module' && (attribute(element, 'src') ?? '').startsWith('/assets/')
  );
}
