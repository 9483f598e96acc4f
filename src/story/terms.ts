/**
 * The marks of terms in the prose: `:term[words]` at the first use. The chapters are read in the order of the
 * story, so the register knows whether a term has been explained before.
 */
import type { Nodes, Paragraph, PhrasingContent, Root, TableCell, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { type Problem, quote } from '../data/problem.ts';
import { isCited } from './bare-numbers.ts';

type Report = (offset: number, subject: string, message: string) => void;

/** A term as it is declared. */
export interface TermEntry {
  readonly id: string;
  /** The form under which it stands in the list of terms. */
  readonly term: string;
  /** Other forms in which the prose may use it. */
  readonly forms: readonly string[];
  /** One to three sentences of markdown. */
  readonly text: string;
}

/** The declared terms, and where a fault of one of them is told. */
export interface Glossary {
  readonly entries: readonly TermEntry[];
  readonly problems: readonly Problem[];
  /** A fault of an entry, at its key. */
  readonly faultOf: (id: string, message: string) => Problem;
  /** A fault at a character of its explanation. */
  readonly faultInText: (id: string, offset: number, subject: string, message: string) => Problem;
}

export class TermRegister {
  readonly #glossary: Glossary;
  readonly #patterns: ReadonlyMap<string, RegExp>;
  /** Terms whose first use was seen, and whether it was marked. */
  readonly #used = new Map<string, 'marked' | 'bare'>();

  constructor(glossary: Glossary) {
    this.#glossary = glossary;
    this.#patterns = new Map(glossary.entries.map((entry) => [entry.id, patternOf(entry)]));
  }

  /** Checks the terms of a chapter and turns each mark into a link to its explanation. */
  mark(tree: Root, report: Report): void {
    visit(tree, (node: Nodes) => {
      if (node.type === 'heading') {
        visit(node, 'textDirective', ({ name, position }) => {
          if (name === 'term')
            report(position?.start.offset ?? 0, 'term', 'expected terms to be marked in the text, found one in a heading');
        });
        return SKIP;
      }
      if (node.type !== 'paragraph' && node.type !== 'tableCell') return undefined;
      this.#markParagraph(node, report);
      return SKIP;
    });
  }

  /** Terms that no chapter uses. To be asked when all chapters are read. */
  get unused(): Problem[] {
    return this.#glossary.entries
      .filter(({ id }) => !this.#used.has(id))
      .map(({ id, term }) => this.#glossary.faultOf(id, `expected a chapter that marks ${quote(term)} with :term[…], found none`));
  }

  #markParagraph(paragraph: Paragraph | TableCell, report: Report): void {
    const { text, offsets, marks } = readParagraph(paragraph);
    for (const { node, from } of marks) {
      const entry = termNamed(this.#glossary.entries, node);
      const at = node.position?.start.offset ?? 0;
      if (!entry) {
        const words = node.attributes?.['id'] ?? plainText(node);
        report(at, 'term', `expected a term of the glossary or {id=…} with its id, found ${quote(words)}`);
        continue;
      }
      const before = this.#used.get(entry.id) === undefined ? this.#patterns.get(entry.id)?.exec(text.slice(0, from)) : null;
      if (before) this.#reportBare(entry, before[0], offsets[before.index] ?? 0, report);
      else if (this.#used.get(entry.id) === 'marked')
        report(at, 'term', `expected ${quote(entry.term)} to be marked once, at its first use, found a second mark`);
      else if (this.#used.get(entry.id) === undefined) this.#used.set(entry.id, 'marked');
      toLink(node, entry.id);
    }
    for (const entry of this.#glossary.entries) {
      if (this.#used.has(entry.id)) continue;
      const bare = this.#patterns.get(entry.id)?.exec(text);
      if (bare) this.#reportBare(entry, bare[0], offsets[bare.index] ?? 0, report);
    }
  }

  #reportBare({ id }: TermEntry, found: string, offset: number, report: Report): void {
    this.#used.set(id, 'bare');
    report(offset, 'term', `expected :term[…] where the term "${id}" is first used, found ${quote(found)} without it`);
  }
}

/** The term that a mark names, by its id or its words. */
export function termNamed(entries: readonly TermEntry[], node: TextDirective): TermEntry | undefined {
  const id = node.attributes?.['id'];
  if (id !== undefined && id !== null) return entries.find((entry) => entry.id === id);
  const words = fold(plainText(node)).toLowerCase();
  return entries.find(({ term, forms }) => [term, ...forms].some((form) => form.toLowerCase() === words));
}

/** Address of the explanation, and of the place that it leads back to. */
export const termId = (id: string): string => `term-${id}`;
export const termReferenceId = (id: string): string => `term-ref-${id}`;

/** remark-rehype writes the directive as this link. */
function toLink(node: TextDirective, id: string): void {
  node.data = {
    ...node.data,
    hName: 'a',
    hProperties: { href: `#${termId(id)}`, id: termReferenceId(id), className: ['term'], role: 'doc-glossref' },
  };
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whole words, in any case, with any blanks between them. */
function patternOf({ term, forms }: TermEntry): RegExp {
  const escaped = [term, ...forms].map((form) =>
    fold(form)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(' ', '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

interface Reading {
  /** The words of the paragraph, with those of its marks, without ids of figures and sources. */
  readonly text: string;
  /** Offset in the chapter of each character. */
  readonly offsets: readonly number[];
  readonly marks: readonly { readonly node: TextDirective; readonly from: number }[];
}

function readParagraph(paragraph: Paragraph | TableCell): Reading {
  let text = '';
  const offsets: number[] = [];
  const marks: { node: TextDirective; from: number }[] = [];
  visit(paragraph, (node: Paragraph | TableCell | PhrasingContent | Text) => {
    if (node.type === 'textDirective' && isCited(node.name)) {
      // What is printed there is a number: words before and after it form no term.
      text += '\u{FFFC}';
      offsets.push(node.position?.start.offset ?? 0);
      return SKIP;
    }
    if (node.type === 'textDirective' && node.name === 'term') marks.push({ node, from: text.length });
    if (node.type === 'text') {
      const start = node.position?.start.offset ?? 0;
      for (let index = 0; index < node.value.length; index++) offsets.push(start + index);
      text += node.value;
    }
    return undefined;
  });
  return { text, offsets, marks };
}
