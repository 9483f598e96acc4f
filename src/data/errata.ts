/** `errata.yml`: our own mistakes, dated, with what stands now. Mistakes of sources are `corrections.yml`. */
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from './field.ts';
import type { Problem } from './problem.ts';
import { quote } from './problem.ts';
import type { ReadTable } from './read.ts';
import { isThere, tryText } from './text-file.ts';
import { compareVersions, isVersion } from './versions/semver.ts';
import { readYaml, type YamlFile } from './yaml.ts';

export const errataFile = 'errata.yml';

const words = z.string().trim().min(1, 'expected words');
const cell = z.union([z.string(), z.number()], 'expected a text or a number').transform(String);
const place = z.union(
  [
    z.strictObject({ chart: words }),
    z.strictObject({ table: words, key: z.record(z.string(), cell), field: words }),
    z.strictObject({ chapter: words, anchor: z.string() }),
  ],
  'expected a chart, a cell of a table (table, key, field) or a place in a chapter (chapter, anchor)',
);

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens'),
  found: z.string().refine(isDay, 'expected a day as YYYY-MM-DD'),
  /** The version or the day from which it stood. */
  since: z.string().refine((text) => isVersion(text) || isDay(text), 'expected a version such as 1.0.0, or a day as YYYY-MM-DD'),
  where: z.array(place).min(1, 'expected at least one place'),
  was: words,
  now: words,
  /** The documents that show it. */
  source: z.union([words.transform((id) => [id]), z.array(words)], 'expected the id of a source, or a list of them'),
  /** The version in which it is mended. */
  version: z.string().refine(isVersion, 'expected a version such as 1.2.0'),
});

export type Erratum = z.output<typeof entry>;

export interface ErrataFile {
  readonly file: string;
  readonly errata: readonly Erratum[];
  readonly problems: readonly Problem[];
  /** Where a key of an entry stands. */
  readonly at: YamlFile<unknown>['at'];
}

/** Reads the log of a folder; an empty file, or none, holds no entry. Never throws on bad input. */
export function readErrata(directory: string, label: string): ErrataFile {
  const file = `${label}/${errataFile}`;
  const path = join(directory, errataFile);
  const { text, problems: unreadable } = isThere(path) ? tryText(path, file, 'the log of our mistakes') : { text: '', problems: [] };
  if (unreadable.length > 0) return { file, errata: [], problems: unreadable, at: () => ({ line: 1, column: 1 }) };
  // Comments alone are an empty log.
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line)))
    return { file, errata: [], problems: [], at: () => ({ line: 1, column: 1 }) };
  const { value, problems, at } = readYaml(file, text, z.array(entry));
  return { file, errata: value ?? [], problems, at };
}

/** Tables, fields, sources and, where `charts` is given, charts that are named and not there; and ids that come twice. */
export function checkErrata({ file, errata, at }: ErrataFile, tables: readonly ReadTable[], charts?: ReadonlySet<string>): Problem[] {
  const sources = tables.find(({ table }) => table.name === 'sources')?.ids;
  const ids = errata.map(({ id }) => id);
  return errata.flatMap(({ id, where, source }, index) => {
    const problem = (path: readonly PropertyKey[], message: string): Problem[] => [
      { file, ...at([index, ...path]), subject: path.map(String).join('.'), message },
    ];
    const places = where.flatMap((named, number) => {
      if ('chart' in named)
        return charts && !charts.has(named.chart)
          ? problem(['where', number, 'chart'], `expected a chart, or a former name of one, found ${quote(named.chart)}`)
          : [];
      if (!('table' in named)) return [];
      const found = tables.find(({ table }) => table.name === named.table)?.table;
      if (!found) return problem(['where', number, 'table'], `expected the name of a table, found ${quote(named.table)}`);
      return [named.field, ...Object.keys(named.key)]
        .filter((field) => !(field in found.fields))
        .flatMap((field) => problem(['where', number, 'table'], `expected a field of ${named.table}, found ${quote(field)}`));
    });
    return [
      ...(ids.indexOf(id) === index ? [] : problem(['id'], `expected each id once, found ${quote(id)} again`)),
      ...places,
      ...(sources
        ? source.filter((named) => !sources.has(named)).flatMap((named) => problem(['source'], `expected a source, found ${quote(named)}`))
        : []),
    ];
  });
}

/** Whether a mistake stood in a release: it was there by then, and mended only later. */
export function stoodIn({ since, version }: Erratum, release: { readonly version: string; readonly date: string }): boolean {
  const there = isVersion(since) ? compareVersions(since, release.version) <= 0 : since <= release.date;
  return there && compareVersions(version, release.version) > 0;
}
