/** The thread of `write.ts` in which the editions of a language are made. */
import { parentPort, workerData } from 'node:worker_threads';
import { EditionFault } from './fault.ts';
import { type Order, writeLanguage } from './language.ts';

/** What came of it: the reason of a fault that a person can mend, or `null`. Any other fault ends the thread. */
export type Made = { readonly reason: string } | null;

let made: Made = null;
try {
  writeLanguage(workerData as Order);
} catch (fault) {
  if (!(fault instanceof EditionFault)) throw fault;
  made = { reason: fault.reason };
}
parentPort?.postMessage(made);
