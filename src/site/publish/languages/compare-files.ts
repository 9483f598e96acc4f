/** Two languages of a file that is no chapter: the strings of a chart, the glossary, a text for people who build with the site's parts. */
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { chartStrings } from '../../../charts/kit/words.ts';
import { type Problem, quote } from '../../../data/problem.ts';
import { readYaml } from '../../../data/yaml.ts';
import { parseChapter } from '../../../story/chapter.ts';
import { compareTexts, hasWords, UNTRANSLATED, untranslated, type Version } from '../../../story/compare.ts';
import { glossarySchema } from '../../../story/glossary.ts';

/** Names in braces, without what a language asks of them: `{count|a|b}` and `{count}` are the same gap. */
const gapsOf = (text: string): string[] => [...text.matchAll(/\{([^{}:|]+)[^{}]*\}/g)].map(([, name = '']) => name);

/** The same keys, and in each string the same gaps. */
export function compareChartStrings(own: Version, first: Version): Problem[] {
  const [ours, theirs] = [own, first].map(({ file, source }) => readYaml(file, source, chartStrings));
  if (!ours?.value || !theirs?.value) return [...(ours?.problems ?? [])];
  const [here, there] = [flat(ours.value), flat(theirs.value)];
  const tell = (path: readonly string[], message: string): Problem => ({
    file: own.file,
    ...ours.at(path),
    subject: path.join('.'),
    message,
  });
  const lineOf = (path: readonly string[]): string => `${first.file}:${theirs.at(path).line}`;
  return [
    ...[...there].flatMap(([key, { path, text }]) => {
      const mine = here.get(key);
      if (mine === undefined) return [tell(path, `expected this key, as in ${lineOf(path)}, found none`)];
      if (text !== '' && mine.text === '') return [tell(path, `expected a text, as in ${lineOf(path)}, found none`)];
      const [asked, given] = [gapsOf(text), gapsOf(mine.text)];
      return [
        ...(mine.text === text && (hasWords(text) || isForeign(text, own.locale)) ? [tell(path, UNTRANSLATED)] : []),
        ...asked.filter((gap) => !given.includes(gap)).map((gap) => tell(path, `expected {${gap}}, as in ${lineOf(path)}, found none`)),
        ...given
          .filter((gap) => !asked.includes(gap))
          .map((gap) => tell(path, `expected no {${gap}}, as ${lineOf(path)} has none, found one`)),
      ];
    }),
    ...[...here]
      .filter(([key]) => !there.has(key))
      .map(([, { path }]) => tell(path, `expected a key that ${first.file} has, too, found another`)),
  ];
}

/** Whether a text is written in Latin letters in a language of others, capitals and gaps aside. */
function isForeign(text: string, { tag }: Version['locale']): boolean {
  return new Intl.Locale(tag).maximize().script !== 'Latn' && /[a-z]{2}/.test(text.replace(/\{[^{}]*\}/g, ''));
}

type Strings = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

interface Placed {
  readonly path: readonly string[];
  readonly text: string;
}

function flat(strings: Strings): Map<string, Placed> {
  const placed = Object.entries(strings).flatMap(([key, value]): Placed[] =>
    typeof value === 'string' ? [{ path: [key], text: value }] : Object.entries(value).map(([name, text]) => ({ path: [key, name], text })),
  );
  return new Map(placed.map((one) => [one.path.join('.'), one]));
}

/** The same terms, and in each explanation the same directives. */
export function compareGlossaries(own: Version, first: Version): Problem[] {
  const [ours, theirs] = [own, first].map(({ file, source }) => readYaml(file, source, glossarySchema));
  if (!ours?.value || !theirs?.value) return [...(ours?.problems ?? [])];
  const { value: here } = ours;
  const { value: there } = theirs;
  const lineOf = (id: string): string => `${first.file}:${theirs.at([id]).line}`;
  return [
    ...Object.keys(there)
      .filter((id) => !(id in here))
      .map((id) => ({ file: own.file, line: 1, column: 1, subject: id, message: `expected this term, as in ${lineOf(id)}, found none` })),
    ...Object.keys(here)
      .filter((id) => !(id in there))
      .map((id) => ({
        file: own.file,
        ...ours.at([id]),
        subject: id,
        message: `expected a term that ${first.file} has, too, found another`,
      })),
    ...Object.entries(here).flatMap(([id, { text }]) => {
      const other = there[id];
      if (!other) return [];
      const at = (offset: number) => ours.inside([id, 'text'], offset);
      const otherAt = (offset: number) => theirs.inside([id, 'text'], offset);
      const found = compareTexts({ ...own, source: text, at }, { ...first, source: other.text, at: otherAt });
      // What is lacking is told at the entry.
      return found.map((problem) => ({ ...problem, ...(problem.line === 1 ? ours.at([id]) : {}), subject: id }));
    }),
  ];
}

/** The same headings by their levels, the same code, and the same values in braces; and no text that is still the first language's. */
export function compareDocs(own: Version, first: Version): Problem[] {
  const [ours, theirs] = [own, first].map(({ source }) => shapeOf(source));
  const wrong = theirs?.findIndex(({ key }, index) => key !== ours?.[index]?.key) ?? -1;
  const [here, there] = [ours?.[wrong], theirs?.[wrong]];
  const tell = (line: number, message: string): Problem => ({ file: own.file, line, column: 1, subject: '', message });
  const values = ({ source }: Version): string[] => [...source.matchAll(/\{([a-z][a-z0-9-]*)\}/g)].map(([, name = '']) => name);
  const [given, asked] = [values(own), values(first)];
  return [
    ...(there ? [tell(here?.line ?? 1, `expected ${there.key}, as in ${first.file}:${there.line}, found ${here?.key ?? 'the end'}`)] : []),
    ...[...new Set(asked)].filter((name) => !given.includes(name)).map((name) => tell(1, `expected {${name}}, found it nowhere`)),
    ...[...new Set(given)]
      .filter((name) => !asked.includes(name))
      .map((name) => tell(1, `expected no {${name}}, which ${first.file} has not`)),
    ...untranslated(own, first),
  ];
}

function shapeOf(source: string): { readonly key: string; readonly line: number }[] {
  const shape: { key: string; line: number }[] = [];
  visit(parseChapter(source), (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') shape.push({ key: `a heading ${'#'.repeat(node.depth)}`, line });
    if (node.type === 'code') shape.push({ key: `the code ${quote(plainText(node))}`, line });
  });
  return shape;
}

const front = z.looseObject({
  title: z.string(),
  description: z.string().default(''),
  order: z.number().optional(),
  part: z.string().optional(),
  finding: z.looseObject({ figure: z.string(), mark: z.string().optional() }).optional(),
});

/** The front matter of a chapter: the same order, finding and kind of part, other words. */
export function compareFronts(own: Version, first: Version): Problem[] {
  const [ours, theirs] = [own, first].map(({ file, source }) => readYaml(file, `\n${/^---\n(.*?)\n---/s.exec(source)?.[1] ?? ''}`, front));
  if (!ours?.value || !theirs?.value) return [...(ours?.problems ?? [])];
  const [here, there] = [ours.value, theirs.value];
  const tell = (path: readonly string[], message: string): Problem => ({
    file: own.file,
    ...ours.at(path),
    subject: path.join('.'),
    message,
  });
  const same = (path: readonly string[], mine: unknown, other: unknown): Problem[] =>
    mine === other ? [] : [tell(path, `expected ${String(other ?? 'none')}, as in ${first.file}, found ${String(mine ?? 'none')}`)];
  return [
    ...(['title', 'description'] as const)
      .filter((key) => here[key] === there[key] && hasWords(here[key]))
      .map((key) => tell([key], UNTRANSLATED)),
    ...same(['order'], here.order, there.order),
    ...same(['part'], here.part === undefined ? undefined : 'a part', there.part === undefined ? undefined : 'a part'),
    ...same(['finding', 'figure'], here.finding?.figure, there.finding?.figure),
    ...same(['finding', 'mark'], here.finding?.mark, there.finding?.mark),
  ];
}
