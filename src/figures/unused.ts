/** Declared figures that nothing prints: kept numbers nobody reads go stale unseen, so a build doesn't take them. */
import type { Problem } from '../data/problem.ts';
import { readYaml } from '../data/yaml.ts';
import { declarations, operandsOf } from './declare.ts';

/**
 * The figures declared in `text`, the source of `file`, that no text names and no named figure is computed from, each with its line.
 * `texts` is whatever may print a figure: chapters, strings, code of charts. Faults of the declarations themselves are told elsewhere.
 */
export function unusedFigures(file: string, text: string, texts: Iterable<string>): Problem[] {
  const { value: declared, at } = readYaml(file, text, declarations);
  if (declared === null) return [];
  const used = new Set<string>();
  const use = (id: string): void => {
    const declaration = Object.hasOwn(declared, id) ? declared[id] : undefined;
    if (declaration === undefined || used.has(id)) return;
    used.add(id);
    for (const operand of operandsOf(declaration)) use(operand);
  };
  for (const printing of texts) for (const [id] of printing.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) use(id);
  return Object.keys(declared)
    .filter((id) => !used.has(id))
    .map((id) => ({
      file,
      ...at([id]),
      subject: id,
      message: 'expected a figure that a chapter, a text or a chart prints, found none that names it: use it or take it out',
    }));
}
