/** The terms that the story explains, each at its first use: `content/<language>/glossary.yml`. */
import { toHtml } from 'hast-util-to-html';
import { toString as plainText } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { z } from 'zod';
import { type Problem, quote } from '../data/problem.ts';
import { readYaml } from '../data/yaml.ts';
import { bareNumberMessage, bareNumbersIn, bareNumbersOf, checkWords } from './bare-numbers.ts';
import type { StoryContext } from './context.ts';
import { resolveDirectives } from './directives.ts';
import { readerTextOf } from './prose.ts';
import { checkAddresses } from './safe-markdown.ts';
import type { Glossary, TermEntry } from './terms.ts';

/** A term as a page shows it. */
export interface Term {
  readonly id: string;
  readonly term: string;
  /** Other forms in which the prose uses it. */
  readonly forms: readonly string[];
  readonly html: string;
  /** The explanation as a reader reads it. */
  readonly prose: string;
}

/** What the file of the glossary holds. */
export const glossarySchema = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a term’s id in lower-case letters, digits and hyphens'),
  z.strictObject({ term: z.string().min(1), forms: z.array(z.string().min(1)).default([]), text: z.string().min(1) }),
);

/** Reads a glossary. Never throws on bad input; the explanations are looked at by `renderTerms`. */
export function readGlossary(file: string, source: string, context: Pick<StoryContext, 'locale'>): Glossary {
  const yaml = readYaml(file, source, glossarySchema);
  const faultOf = (id: string, message: string): Problem => ({ file, ...yaml.at([id]), subject: id, message });
  const problems = [...yaml.problems];
  const entries = Object.entries(yaml.value ?? {}).map(([id, entry]): TermEntry => ({ id, ...entry }));
  const seen = new Map<string, string>();
  for (const { id, term, forms } of entries) {
    for (const form of [term, ...forms]) {
      for (const { found } of bareNumbersOf(form, context.locale)) problems.push(faultOf(id, bareNumberMessage(found)));
      const key = form.toLowerCase();
      const other = seen.get(key);
      if (other !== undefined) problems.push(faultOf(id, `expected each form once, found ${quote(form)} in the term "${other}" too`));
      seen.set(key, id);
    }
  }
  const faultInText = (id: string, offset: number, subject: string, message: string): Problem => ({
    file,
    ...yaml.inside([id, 'text'], offset),
    subject: subject === '' ? id : `${id} ${subject}`,
    message,
  });
  return { entries, problems, faultOf, faultInText };
}

/** The explanations as HTML, in the order of the alphabet. Their notes are numbered in that order. */
export function renderTerms(glossary: Glossary, context: StoryContext): { terms: Term[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const terms = [...glossary.entries]
    .sort((a, b) => context.locale.compare(a.term, b.term))
    .map(({ id, term, forms, text }): Term => {
      const report = (offset: number, subject: string, message: string): void => {
        problems.push(glossary.faultInText(id, offset, subject, message));
      };
      const tree = unified().use(remarkParse).use(remarkDirective).parse(text);
      const [paragraph, ...others] = tree.children;
      if (paragraph?.type !== 'paragraph' || others.length > 0)
        report(others[0]?.position?.start.offset ?? 0, '', `expected one paragraph, found ${quote(plainText(others[0] ?? tree))}`);
      for (const { offset, found } of bareNumbersIn(tree, text, context.locale, context.names))
        report(offset, '', bareNumberMessage(found));
      checkWords(tree, text, context.locale, (offset, message) => report(offset, '', message));
      checkAddresses(tree, report);
      resolveDirectives(tree, context, report);
      const hast = unified().use(remarkRehype).runSync(tree);
      const [block] = hast.children;
      return { id, term, forms, html: block?.type === 'element' ? toHtml(block.children) : '', prose: readerTextOf(hast) };
    });
  return { terms, problems };
}
