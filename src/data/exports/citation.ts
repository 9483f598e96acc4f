/** How to cite the package, or a part of it, in one line of plain text. */
import type { PackageFacts } from '../facts.ts';

/** `part` is the title of a table or a chart. */
export function citationOf({ title, version, released, licence }: PackageFacts, part?: string): string {
  const whole = `${title}, data version ${version} (${released}). ${licence.name}.`;
  return part === undefined ? whole : `${part.replace(/\.$/, '')}. In: ${whole}`;
}
