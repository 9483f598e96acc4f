/** Which documents the chapters cite by themselves, beside those that their figures rest on. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryText } from '../data/text-file.ts';

/** Ids in `:source[…]` and `{source=…}` of all chapters and glossaries under `directory`. */
export function sourceIdsCitedIn(directory: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!/\.md$|(^|[\\/])glossary\.yml$/.test(name)) continue;
    // What can't be read is told by those who read it whole.
    const { text } = tryText(join(directory, name), name);
    for (const [, list = ''] of text.matchAll(/:source\[([^\]]*)\]/g)) for (const id of list.split(/\s+/)) ids.add(id);
    for (const [, id = ''] of text.matchAll(/\{source=([^}\s]+)\}/g)) ids.add(id);
  }
  return ids;
}
