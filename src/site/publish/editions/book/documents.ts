/** The story as the documents of a book: a file for each chapter with its notes, the tables of a chapter in a file behind it. */
import type { Element, ElementContent, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { EditionFault } from '../fault.ts';
import { element, idsOf, need, paragraph, removeAll, replaceAll, textOf } from '../story-tree.ts';

export interface BookDocument {
  /** Its file, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly kind: 'frontmatter' | 'chapter' | 'glossary' | 'appendix' | 'bibliography';
  readonly content: ElementContent[];
}

export interface DocumentWords {
  /** Over the tables of the charts. */
  readonly tables: string;
  readonly notes: string;
}

/** Where pictures stand in the book. */
export interface Pictures {
  /** The path of a chart's files, without their endings. */
  readonly ofChart: (chart: string) => string;
  /** The path of a drawing of dots. */
  readonly ofDots: (svg: Element) => string;
}

/** What does nothing in a book. */
const gone =
  'style, .contents, .opening-mark, .scrolly-axis, .opening-tally.is-empty, .no-svg, .chart-parts, .scrolly-graphic:not(:has(figure, p))';

/** Splits a tree of the story, which is changed. Links lead from file to file afterwards. */
export function documentsOf(tree: Root, words: DocumentWords, pictures: Pictures): BookDocument[] {
  removeAll(tree, gone);
  replaceAll(tree, '.opening-still [role="img"]', ({ properties: { ariaLabel }, children }) => {
    const svg = select('svg', { type: 'root', children });
    return svg ? [element('p', { className: ['dots'] }, [element('img', { src: pictures.ofDots(svg), alt: String(ariaLabel) }, [])])] : [];
  });
  replaceAll(tree, '.scrolly-still [role="img"], .scrolly-still svg', ({ properties: { ariaLabel } }) =>
    typeof ariaLabel === 'string' ? [paragraph(ariaLabel)] : [],
  );
  const article = need(tree, 'article');
  const notes = notesIn(tree);
  const tables: BookDocument[] = [];
  const documents = chaptersOf(article).map(({ name, parts }): BookDocument => {
    const title = textOf(need({ type: 'root', children: parts }, 'h2'));
    const kept = parts.flatMap((part) => chartsOf(part, pictures));
    if (kept.length > 0) tables.push({ name: `${name}-tables`, title, kind: 'appendix', content: [heading('h2', title), ...kept] });
    return { name, title, kind: 'chapter', content: [...parts, ...notesOf(notes, name, words)] };
  });
  const [header, before, footer] = ['.site-header', '.before-you-read', '.site-footer'].map((selector) => need(tree, selector));
  const terms = need(article, 'section.terms');
  const sources = select('section.row-documents', article);
  const all: BookDocument[] = [
    {
      name: 'start',
      title: textOf(need(tree, 'h1')),
      kind: 'frontmatter',
      content: [header, before, footer, ...notesOf(notes, 'before-you-read', words)].filter((part) => part !== undefined),
    },
    ...documents,
    { name: 'terms', title: textOf(need(terms, 'h2')), kind: 'glossary', content: [terms, ...notesOf(notes, 'terms', words)] },
    ...tables,
    ...(sources ? [{ name: 'documents', title: textOf(need(sources, 'h2')), kind: 'bibliography' as const, content: [sources] }] : []),
  ];
  for (const { content } of all) for (const part of content) if (part.type === 'element') simplify(part);
  linkAcross(all);
  return all;
}

/** The chapters by their names. The opening has a second part, which stands behind the contents and has no name of its own. */
function chaptersOf(article: Element): { readonly name: string; readonly parts: Element[] }[] {
  const chapters: { readonly name: string; readonly parts: Element[] }[] = [];
  for (const section of selectAll('section.chapter', article)) {
    const { id } = section.properties;
    if (typeof id === 'string') chapters.push({ name: id, parts: [section] });
    else chapters.at(-1)?.parts.push(section);
  }
  return chapters;
}

const heading = (tagName: string, text: string): Element => ({ ...paragraph(text), tagName });

/** Puts pictures in the place of drawings, and returns the tables, each with the title of its chart. */
function chartsOf(chapter: Element, pictures: Pictures): Element[] {
  const tables: Element[] = [];
  replaceAll(chapter, 'figure.chart', (figure) => {
    const id = String(figure.properties['id'] ?? '');
    const title = need(figure, '.chart-title');
    const description = select(`#${id}-description`, figure);
    const file = pictures.ofChart(id.replace(/^chart-/, ''));
    const image = element(
      'img',
      { src: `${file}.png`, alt: textOf(title), ...(description && { ariaDescribedBy: [`${id}-description`] }) },
      [],
    );
    const picture = element('picture', {}, [element('source', { srcSet: `${file}.svg`, type: 'image/svg+xml' }, []), image]);
    const table = select('.chart-table table', figure);
    const caption: ElementContent[] = [select('.chart-note', figure), select('.chart-reading', figure)].filter(
      (part) => part !== undefined,
    );
    if (table) {
      const summary = textOf(need(figure, '.chart-table summary'));
      tables.push(
        element('section', { id: `${id}-table` }, [
          element('h3', {}, [...title.children]),
          element('table', {}, table.children),
          element('p', {}, [element('a', { href: `#${id}` }, [{ type: 'text', value: '↩' }])]),
        ]),
      );
      caption.push(element('p', {}, [element('a', { href: `#${id}-table` }, [{ type: 'text', value: summary }])]));
    }
    return [
      element('figure', { className: ['chart'], id }, [
        picture,
        ...(description ? [element('div', { id: `${id}-description`, className: ['chart-description'] }, description.children)] : []),
        element('figcaption', {}, caption),
      ]),
    ];
  });
  return tables;
}

/** The notes of the story by the part that they belong to. Throws where those of a part have no heading. */
function notesIn(tree: Root): ReadonlyMap<string, Element[]> {
  const ids = idsOf(tree);
  const notes = new Map<string, Element[]>();
  for (const item of selectAll('li[id^="note-"]', tree)) {
    const [, name] = /^note-(.+)-\d+$/.exec(String(item.properties['id'])) ?? [];
    if (name === undefined) continue;
    if (!ids.has(`notes-${name}`)) throw new EditionFault(`the notes of ${name} have no heading`);
    notes.set(name, [...(notes.get(name) ?? []), item]);
  }
  return notes;
}

/** The notes of a part of the story, which readers of books open in place. */
function notesOf(all: ReadonlyMap<string, Element[]>, name: string, words: DocumentWords): Element[] {
  const items = all.get(name) ?? [];
  if (items.length === 0) return [];
  const notes = items.map(({ properties, children }, index) =>
    element('aside', { id: String(properties['id']), 'epub:type': 'footnote', role: 'doc-footnote' }, [
      element('p', {}, [{ type: 'text', value: `${index + 1}. ` }, ...children]),
    ]),
  );
  return [element('section', { className: ['notes'], 'epub:type': 'footnotes' }, [heading('h3', words.notes), ...notes])];
}

/** What is folded stands open, marks of notes have their numbers, and nothing waits for a script or a style. */
function simplify(part: Element): void {
  replaceAll(part, 'summary', (summary) => [element('p', { className: ['folded'] }, summary.children)]);
  for (const details of selectAll('details', part)) details.tagName = 'div';
  for (const link of selectAll('[data-note]', part)) {
    const note: ElementContent = { type: 'text', value: String(link.properties['dataNote']) };
    link.children = link.children.length === 0 ? [note] : [...link.children, element('sup', {}, [note])];
    link.properties['epub:type'] = 'noteref';
    delete link.properties['dataNote'];
  }
  for (const block of selectAll('[tabindex], [aria-labelledby], [role="list"]', part)) {
    delete block.properties['tabIndex'];
    delete block.properties['ariaLabelledBy'];
    if (block.properties['role'] === 'list') delete block.properties['role'];
  }
}

/** Lets each link lead to the file in which its place stands now. A link to a place that the book lacks is words. */
function linkAcross(documents: readonly BookDocument[]): void {
  const places = new Map<string, string>();
  for (const { name, content } of documents) for (const id of idsOf({ type: 'root', children: content })) places.set(id, name);
  for (const { name, content } of documents) {
    const root: Root = { type: 'root', children: content };
    replaceAll(root, 'a[href^="#"]', (link) => {
      const id = String(link.properties['href']).slice(1);
      const place = places.get(id);
      if (place === undefined) return link.children;
      link.properties['href'] = place === name ? `#${id}` : `${place}.xhtml#${id}`;
      return [link];
    });
  }
}
