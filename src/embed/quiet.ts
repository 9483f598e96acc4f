/** A chart without personal names, for hosts whose readers are at risk. Every name that stands in the tables is taken out of every text. */
import type { RenderedChart } from '../charts/render.ts';
import type { DataPackage } from '../data/package.ts';

/** Columns that hold names of people. A table with another one is added here. */
const nameColumns: readonly (readonly [table: string, field: string])[] = [
  ['people', 'name'],
  ['deaths-in-custody', 'name'],
  ['protest-deaths', 'name'],
  ['candidates-2025', 'name'],
  ['candidates-2025', 'candidate'],
  ['presidential-results', 'candidate'],
];

/** A few counters are people, which their description says with its first words. */
const person = /^(?:\p{Lu}\p{Ll}+an )?(?:analyst|economist|journalist|programmer|pseudonym|researcher|sociologist|statistician)\b/iu;

/** The full names in the tables: two or more words, each with a capital, so that choices such as "Against all" are none. */
export function namesIn(data: DataPackage): string[] {
  const values = [
    ...nameColumns.flatMap(([table, field]) => (data.read(table)?.rows ?? []).map(({ values }) => values[field])),
    ...(data.read('counters')?.rows ?? []).flatMap(({ values }) => (person.test(String(values['description'])) ? [values['counter']] : [])),
  ];
  const names = values.filter((value) => typeof value === 'string' && /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(value));
  return [...new Set(names.map(String))].sort();
}

export interface QuietWords {
  /** What stands for people whose part in the matter must stay clear, by full name: `the incumbent`. */
  readonly roles: Readonly<Record<string, string>>;
  /** What stands for anyone else: `person 3`. */
  readonly person: (number: number) => string;
}

/** Puts roles and numbers in the place of names, full or family name alone. Numbers follow the order in which texts come. */
export function nameless(names: readonly string[], words: QuietWords): (text: string) => string {
  const full = [...new Set([...Object.keys(words.roles), ...names])];
  const byForm = new Map<string, string>();
  for (const name of full) byForm.set(familyName(name), name);
  for (const name of full) byForm.set(name, name);
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(^|[.>] ?|)(?<![\\p{L}\\p{N}])(${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const numbers = new Map<string, number>();

  if (forms.length === 0) return (text) => text;
  return (text) =>
    text.replace(pattern, (_, before: string, form: string, at: number) => {
      const name = byForm.get(form) ?? form;
      const role = Object.hasOwn(words.roles, name) ? words.roles[name] : undefined;
      if (role === undefined && !numbers.has(name)) numbers.set(name, numbers.size + 1);
      const word = role ?? words.person(numbers.get(name) ?? 0);
      // At the start of a text, a sentence or a label stands a capital.
      return at > 0 && before === '' ? word : before + word.charAt(0).toUpperCase() + word.slice(1);
    });
}

/** The chart without names. Numbers follow the order of its table and texts. */
export function withoutNames(chart: RenderedChart, names: readonly string[], words: QuietWords): RenderedChart {
  const quiet = nameless(names, words);
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

export const familyName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
