import type { DataPackage } from './package.ts';

/**
 * The day from which the text of each source could be read: its date of publication, else the latest
 * day that the bounds allow. Sources with neither are left out: nobody can say that they were known.
 */
export function knownFrom(data: DataPackage): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { values } of data.read('sources')?.rows ?? []) {
    const day = values['published'] ?? values['not_after'];
    if (typeof day === 'string') known.set(String(values['source_id']), day);
  }
  return known;
}
