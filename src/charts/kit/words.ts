/** The strings of a chart in one language: `content/<language>/charts/<id>.yml`, and the filling of their gaps. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Problem, ProblemsError, quote } from '../../data/problem.ts';
import { readYaml } from '../../data/yaml.ts';
import type { Figures } from '../../figures/figures.ts';
import { formatBounded, formatDate, formatFigure, formatNumber } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';

const strings = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().min(1),
  note: z.string().default(''),
  reading: z.string().default(''),
  labels: z.record(z.string(), z.string()),
  describe: z.record(z.string(), z.string()),
});

/** The words of one chart, ready to use. */
export interface Words {
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  /** How to read the drawing: what the note has no room for. */
  readonly reading: string;
  /** A label, its `{gaps}` filled with the given words. */
  readonly label: (key: string, gaps?: Gaps) => string;
  /** A sentence of the description, its `{gaps}` filled. */
  readonly sentence: (key: string, gaps?: Gaps) => string;
  readonly number: (value: number, qualifier?: string, digits?: number) => string;
  /** A share in percent, `52.2%`. */
  readonly percent: (share: number, digits: number) => string;
  readonly date: (iso: string, precision?: string) => string;
}

export type Gaps = Readonly<Record<string, string>>;

/**
 * Reads the strings of a chart. Gaps of title, subtitle, note and reading are ids of figures, so that a number in
 * them is bound to the data. Throws ProblemsError.
 */
export function readWords(
  path: string,
  file: string,
  locale: Locale,
  figures: Figures,
  bareNumbers: (text: string) => readonly string[],
): Words {
  const { value, problems, at } = readYaml(file, readFileSync(path, 'utf8'), strings);
  if (value === null) throw new ProblemsError(problems);
  const faults: Problem[] = [];
  const bound = (key: 'title' | 'subtitle' | 'note' | 'reading'): string => {
    for (const found of bareNumbers(value[key].replace(/\{[^{}]*\}/g, ''))) {
      faults.push({ file, ...at([key]), subject: key, message: `expected every number as {figure-id} or a date, found ${quote(found)}` });
    }
    return fill(value[key], (id) => {
      const figure = figures.get(id);
      if (figure) return formatFigure(figure, locale);
      faults.push({ file, ...at([key]), subject: key, message: `expected the id of a figure in figures.yml, found ${quote(id)}` });
      return '';
    });
  };
  const texts = { title: bound('title'), subtitle: bound('subtitle'), note: bound('note'), reading: bound('reading') };
  for (const group of ['labels', 'describe'] as const) {
    for (const [key, text] of Object.entries(value[group])) {
      for (const found of bareNumbers(text.replace(/\{[^{}]*\}/g, ''))) {
        faults.push({
          file,
          ...at([group, key]),
          subject: `${group}.${key}`,
          message: `expected every number as {figure-id}, a gap or a date, found ${quote(found)}`,
        });
      }
    }
  }
  if (faults.length > 0) throw new ProblemsError(faults);

  const lookup = (group: 'labels' | 'describe', key: string, gaps: Gaps): string => {
    const template = value[group][key];
    if (template === undefined)
      throw new ProblemsError([{ file, ...at([group]), subject: group, message: `expected the entry ${quote(key)}, found none` }]);
    return fill(template, (gap) => {
      const word = gaps[gap];
      if (word !== undefined) return word;
      const figure = figures.get(gap);
      if (figure) return formatFigure(figure, locale);
      throw new ProblemsError([
        {
          file,
          ...at([group, key]),
          subject: `${group}.${key}`,
          message: `expected the id of a figure or one of the gaps ${Object.keys(gaps).join(', ') || '(none here)'}, found {${gap}}`,
        },
      ]);
    });
  };
  return {
    locale,
    ...texts,
    label: (key, gaps = {}) => lookup('labels', key, gaps),
    sentence: (key, gaps = {}) => lookup('describe', key, gaps),
    number: (amount, qualifier = 'exact', digits = 0) => formatQualified(amount, qualifier, digits, locale),
    percent: (share, digits) => `${formatQualified(share, 'exact', digits, locale)}%`,
    date: (iso, precision = 'day') => formatDate(iso, precision, locale),
  };
}

function formatQualified(amount: number, qualifier: string, digits: number, locale: Locale): string {
  switch (qualifier) {
    case 'about':
    case 'at_least':
    case 'more_than':
    case 'up_to':
    case 'fewer_than':
      return formatBounded(amount, qualifier, locale, digits);
    default:
      return formatNumber(amount, locale, digits);
  }
}

function fill(template: string, word: (gap: string) => string): string {
  return template.replace(/\{([^{}]+)\}/g, (_, gap: string) => word(gap));
}
