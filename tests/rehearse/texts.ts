/** What the texts tell a stranger to do: the commands of a section, and the examples whose blocks name a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A block of code that says which file it belongs to, after its language: `csv data/fines.csv`. */
export interface Example {
  readonly file: string;
  readonly text: string;
}

/** The nodes of a section, with the sections below it. Throws where the text has no such heading. */
function sectionOf(root: string, file: string, heading: string): RootContent[] {
  const { children } = unified()
    .use(remarkParse)
    .parse(readFileSync(join(root, file), 'utf8'));
  const at = children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const head = children[at];
  if (head?.type !== 'heading') throw new Error(`${file}: expected the section “${heading}”, found none`);
  const rest = children.slice(at + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= head.depth);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The commands that a section names, in its order, each once: in blocks for a shell, and as code in a sentence or a table. */
export function commandsIn(root: string, file: string, heading: string): string[] {
  const found: string[] = [];
  for (const part of sectionOf(root, file, heading))
    visit(part, (node) => {
      if (node.type === 'inlineCode' || (node.type === 'code' && node.lang === 'sh')) found.push(...node.value.split('\n'));
    });
  const commands = found.map((line) => line.replace(/\s+#.*$/, '').trim()).filter((line) => /^(?:[A-Z_]+=\S+ )*(?:npm|npx) /.test(line));
  return [...new Set(commands)];
}

/** The one command of a section that matches, as it is written there. Throws where the text does not name it. */
export function commandIn(root: string, file: string, heading: string, wanted: RegExp): string {
  const found = commandsIn(root, file, heading).find((command) => wanted.test(command));
  if (found === undefined) throw new Error(`${file}: expected a command like ${wanted} under “${heading}”, found none`);
  return found;
}

/** The examples of a section that say which file they belong to. Throws where there are none. */
export function examplesIn(root: string, file: string, heading: string): Example[] {
  const examples = sectionOf(root, file, heading).flatMap((node) =>
    node.type === 'code' && node.meta ? [{ file: node.meta, text: `${node.value}\n` }] : [],
  );
  if (examples.length === 0) throw new Error(`${file}: expected an example that names its file under “${heading}”, found none`);
  return examples;
}
