/**
 * What a process has once, however often its modules are loaded: the pages of the site are packed into modules of their own, and find
 * there what the build has read and registered.
 */
import { SLUG } from './name.ts';

const kept: Record<symbol, unknown> = globalThis as never;

/** The value of this name, made by whoever asks first. */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`${SLUG}.${name}`);
  kept[key] ??= make();
  return kept[key] as T;
}
