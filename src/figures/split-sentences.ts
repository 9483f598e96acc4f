/** The sentences of a text, by the rules of its language. */
import type { Locale } from './locales/locale.ts';

export interface Sentence {
  readonly index: number;
  readonly segment: string;
}

/** As `Intl.Segmenter` cuts them, but not after an abbreviation that ends no sentence (`Art. 342`, `ст. Уголовного кодекса`). */
export function splitSentences(text: string, locale: Pick<Locale, 'tag' | 'abbreviations'>): Sentence[] {
  const sentences: { index: number; segment: string }[] = [];
  for (const { index, segment } of new Intl.Segmenter(locale.tag, { granularity: 'sentence' }).segment(text)) {
    const last = sentences.at(-1);
    const before = last?.segment.trimEnd() ?? '';
    const cut = locale.abbreviations.some((word) => before.endsWith(word) && !/[\p{L}\p{N}]/u.test(before.at(-word.length - 1) ?? ''));
    if (last && cut) last.segment += segment;
    else sentences.push({ index, segment });
  }
  return sentences;
}
