/** The thread of `write.ts` in which the editions of a language are made, and then those of the next one. */
import { parentPort } from 'node:worker_threads';
import { giveBackMemory } from '../../../data/memory.ts';
import { EditionFault } from './fault.ts';
import { type Order, writeLanguage } from './language.ts';

/** What came of an order: the reason of a fault that a person can mend, or `null`. Any other fault ends the thread. */
export type Made = { readonly reason: string } | null;

parentPort?.on('message', (order: Order) => {
  let made: Made = null;
  try {
    writeLanguage(order);
  } catch (fault) {
    if (!(fault instanceof EditionFault)) throw fault;
    made = { reason: fault.reason };
  }
  giveBackMemory();
  parentPort?.postMessage(made);
});
