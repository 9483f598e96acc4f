/** How a command ends on something that a person can mend: in sentences, with exit code 1 and without a stack. */
import { ProblemsError } from '../data/problem.ts';

/** A call that can't be carried out, with what to do in a sentence. */
export class Stop extends Error {}

type Kind = new (message: string) => Error;

/** Runs a command. Problems of files, and errors of the kinds named, are printed; any other is a fault of ours. */
export async function runOrSay(kinds: readonly Kind[], main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Error) || ![ProblemsError, Stop, ...kinds].some((kind) => error instanceof kind)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
