/** The files by which a reading program finds its way in a book: its package, its contents. */
import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { toXast } from 'hast-util-to-xast';
import type { Element as XmlElement, Root as XmlRoot } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { element, textOf } from '../story-tree.ts';
import type { BookDocument } from './documents.ts';

export interface BookFacts {
  readonly tag: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly rights: string;
  readonly version: string;
  /** The day, as YYYY-MM-DD, on which its data last changed. */
  readonly modified: string;
  readonly contents: string;
  readonly coverText: string;
  readonly access: string;
}

/** A page of the book around what it holds. */
export function pageOf({ tag }: BookFacts, title: string, body: Element['children'], type?: string): string {
  const html = make(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang: tag, xmlLang: tag },
    make(
      'head',
      {},
      make('title', {}, { type: 'text', value: title }),
      make('link', { rel: ['stylesheet'], type: 'text/css', href: 'book.css' }),
    ),
    make('body', type === undefined ? {} : { 'epub:type': type }, ...body),
  );
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html] };
  return xml(toXast(root) as XmlRoot);
}

/** Text with the declaration that makes it XML, and empty elements closed. */
const xml = (tree: XmlRoot | XmlElement): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`;

const node = (name: string, attributes: Record<string, string>, ...children: (XmlElement | string)[]): XmlElement => ({
  type: 'element',
  name,
  attributes,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

/** A name that is the same for the same edition and for no other, as a UUID of its facts. */
export function bookId({ tag, title, version }: BookFacts): string {
  const hash = createHash('sha1').update(`${title}\n${tag}\n${version}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex').slice(0, 32);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

export interface BookFile {
  readonly path: string;
  readonly type: string;
  readonly properties?: string;
}

/** The package: what the book is, who can read it and how, its files and their order. */
export function packageOf(facts: BookFacts, files: readonly BookFile[], spine: readonly string[]): string {
  const idOf = (path: string): string => `f-${path.replace(/[^a-z0-9]+/gi, '-')}`;
  const meta = (property: string, value: string): XmlElement => node('meta', { property }, value);
  return xml(
    node(
      'package',
      { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': facts.tag },
      node(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        node('dc:identifier', { id: 'id' }, bookId(facts)),
        node('dc:title', {}, facts.title),
        node('dc:language', {}, facts.tag),
        node('dc:creator', {}, facts.author),
        node('dc:description', {}, facts.description),
        node('dc:rights', {}, facts.rights),
        node('dc:date', {}, facts.modified),
        meta('dcterms:modified', `${facts.modified}T00:00:00Z`),
        ...['textual', 'visual'].map((mode) => meta('schema:accessMode', mode)),
        meta('schema:accessModeSufficient', 'textual'),
        ...['alternativeText', 'longDescription', 'structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'].map(
          (feature) => meta('schema:accessibilityFeature', feature),
        ),
        meta('schema:accessibilityHazard', 'none'),
        meta('schema:accessibilitySummary', facts.access),
      ),
      node(
        'manifest',
        {},
        ...files.map(({ path, type, properties }) =>
          node('item', { id: idOf(path), href: path, 'media-type': type, ...(properties && { properties }) }),
        ),
      ),
      node('spine', {}, ...spine.map((path) => node('itemref', { idref: idOf(path) }))),
    ),
  );
}

export const container = xml(
  node(
    'container',
    { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
    node('rootfiles', {}, node('rootfile', { 'full-path': 'book/package.opf', 'media-type': 'application/oebps-package+xml' })),
  ),
);

const make = (tagName: string, properties: Element['properties'], ...children: Element['children']): Element =>
  element(tagName, properties, children);
const link = (href: string, text: string): Element => make('a', { href }, { type: 'text', value: text });

/** The contents: documents in their order, chapters with their parts, and the places that programs ask for. */
export function navOf(facts: BookFacts, documents: readonly BookDocument[], tables: string): string {
  const entry = ({ name, title, kind, content }: BookDocument): Element => {
    const parts = kind === 'chapter' ? selectAll('h3[id]', { type: 'root', children: content }) : [];
    const below = parts.map((part) => make('li', {}, link(`${name}.xhtml#${String(part.properties['id'])}`, textOf(part))));
    return make('li', {}, link(`${name}.xhtml`, title), ...(below.length > 0 ? [make('ol', {}, ...below)] : []));
  };
  const appendices = documents.filter(({ kind }) => kind === 'appendix');
  const items = documents.flatMap((document) => {
    if (document.kind !== 'appendix') return [entry(document)];
    if (document !== appendices[0]) return [];
    return [make('li', {}, make('span', {}, { type: 'text', value: tables }), make('ol', {}, ...appendices.map(entry)))];
  });
  const first = documents.find(({ kind }) => kind === 'chapter');
  return pageOf(facts, facts.contents, [
    make('nav', { 'epub:type': 'toc', role: 'doc-toc' }, make('h1', {}, { type: 'text', value: facts.contents }), make('ol', {}, ...items)),
    make(
      'nav',
      { 'epub:type': 'landmarks', hidden: true },
      make(
        'ol',
        {},
        ...(first
          ? [make('li', {}, make('a', { 'epub:type': 'bodymatter', href: `${first.name}.xhtml` }, { type: 'text', value: first.title }))]
          : []),
        make('li', {}, make('a', { 'epub:type': 'toc', href: 'contents.xhtml' }, { type: 'text', value: facts.contents })),
      ),
    ),
  ]);
}
