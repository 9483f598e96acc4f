/** The strings of a chart in one language: `content/<language>/charts/<id>.yml`, and the filling of their gaps. */
import { z } from 'zod';
import { type Problem, ProblemsError, quote } from '../../data/problem.ts';
import { readText } from '../../data/text-file.ts';
import { readYaml } from '../../data/yaml.ts';
import { asInTables, type DataWords } from '../../figures/data-words.ts';
import { isQualifier, type Qualifier } from '../../figures/figure.ts';
import type { Figures } from '../../figures/figures.ts';
import { formatBounded, formatDate, formatPercent } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';
import { fillGaps, type Said } from './gaps.ts';

/** What the file of a chart holds. */
export const chartStrings = z.strictObject({
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
  readonly percent: (share: number, digits: number, qualifier?: string) => string;
  readonly date: (iso: string, precision?: string) => string;
  /** What a table says in English (who counted, a name, a country), in the language. */
  readonly named: (text: string) => string;
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
  dataWords: DataWords = asInTables,
): Words {
  const { value, problems, at, inside } = readYaml(file, readText(path, file, 'the strings of a chart'), chartStrings);
  if (value === null) throw new ProblemsError(problems);
  const faults: Problem[] = [];
  // What was printed is remembered with what it says: the same print always has the same number, and so the same noun.
  const saidBy = new Map<string, Said>();
  const fill = (template: string, gaps: Gaps, fault: (offset: number, message: string) => void): string =>
    fillGaps(template, { gaps, figures, locale, saidBy, find: dataWords.find }, fault);
  const bound = (key: 'title' | 'subtitle' | 'note' | 'reading'): string => {
    for (const found of bareNumbers(value[key].replace(/\{[^{}]*\}/g, ''))) {
      faults.push({ file, ...at([key]), subject: key, message: `expected every number as {figure-id} or a date, found ${quote(found)}` });
    }
    return fill(value[key], {}, (offset, message) => faults.push({ file, ...inside([key], offset), subject: key, message }));
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
    return fill(template, gaps, (offset, message) => {
      throw new ProblemsError([{ file, ...inside([group, key], offset), subject: `${group}.${key}`, message }]);
    });
  };
  const remember = <T extends Said>(text: string, said: T): string => {
    saidBy.set(text, said);
    return text;
  };
  return {
    locale,
    ...texts,
    label: (key, gaps = {}) => lookup('labels', key, gaps),
    sentence: (key, gaps = {}) => lookup('describe', key, gaps),
    number: (value, qualifier = 'exact', digits = 0) => {
      const number = { kind: 'number', value, qualifier: qualifierOf(qualifier), digits } as const;
      return remember(formatBounded(value, number.qualifier, locale, digits), number);
    },
    percent: (share, digits, qualifier = 'exact') => formatPercent(share, qualifierOf(qualifier), locale, digits),
    named: dataWords.say,
    date: (iso, precision = 'day') => remember(formatDate(iso, precision, locale), { kind: 'date', iso, precision }),
  };
}

const qualifierOf = (qualifier: string): Qualifier => (isQualifier(qualifier) ? qualifier : 'exact');
