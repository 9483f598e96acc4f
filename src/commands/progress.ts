/** How long work shows that it works: one moving line on a terminal, plain lines elsewhere, nothing when asked to be quiet. */

/** What progress is written to: standard error or output, or what a test puts in their place. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Away from a terminal a long step is told in quarters, so that a log stays short. */
const PARTS = 4;
/** Fallback width of a terminal that does not tell it, in columns. */
const WIDTH = 80;

export class Progress {
  readonly #sink: Sink;
  readonly #quiet: boolean;
  /** Whether a line stands on the terminal that is not ended yet. */
  #open = false;
  #told = 0;

  constructor(sink: Sink, { quiet = false }: { readonly quiet?: boolean } = {}) {
    this.#sink = sink;
    this.#quiet = quiet;
  }

  /** Says what begins. On a terminal the line stays open, and what follows takes its place. */
  begin(text: string): void {
    this.#told = 0;
    this.#moving(text);
  }

  /** Says how far a step is; elsewhere than on a terminal a quarter at a time. The last count is told by `done`. */
  count(text: string, done: number, total: number): void {
    const part = Math.floor((done * PARTS) / total);
    if (!this.#sink.isTTY && (done >= total || part <= this.#told)) return;
    this.#told = part;
    this.#moving(`${text} ${done} of ${total}`);
  }

  /** Says what is done, in a line that stays. */
  done(text: string): void {
    if (this.#quiet) return;
    this.#sink.write(`${this.#open ? '\r\x1b[K' : ''}${text}\n`);
    this.#open = false;
  }

  /** Ends a line that is still open, so that what others print, such as a fault, begins a line of its own. */
  end(): void {
    if (this.#open) this.#sink.write('\n');
    this.#open = false;
  }

  #moving(text: string): void {
    if (this.#quiet) return;
    if (!this.#sink.isTTY) {
      this.#sink.write(`${text} ...\n`);
      return;
    }
    // A line that wraps can't be taken back by \r.
    this.#sink.write(`\r\x1b[K${`${text} ...`.slice(0, (this.#sink.columns || WIDTH) - 1)}`);
    this.#open = true;
  }
}

/** A time taken, for people: `8.4 s`, `1 min 12 s`. */
export function taken(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
