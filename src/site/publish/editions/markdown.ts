/** The story as Markdown, with tables and footnotes as GitHub and most readers write them. */
import type { Element, Root } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Nodes } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { readParts } from './flat.ts';
import { replaceAll } from './story-tree.ts';

/** `note-arrests-3` is the footnote `arrests-3`. */
const labelOf = (id: string): string => id.replace(/^#?note-/, '');

/** The text of the edition, from a flat tree, which is changed. */
export function markdownOf(tree: Root): string {
  // Tables hold no paragraphs, and a heading of a row is a cell like others.
  replaceAll(tree, 'tbody th', (cell) => [{ ...cell, tagName: 'td' }]);
  const root: Root = { type: 'root', children: readParts(tree) };
  const mdast = toMdast(root, { handlers: { a: link, li: item, ol: list, sup: superscript, data: inside, dfn: emphasis } });
  return toMarkdown(mdast, {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
    bullet: '-',
    rule: '-',
  });
}

const isNote = (href: string): boolean => href.startsWith('#note-');

const reference = (href: string): Nodes => ({ type: 'footnoteReference', identifier: labelOf(href), label: labelOf(href) }) as Nodes;

/** A number that leads to its note is the number and its mark; places within the file are plain words. */
const link: Handle = (state, node: Element) => {
  const href = String(node.properties['href'] ?? '#');
  if (isNote(href)) return [...state.all(node), reference(href)] as ReturnType<Handle>;
  if (!href.startsWith('#')) {
    const made: Nodes = { type: 'link', url: href, title: null, children: state.all(node) as never };
    state.patch(node, made);
    return made;
  }
  return state.all(node) as ReturnType<Handle>;
};

const superscript: Handle = (state, node: Element) => state.all(node) as ReturnType<Handle>;
const inside: Handle = (state, node: Element) => state.all(node) as ReturnType<Handle>;
const emphasis: Handle = (state, node: Element) => ({ type: 'strong', children: state.all(node) as never });

/** A list of notes is their definitions, one after the other. */
const list: Handle = (state, node: Element) => {
  const items = node.children.filter((child): child is Element => child.type === 'element');
  if (items.every(({ properties }) => String(properties['id'] ?? '').startsWith('note-'))) return state.all(node) as ReturnType<Handle>;
  const made = {
    type: 'list',
    ordered: node.tagName === 'ol',
    start: node.tagName === 'ol' ? 1 : null,
    spread: false,
    children: state.toSpecificContent(state.all(node), () => ({ type: 'listItem', spread: false, children: [] })),
  } as Nodes;
  state.patch(node, made);
  return made as ReturnType<Handle>;
};

const item: Handle = (state, node: Element) => {
  const id = String(node.properties['id'] ?? '');
  const children = state.toFlow(state.all(node));
  if (!id.startsWith('note-')) return { type: 'listItem', spread: false, checked: null, children } as ReturnType<Handle>;
  const made: FootnoteDefinition = { type: 'footnoteDefinition', identifier: labelOf(id), label: labelOf(id), children: children as never };
  return made as ReturnType<Handle>;
};
