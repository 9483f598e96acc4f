/** Which way a bound points. */

interface Qualified {
  readonly qualifier: string;
}

/** True of a value that the real number reaches or passes: "at least", "more than". Its mark stays open. */
export function isFloor({ qualifier }: Qualified): boolean {
  return qualifier === 'at_least' || qualifier === 'more_than';
}

/** True of a value that the real number doesn't pass: "up to", "fewer than". Its mark is pale. */
export function isCeiling({ qualifier }: Qualified): boolean {
  return qualifier === 'up_to' || qualifier === 'fewer_than';
}
