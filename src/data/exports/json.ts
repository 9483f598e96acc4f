/** Tables as JSON: an array of objects, one a line, numbers as numbers, `null` where a cell is empty. */
import type { ReadTable } from '../read.ts';

export function tableJson({ table, rows }: Pick<ReadTable, 'table' | 'rows'>): Uint8Array {
  const keys = Object.keys(table.fields).map((name) => [name, JSON.stringify(name)] as const);
  const lines = rows.map(({ values }) => `{${keys.map(([name, quoted]) => `${quoted}:${JSON.stringify(values[name] ?? null)}`).join()}}`);
  return new TextEncoder().encode(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
}
