/** How a command ends on something that a person can mend: in sentences, with exit code 1 and without a stack. */
import { ProblemsError, refusalOf } from '../data/problem.ts';

/** A call that can't be carried out, with what to do in a sentence. */
export class Stop extends Error {}

type Kind = new (message: string) => Error;

/** Runs a command. Problems of files, and errors of the kinds named, are printed; any other is a fault of ours. */
export async function runOrSay(kinds: readonly Kind[], main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const said = sentenceOf(error, kinds);
    if (said === null) throw error;
    console.error(said);
    process.exitCode = 1;
  }
}

/** What is said of an error that a person can mend; `null` for a fault of ours, which keeps its stack. */
export function sentenceOf(error: unknown, kinds: readonly Kind[] = []): string | null {
  if (error instanceof Error && [ProblemsError, Stop, ...kinds].some((kind) => error instanceof kind)) return error.message;
  return refusalOf(error);
}
