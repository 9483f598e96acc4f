import { toHtml } from 'hast-util-to-html';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** HTML of a markdown text of the project that is no chapter. Its first heading is left out: the page has its own. */
export function renderMarkdown(text: string): string {
  const tree = unified().use(remarkParse).parse(text);
  if (tree.children[0]?.type === 'heading') tree.children.shift();
  return toHtml(unified().use(remarkRehype).runSync(tree));
}
