/** What of a note stands in view, and what is told to who asks how to read the drawing. */
import type { Locale } from '../../figures/locales/locale.ts';
import { splitSentences } from '../../figures/split-sentences.ts';

/** Two lines under a drawing on a desk, and little more on a phone. */
const IN_VIEW = 120;

/** The first sentences of a note, as far as they are read at a glance, at least one; the others go before what is told of reading the drawing. */
export function splitNote(note: string, reading: string, locale: Locale): { readonly note: string; readonly reading: string } {
  const sentences = splitSentences(note, locale).map(({ segment }) => segment.trim());
  let shown = 1;
  while (shown < sentences.length && sentences.slice(0, shown + 1).join(' ').length <= IN_VIEW) shown += 1;
  const rest = [...sentences.slice(shown), reading].filter((text) => text !== '');
  return { note: sentences.slice(0, shown).join(' '), reading: rest.join(' ') };
}
