import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * HTML of a markdown text of the project that is no chapter. Its first heading is left out: the page has its own.
 * `idOf` gives those of the second level an id by their text.
 */
export function renderMarkdown(text: string, idOf?: (heading: string) => string): string {
  const tree = unified().use(remarkParse).parse(text);
  if (tree.children[0]?.type === 'heading') tree.children.shift();
  if (idOf) {
    for (const child of tree.children)
      if (child.type === 'heading' && child.depth === 2) child.data = { hProperties: { id: idOf(textOf(child)) } };
  }
  visit(tree, 'link', (link) => {
    // In the repository a release is a folder of the data; on the site it has a page.
    link.url = link.url.replace(/^releases\/(?=\d)/, '/data/');
  });
  return toHtml(unified().use(remarkRehype).runSync(tree));
}
