/** Why an edition can't be made, in a sentence: the build stops at it, so that no half edition is published. */
export class EditionFault extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`An edition can't be made: ${reason}.`);
    this.reason = reason;
  }
}
