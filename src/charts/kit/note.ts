/** What of a note stands in view, and what is told to who asks how to read the drawing. */

/** Two lines under a drawing on a desk, and little more on a phone. */
const IN_VIEW = 120;

/** A sentence ends where a new one begins: after a stop and a blank comes a capital, a number or an opening quotation mark. */
const SENTENCES = /(?<=[.!?…][”»’)]?) (?=[\p{Lu}\p{N}“«„(])/u;

/** The first sentences of a note, as far as they are read at a glance, at least one; the others go before what is told of reading the drawing. */
export function splitNote(note: string, reading: string): { readonly note: string; readonly reading: string } {
  const sentences = note.split(SENTENCES);
  let shown = 1;
  while (shown < sentences.length && sentences.slice(0, shown + 1).join(' ').length <= IN_VIEW) shown += 1;
  const rest = [...sentences.slice(shown), reading].filter((text) => text !== '');
  return { note: sentences.slice(0, shown).join(' '), reading: rest.join(' ') };
}
