/** What a note says of the figure that it explains: who counted, when, and our arithmetic where there is any. */
import type { Figure } from '../../figures/figure.ts';
import { formatDate, formatFigure, formatPeriod } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';
import type { Strings } from '../strings/strings.ts';

/** Sentences of a note, in order. */
export function explain(figure: Figure, locale: Locale, { noteText }: Strings): string[] {
  const sentences: string[] = [];
  const date = figure.date ? dateOf(figure.date, locale) : null;
  const [ground] = figure.grounds;
  if (figure.computed) {
    const { operation, operands, rows } = figure.computed;
    const formula = operands.map((operand) => formatFigure(operand, locale)).join(` ${noteText.operation[operation]} `);
    sentences.push(operands.length === 0 ? noteText.sum(rows) : noteText.arithmetic(formula));
  } else if (date && ground?.countedBy) sentences.push(noteText.countedBy(ground.countedBy, date));
  else if (date) sentences.push(noteText.dated(date));
  if (figure.knownBy) sentences.push(noteText.knownBy(formatDate(figure.knownBy, 'day', locale)));
  if (!figure.computed && ground) {
    if (ground.confidence === 'medium' || ground.confidence === 'low') sentences.push(noteText.confidence[ground.confidence]);
    if (ground.note) sentences.push(/[.!?]$/.test(ground.note) ? ground.note : `${ground.note}.`);
  }
  return sentences;
}

function dateOf({ iso, precision, from }: NonNullable<Figure['date']>, locale: Locale): string {
  return from === null ? formatDate(iso, precision, locale) : formatPeriod(from, iso, locale);
}
