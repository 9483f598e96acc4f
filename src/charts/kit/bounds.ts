/** Which way a bound points. */

/** True of a value that the real number reaches or passes: "at least", "more than". Its mark stays open. */
export function isFloor({ qualifier }: { readonly qualifier: string }): boolean {
  return qualifier === 'at_least' || qualifier === 'more_than';
}
