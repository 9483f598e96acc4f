/**
 * The gaps of a chart's strings: `{held-peak}`, `{count}`, and in a language that needs it with a form (`{first-date:gen}`) or with the
 * forms of a noun (`{count|человек|человека|человек}`).
 */
import { quote } from '../../data/problem.ts';
import { agree, type Printed } from '../../figures/agree.ts';
import type { Figures } from '../../figures/figures.ts';
import { formatDate, sayFigure } from '../../figures/format.ts';
import { dateForms, type Locale } from '../../figures/locales/locale.ts';

/** What a printed number or day says. */
export type Said = (Printed & { readonly kind: 'number' }) | { readonly kind: 'date'; readonly iso: string; readonly precision: string };

interface Known {
  readonly gaps: Readonly<Record<string, string>>;
  readonly figures: Figures;
  readonly locale: Locale;
  /** What the chart has printed so far, by its text. */
  readonly saidBy: ReadonlyMap<string, Said>;
  /** A text of a table in the language; `null` for other texts. */
  readonly find: (text: string) => string | null;
}

/** Fills the gaps of a template. A fault is told with the offset of its gap in the template, which stays empty. */
export function fillGaps(template: string, known: Known, fault: (offset: number, message: string) => void): string {
  return template.replace(/\{([^{}]+)\}/g, (_, gap: string, offset: number) => {
    const filled = fillGap(gap, known);
    if ('text' in filled) return filled.text;
    fault(offset, filled.fault);
    return '';
  });
}

type Filled = { readonly text: string } | { readonly fault: string };

function fillGap(gap: string, { gaps, figures, locale, saidBy, find }: Known): Filled {
  const { name = '', form, forms: noun } = /^(?<name>[^:|]*)(?::(?<form>[^|]*))?(?:\|(?<forms>.*))?$/su.exec(gap)?.groups ?? {};
  const word = gaps[name];
  if (word === undefined) {
    const figure = figures.get(name);
    if (!figure) {
      const others = Object.keys(gaps);
      const expected = `the id of a figure in figures.yml${others.length > 0 ? ` or one of the gaps ${others.join(', ')}` : ''}`;
      return { fault: `expected ${expected}, found ${quote(name)}` };
    }
    const said = sayFigure(figure, locale, { form, noun });
    return typeof said === 'string' ? { fault: said } : { text: said.before + said.number + said.after };
  }
  if (form === undefined && noun === undefined) return { text: find(word) ?? word };
  const said = saidBy.get(word);
  if (form !== undefined) {
    const known = dateForms.find((candidate) => candidate === form);
    if (!known) return { fault: `expected a form of dates (${dateForms.join(', ')}), found ${quote(form)}` };
    if (said?.kind !== 'date' || noun !== undefined) return { fault: `expected a form at a day alone, found it at ${quote(word)}` };
    return { text: formatDate(said.iso, said.precision, locale, known) };
  }
  if (said?.kind !== 'number') return { fault: `expected a noun at a number, found it at ${quote(word)}` };
  const around = agree(said, noun ?? '', locale);
  return typeof around === 'string' ? { fault: around } : { text: around.before + word + around.after };
}
