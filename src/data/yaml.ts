/** YAML files that people edit: parsed, checked against a zod schema, every fault with its line and column. */
import { isMap, isNode, LineCounter, type Pair, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Problem, quote } from './problem.ts';

export interface YamlFile<T> {
  /** The checked value; `null` when there are problems. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /** Where the value (or, for a map entry, its key) at a path stands. Falls back to the nearest parent. */
  readonly at: (path: readonly PropertyKey[]) => { line: number; column: number };
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
  const parseProblems = document.errors.map(
    (error): Problem => ({
      file,
      ...position(error.pos[0]),
      subject: '',
      message: `expected YAML, found a fault: ${firstLine(error.message)}`,
    }),
  );
  if (parseProblems.length > 0) return { value: null, problems: parseProblems, at };

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {}, { reportInput: true });
  if (result.success) return { value: result.data, problems: [], at };
  const problems = result.error.issues.flatMap((issue) => issueProblems(file, issue, at));
  return { value: null, problems, at };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
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
  const found =
    'input' in issue && (typeof issue.input === 'string' || typeof issue.input === 'number') ? `, found ${quote(String(issue.input))}` : '';
  const message = issue.code === 'custom' ? issue.message : `${lowerFirst(issue.message.replace(/^Invalid input: /, ''))}${found}`;
  return [{ file, ...at(issue.path), subject, message }];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
