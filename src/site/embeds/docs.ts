/** Texts for people who build with the site's parts: `content/<language>/docs/`, with values of the code in braces, such as `{site}`. */
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { toString as plainText } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { location } from 'vfile-location';
import { z } from 'zod';
import { type Problem, ProblemsError, quote } from '../../data/problem.ts';
import { readText } from '../../data/text-file.ts';
import { readYaml } from '../../data/yaml.ts';
import { checkAddresses, checkHidden } from '../../story/safe-markdown.ts';
import { dressTables, remarkTables } from '../../story/tables.ts';
import { firstLanguage } from '../languages.ts';

export interface Doc {
  readonly title: string;
  readonly description: string;
  /** The headings of the second level. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly html: string;
  /** The markdown with its values, without front matter. */
  readonly text: string;
}

const frontMatter = z.strictObject({ title: z.string().min(1), description: z.string().min(1) });

/** A name in braces. Braces of code in examples hold something else, or blanks. */
const placeholder = /\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\}/g;

/** Reads `content/<tag>/docs/<name>.md`. Throws ProblemsError where it asks for a value that is not given, or given ones are not used. */
export function readDoc(root: string, tag: string, name: string, values: ReadonlyMap<string, string>): Doc {
  const file = `content/${tag}/docs/${name}.md`;
  const original = `content/${firstLanguage}/docs/${name}.md`;
  const anchors = tag === firstLanguage ? undefined : anchorsOf(readText(join(root, original), original));
  const { doc, problems } = renderDoc(file, readText(join(root, file), file), values, anchors);
  if (doc === null) throw new ProblemsError(problems);
  return doc;
}

/** The ids of the headings of a text, in their order. A translation keeps them, so that a link to a place holds in every language. */
function anchorsOf(source: string): string[] {
  const anchors: string[] = [];
  visit(unified().use(remarkParse).use(remarkFrontmatter).parse(source), 'heading', (node) => {
    anchors.push(slug(plainText(node)));
  });
  return anchors;
}

/** The same for a text at hand, with the ids of its headings where they are not made of their words. Never throws; `doc` is `null` when there are problems. */
export function renderDoc(
  file: string,
  source: string,
  values: ReadonlyMap<string, string>,
  anchors: readonly string[] = [],
): { doc: Doc | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const used = new Set<string>();
  const places = location(source);
  const filled = source.replace(placeholder, (whole, key: string, at: number) => {
    used.add(key);
    const value = values.get(key);
    const { line = 1, column = 1 } = places.toPoint(at) ?? {};
    if (value === undefined)
      problems.push({ file, line, column, subject: '', message: `expected a value that is known, found ${quote(whole)}` });
    return value ?? whole;
  });
  for (const key of values.keys()) {
    if (!used.has(key))
      problems.push({ file, line: 1, column: 1, subject: '', message: `expected the value {${key}} to be told, found it nowhere` });
  }
  const tree = unified().use(remarkParse).use(remarkFrontmatter).use(remarkTables).parse(filled);
  const [first] = tree.children;
  const report = (offset: number, subject: string, message: string): void => {
    const { line = 1, column = 1 } = location(filled).toPoint(offset) ?? {};
    problems.push({ file, line, column, subject, message });
  };
  const body = first?.type === 'yaml' ? (first.position?.end.offset ?? 0) : 0;
  checkAddresses(tree, report);
  checkHidden(filled.slice(body), (offset, ...told) => report(body + offset, ...told));
  const front = readYaml(file, first?.type === 'yaml' ? `\n${first.value}` : '', frontMatter);
  problems.push(...front.problems);
  if (front.value === null || problems.length > 0) return { doc: null, problems };
  const text = filled.slice(first?.position?.end.offset ?? 0).trim();
  const sections: { id: string; title: string }[] = [];
  let heading = 0;
  visit(tree, 'heading', (node) => {
    const title = plainText(node);
    const id = anchors[heading++] ?? slug(title);
    if (node.depth === 2) sections.push({ id, title });
    node.data = { ...node.data, hProperties: { id } };
  });
  const page = unified().use(remarkRehype).runSync(tree);
  dressTables(page);
  return { doc: { ...front.value, sections, html: toHtml(page), text: `${text}\n` }, problems };
}

/** The id of a heading. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
