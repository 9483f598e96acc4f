/** How long a text takes. */

/** Words a minute of silent reading of English non-fiction: a little below the 238 of Brysbaert's review (2019), since there are charts to look at. */
const WORDS_A_MINUTE = 220;

/** Whole minutes, at least one. */
export function minutesOf(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
