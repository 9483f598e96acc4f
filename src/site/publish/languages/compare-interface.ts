/** The words of the interface of a language, held against those of the first one: the same keys, and no words that are still the first one's. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NAME } from '../../../data/name.ts';
import type { Problem } from '../../../data/problem.ts';
import { hasWords, UNTRANSLATED } from '../../../story/compare.ts';
import { firstLanguage } from '../../languages.ts';
import { stringsOf } from '../../strings/all.ts';

/** Every difference, told at its line. Both languages have strings. */
export function compareInterface(root: string, tag: string): Problem[] {
  const file = `src/site/strings/${tag}.ts`;
  const path = join(root, file);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [own, first] = [tag, firstLanguage].map((language) => leaves(stringsOf(language)));
  const tell = (keys: readonly string[], message: string): Problem => ({
    file,
    ...placeOf(source, keys),
    subject: keys.join('.'),
    message,
  });
  const of = `src/site/strings/${firstLanguage}.ts`;
  return [
    ...[...(first ?? [])].flatMap(([name, { keys, value }]) => {
      const mine = own?.get(name);
      if (mine === undefined) return [tell(keys, `expected this key, which ${of} has, found none`)];
      const still = wordsIn(mine.value).some((text) => hasWords(text) && text !== NAME && wordsIn(value).includes(text));
      return still ? [tell(keys, UNTRANSLATED)] : [];
    }),
    ...[...(own ?? [])]
      .filter(([name]) => !first?.has(name))
      .map(([, { keys }]) => tell(keys, `expected a key that ${of} has, too, found another`)),
  ];
}

interface Leaf {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** What is no group of others, by its keys. */
function leaves(value: unknown, keys: readonly string[] = []): Map<string, Leaf> {
  if (typeof value !== 'object' || value === null) return new Map([[keys.join('.'), { keys, value }]]);
  return new Map(Object.entries(value).flatMap(([key, part]) => [...leaves(part, [...keys, key])]));
}

/** The texts of a leaf: what it is, or what the code of a function has in quotes, with gaps in the place of its values. */
function wordsIn(value: unknown): string[] {
  if (typeof value !== 'function') return typeof value === 'string' ? [value] : [];
  const code = String(value).replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}');
  return [...code.matchAll(/(['"`])((?:(?!\1)[^\\]|\\.)*)\1/gs)].map(([, , text = '']) => text);
}

/** The place of a key below others: each is looked for behind the one that it stands in. The beginning of the file where it is not found. */
function placeOf(source: string, keys: readonly string[]): { readonly line: number; readonly column: number } {
  let at = 0;
  for (const key of keys.filter((key) => !/^\d+$/.test(key))) {
    const found = new RegExp(`(?<=[\\s{,])['"]?${key.replace(/[^\w]/g, '\\$&')}['"]?(?=\\s*[:,(])`).exec(source.slice(at));
    if (!found) break;
    at += found.index;
  }
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
