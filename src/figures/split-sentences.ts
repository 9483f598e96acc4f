/** The sentences of a text, by the rules of its language. */
import type { Locale } from './locales/locale.ts';

export interface Sentence {
  readonly index: number;
  readonly segment: string;
}

/** `Intl.Segmenter` lets a sentence go on where a number and a small letter follow, as in “… his wife. 29 May …” of languages with small months. */
const numberAfter = /(?<=[.!?…]["”»)\]]*\s+)(?=\p{N})/u;

/** As `Intl.Segmenter` cuts them and before a number, but not after an abbreviation that ends no sentence (`Art. 342`, `ст. Уголовного кодекса`). */
export function splitSentences(text: string, locale: Pick<Locale, 'tag' | 'abbreviations'>): Sentence[] {
  const sentences: { index: number; segment: string }[] = [];
  const parts = [...new Intl.Segmenter(locale.tag, { granularity: 'sentence' }).segment(text)].flatMap(({ segment }) =>
    segment.split(numberAfter),
  );
  let index = 0;
  for (const segment of parts) {
    const last = sentences.at(-1);
    const before = last?.segment.trimEnd() ?? '';
    const cut = locale.abbreviations.some((word) => before.endsWith(word) && !/[\p{L}\p{N}]/u.test(before.at(-word.length - 1) ?? ''));
    if (last && cut) last.segment += segment;
    else sentences.push({ index, segment });
    index += segment.length;
  }
  return sentences;
}
