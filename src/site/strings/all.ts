import { be } from './be.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';
import type { Strings } from './strings.ts';

const all: Readonly<Record<string, Strings>> = { en, be, ru, pl };

/** Whether the interface has words in a language. */
export const hasStrings = (tag: string): boolean => Object.hasOwn(all, tag);

/** The interface in a language. Throws RangeError for one that has no strings. */
export function stringsOf(tag: string): Strings {
  const strings = all[tag];
  if (!strings) throw new RangeError(`there are no strings for "${tag}" in src/site/strings`);
  return strings;
}
