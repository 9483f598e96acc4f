/** What a note says of the figure that it explains: who counted, when, and our arithmetic where there is any. */
import type { Figure } from '../../figures/figure.ts';
import { formatDate, formatFigure, formatPeriod } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';
import type { Edition } from '../edition.ts';

/** A sentence of a note; what a row says of itself is in the words of the table. */
export interface Explained {
  readonly text: string;
  readonly ofTable: boolean;
}

type Words = Pick<Edition, 'locale' | 'strings' | 'dataWords'>;

/** Sentences of a note, in order. */
export function explain(figure: Figure, { locale, strings: { noteText }, dataWords }: Words): Explained[] {
  const sentences: string[] = [];
  const ofTable: string[] = [];
  const date = figure.date ? dateOf(figure.date, locale) : null;
  const [ground] = figure.grounds;
  if (figure.computed) {
    const { operation, operands, rows } = figure.computed;
    const formula = operands.map((operand) => formatFigure(operand, locale)).join(` ${noteText.operation[operation]} `);
    sentences.push(operands.length === 0 ? noteText.sum(rows) : noteText.arithmetic(formula));
  } else if (date && ground?.countedBy) sentences.push(noteText.countedBy(dataWords.say(ground.countedBy), date));
  else if (date) sentences.push(noteText.dated(date));
  if (figure.knownBy) sentences.push(noteText.knownBy(formatDate(figure.knownBy, 'day', locale)));
  if (!figure.computed && ground) {
    if (ground.confidence === 'medium' || ground.confidence === 'low') sentences.push(noteText.confidence[ground.confidence]);
    if (ground.note) ofTable.push(/[.!?]$/.test(ground.note) ? ground.note : `${ground.note}.`);
  }
  return [...sentences.map((text) => ({ text, ofTable: false })), ...ofTable.map((text) => ({ text, ofTable: true }))];
}

function dateOf({ iso, precision, from }: NonNullable<Figure['date']>, locale: Locale): string {
  return from === null ? formatDate(iso, precision, locale) : formatPeriod(from, iso, locale);
}
