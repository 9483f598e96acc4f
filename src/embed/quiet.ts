/** A chart without personal names, for hosts whose readers are at risk. Every name that stands in the tables is taken out of every text. */
import type { RenderedChart } from '../charts/render.ts';
import { fieldsOfPeople, isFullName } from '../data/across-names.ts';
import type { DataPackage } from '../data/package.ts';

/** A few counters are people, which their description says with its first words. */
const person = /^(?:\p{Lu}\p{Ll}+an )?(?:analyst|economist|journalist|programmer|pseudonym|researcher|sociologist|statistician)\b/iu;

/** The full names in the fields that hold such, and in the list of counters. */
export function namesIn(data: DataPackage): string[] {
  const values = [
    ...data.tables.flatMap(({ table, rows }) =>
      fieldsOfPeople(table).flatMap(({ field, butFor }) =>
        rows.map(({ values }) => values[field]).filter((name) => !butFor.includes(String(name))),
      ),
    ),
    ...(data.read('counters')?.rows ?? []).flatMap(({ values }) => (person.test(String(values['description'])) ? [values['counter']] : [])),
  ];
  return [...new Set(values.map(String).filter(isFullName))].sort();
}

export interface QuietWords {
  /** What stands for people whose part in the matter must stay clear, by their full names in the tables: `the incumbent`. */
  readonly roles: Readonly<Record<string, string>>;
  /** What stands for anyone else: `person 3`. */
  readonly person: (number: number) => string;
}

/** How a language writes names. */
export interface Spelling {
  /** A name of the tables in the language. */
  readonly say: (name: string) => string;
  /** Whether names take endings: `Статкевич`, `Статкевича`. */
  readonly declined: boolean;
}

const asInTables: Spelling = { say: (name) => name, declined: false };

/**
 * Puts roles and numbers in the place of names, full or family name alone, whatever their case. Numbers follow the order in which texts
 * come. Where names take endings, a word that begins like a name is taken for it: rather one word too many than a name.
 */
export function nameless(names: readonly string[], words: QuietWords, spelling: Spelling = asInTables): (text: string) => string {
  return namesTaker(names, words, spelling)();
}

/** The same for several charts, each of which begins its numbers anew: the forms of the names are made once. */
export function namesTaker(
  names: readonly string[],
  words: QuietWords,
  { say, declined }: Spelling = asInTables,
): () => (text: string) => string {
  const full = [...new Set([...Object.keys(words.roles), ...names])];
  const family = full.map((name): Form => ({ name, source: sourceOf(familyName(say(name)), declined) }));
  const whole = full.flatMap((name): Form[] =>
    [...new Set([name, say(name)])].map((spelled) => ({
      name,
      source: spelled
        .split(' ')
        .map((word) => sourceOf(word, declined))
        .join(' '),
    })),
  );
  // Of two people with one family name the later one has it, and a full name comes before a part of it.
  const forms = [...whole, ...family.toReversed()].sort((a, b) => b.source.length - a.source.length);
  if (forms.length === 0) return () => (text) => text;
  const pattern = new RegExp(`(^|[.>] ?|)(?<![\\p{L}\\p{N}])(${forms.map(({ source }) => source).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const exact = forms.map(({ name, source }) => ({ name, whole: new RegExp(`^(?:${source})$`, 'u') }));
  const named = new Map<string, string>();
  const nameOf = (form: string): string => {
    const name = named.get(form) ?? exact.find((candidate) => candidate.whole.test(form))?.name ?? form;
    named.set(form, name);
    return name;
  };
  return () => {
    const numbers = new Map<string, number>();
    return (text) =>
      text.replace(pattern, (_, before: string, form: string, at: number) => {
        const name = nameOf(form);
        const role = Object.hasOwn(words.roles, name) ? words.roles[name] : undefined;
        if (role === undefined && !numbers.has(name)) numbers.set(name, numbers.size + 1);
        const word = role ?? words.person(numbers.get(name) ?? 0);
        // At the start of a text, a sentence or a label stands a capital.
        return at > 0 && before === '' ? word : before + word.charAt(0).toUpperCase() + word.slice(1);
      });
  };
}

interface Form {
  /** As in the tables. */
  readonly name: string;
  /** Of a regular expression that finds the form. */
  readonly source: string;
}

/** A word of a name, in any case where words have cases: an ending can change the last two letters, and of a short word the last one. */
function sourceOf(word: string, declined: boolean): string {
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (!declined) return escaped(word);
  const letters = [...word];
  return `${escaped(letters.slice(0, letters.length > 5 ? -2 : letters.length > 4 ? -1 : undefined).join(''))}\\p{L}{0,4}`;
}

/** The chart without names, which `quiet` takes out. Numbers follow the order of its table and texts. */
export function withoutNames(chart: RenderedChart, quiet: (text: string) => string): RenderedChart {
  const rows = chart.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: quiet(cell.text) })) }));
  return {
    ...chart,
    rows,
    title: quiet(chart.title),
    subtitle: quiet(chart.subtitle),
    note: quiet(chart.note),
    reading: quiet(chart.reading),
    description: chart.description.map(quiet),
    drawings: { narrow: quiet(chart.drawings.narrow), wide: quiet(chart.drawings.wide) },
    columns: chart.columns.map(quiet),
    // Events under names are for the chart's own page, which has them in the open form only.
    histories: [],
    parts: chart.parts && { ...chart.parts, names: chart.parts.names.map(quiet) },
  };
}

const familyName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
