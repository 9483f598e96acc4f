/** What a long command does with its memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what is no longer held. The engine does so only when it runs short, and threads that begin after a long step would
 * need their memory on top of what that step has left behind.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
