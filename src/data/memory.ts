/** What a long command does with its memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | null = null;

/**
 * Gives back what is no longer held. The engine does so only when its own heap runs short: threads that begin after a long step would
 * need their memory on top of what that step has left behind, and pixels that lie outside the heap would pile up.
 */
export function giveBackMemory(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
