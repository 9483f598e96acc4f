/** YAML files that people edit: parsed, checked against a zod schema, every fault with its line and column. */
import { isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type Problem, quote } from './problem.ts';
import { hiddenIn } from './safe-text.ts';

export interface YamlFile<T> {
  /** The checked value; `null` when there are problems. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /** Where the value (or, for a map entry, its key) at a path stands. Falls back to the nearest parent. */
  readonly at: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** Where the character at `offset` of the text at a path stands, folded or quoted as the text may be. */
  readonly inside: (path: readonly PropertyKey[], offset: number) => { line: number; column: number };
}

/** Parses and checks `text`. Never throws on bad input. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const position = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (path: readonly PropertyKey[]): { line: number; column: number } => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(document.contents, path.slice(0, length));
      if (offset !== null) return position(offset);
    }
    return { line: 1, column: 1 };
  };
  const inside = (path: readonly PropertyKey[], offset: number): { line: number; column: number } => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return at(path);
    return position(offsetInSource(text, node.range[0], node.value, offset));
  };
  const hidden = hiddenIn(text).map(
    ({ offset, found }): Problem => ({
      file,
      ...position(offset),
      subject: '',
      message: `expected no hidden characters, found ${quote(found)}`,
    }),
  );
  // An escape can spell what the text itself does not hold.
  visit(document, {
    Scalar: (key, { value, range }) => {
      const [first] = typeof value === 'string' ? hiddenIn(key === 'key' ? value.replaceAll('\n', '\0') : value) : [];
      const offset = range?.[0] ?? 0;
      if (first && hiddenIn(text.slice(offset, range?.[1] ?? offset)).length === 0)
        hidden.push({ file, ...position(offset), subject: '', message: `expected no hidden characters, found ${quote(String(value))}` });
    },
  });
  // One place could stand for many others, and say at none of them what is wrong.
  const aliases: Problem[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      aliases.push({ file, ...position(range?.[0] ?? 0), subject: '', message: `expected the value itself, found an alias (*${source})` });
    },
  });
  const parseProblems = document.errors.map(
    (error): Problem => ({
      file,
      ...position(error.pos[0]),
      subject: '',
      message: `expected YAML, found a fault: ${firstLine(error.message)}`,
    }),
  );
  if (parseProblems.length + hidden.length + aliases.length > 0)
    return { value: null, problems: [...parseProblems, ...hidden, ...aliases], at, inside };

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {}, { reportInput: true });
  if (result.success) return { value: result.data, problems: [], at, inside };
  const problems = result.error.issues.flatMap((issue) => issueProblems(file, issue, at));
  return { value: null, problems, at, inside };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

/**
 * Where a character of a scalar stands in the file. Folding, indents and quotes change only blanks and signs
 * around the words, so the words are followed from character to character.
 */
function offsetInSource(source: string, start: number, value: string, offset: number): number {
  // The signs before a block's text (`>-`) end with their line.
  const block = source[start] === '|' || source[start] === '>';
  let at = block ? source.indexOf('\n', start) : start;
  for (const [index, character] of [...value.slice(0, offset + 1)].entries()) {
    if (/\s/.test(character)) continue;
    const found = source.indexOf(character, index === 0 ? at : at + 1);
    if (found < 0) return at;
    at = found;
  }
  return at;
}

/** Offset of the key at the end of `path`, or of the list item there. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number | null {
  let node: unknown = contents;
  let offset: number | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => isNode(item.key) && String(item.key) === String(step));
      if (!pair || !isNode(pair.key)) return null;
      offset = pair.key.range?.[0] ?? null;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items) && typeof step === 'number') {
      node = node.items[step];
      offset = isNode(node) ? (node.range?.[0] ?? null) : null;
    } else return null;
  }
  return offset;
}

function issueProblems(file: string, issue: z.core.$ZodIssue, at: YamlFile<unknown>['at']): Problem[] {
  const subject = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      ...at([...issue.path, key]),
      subject: [...issue.path, key].map(String).join('.'),
      message: 'expected no such key here',
    }));
  }
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.map((issues) => issues.map(({ message }) => message).join(' and '));
    return [{ file, ...at(issue.path), subject, message: `expected one of the known forms: ${[...new Set(branches)].join('; or ')}` }];
  }
  if (issue.code === 'invalid_type' && / received undefined$/.test(issue.message))
    return [{ file, ...at(issue.path), subject, message: 'expected this key, found none' }];
  const found =
    'input' in issue && (typeof issue.input === 'string' || typeof issue.input === 'number') ? `, found ${quote(String(issue.input))}` : '';
  const message = issue.code === 'custom' ? issue.message : `${lowerFirst(issue.message.replace(/^Invalid input: /, ''))}${found}`;
  return [{ file, ...at(issue.path), subject, message }];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
