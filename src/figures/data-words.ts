/**
 * What the tables say in English, in the language of a page: names of people and places from their tables, all else (counters, roles,
 * countries, categories) from `content/<tag>/labels.yml`, by the very words of the table.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataPackage } from '../data/package.ts';
import { type Problem, quote } from '../data/problem.ts';
import { readText } from '../data/text-file.ts';
import { readYaml } from '../data/yaml.ts';

export interface DataWords {
  /** A text of a table in the language; the text itself, and a problem, where nothing is known for it. */
  readonly say: (text: string) => string;
  /** The same for a text that may or may not come from a table: `null` where nothing is known for it. */
  readonly find: (text: string) => string | null;
  /** What was asked for and is not known, and entries that nothing asked for, up to now. */
  readonly problems: () => readonly Problem[];
  /** The texts that were asked for and are not known, in the order of the alphabet. */
  readonly lacking: () => readonly string[];
}

/** The first language says everything as the tables do. */
export const asInTables: DataWords = { say: (text) => text, find: () => null, problems: () => [], lacking: () => [] };

/** A translation that is still to be made is left empty. */
const schema = z.record(z.string(), z.string().nullable());

export const labelsFile = (tag: string): string => `content/${tag}/labels.yml`;

/** Reads the words of a language. Never throws on bad input: faults are among the problems. */
export function readDataWords(root: string, tag: string, data: DataPackage): DataWords {
  const file = labelsFile(tag);
  const path = join(root, file);
  const yaml = readYaml(file, existsSync(path) ? readText(path, file, 'the words of the tables') : '', schema);
  const named = namesOf(data, tag);
  const labels = yaml.value ?? {};
  const known = (text: string): string | null => labels[text] || named.get(text) || null;
  const asked = new Set<string>();
  const used = new Set<string>();
  /** Whole, or its parts where all of them are known: a cell may join several. */
  const find = (text: string): string | null => {
    const whole = known(text);
    used.add(text);
    if (whole !== null) return whole;
    for (const joint of ['; ', ', ', ' and ']) {
      const parts = text.split(joint);
      const said = parts.length > 1 && !(text in labels) ? parts.map(find) : [];
      if (said.length > 0 && said.every((part) => part !== null)) return said.join(joint === ' and ' ? ', ' : joint);
    }
    return null;
  };
  const wordless = (text: string): boolean => !/\p{L}/u.test(text);
  const lacking = (): string[] => [...asked].filter((text) => find(text) === null);
  return {
    find,
    say: (text) => {
      if (wordless(text)) return text;
      asked.add(text);
      return find(text) ?? text;
    },
    lacking: () => lacking().sort(),
    problems: () => [
      ...yaml.problems,
      ...lacking().map((text) => ({
        file,
        ...yaml.at([text]),
        subject: '',
        message: `expected ${quote(text)} of the tables in the language, found none`,
      })),
      ...Object.keys(labels)
        .filter((text) => !used.has(text))
        .map((text) => ({
          file,
          ...yaml.at([text]),
          subject: '',
          message: `expected words of the tables that readers see, found ${quote(text)}`,
        })),
    ],
  };
}

/** Names that the tables of people and places give in a language, by the English name. */
function namesOf(data: DataPackage, tag: string): ReadonlyMap<string, string> {
  const rows = ['people', 'places'].flatMap((table) => data.read(table)?.rows ?? []);
  return new Map(
    rows.flatMap(({ values }): [string, string][] => {
      const [name, own] = [values['name'], values[`name_${tag}`]];
      return typeof name === 'string' && typeof own === 'string' && own !== '' ? [[name, own]] : [];
    }),
  );
}
