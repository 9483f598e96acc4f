/** Tables as CSV: the lines of the file itself, but for what corrections changed or dropped. */
import { readCsv } from '../csv.ts';
import type { ReadTable, Row, Value } from '../read.ts';

/** A cell as RFC 4180 has it, in quotes only where it must be. */
export function csvCell(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(values: readonly Value[]): string {
  return values.map(csvCell).join(',');
}

/**
 * The table's rows as CSV. `bytes` is the file that they were read from; where the rows say what the file
 * says, so do the bytes of the result. A cell that a correction changed is written anew, the rest of its line is kept.
 */
export function tableCsv({ table, rows }: ReadTable, bytes: Uint8Array): Uint8Array {
  const names = Object.keys(table.fields);
  const lines = new TextDecoder().decode(bytes).split('\n');
  const header = lines[0] ?? '';
  const written = rows.map((row) => {
    const original = lines[row.line - 1] ?? '';
    const plain = csvLine(names.map((name) => row.values[name] ?? null));
    return plain === original ? original : correctedLine(table, names, row, header, original);
  });
  return new TextEncoder().encode(`${[header, ...written].join('\n')}\n`);
}

/** The line with the row's values, keeping the spelling (`84.0`, needless quotes) of what was not changed. */
function correctedLine(table: ReadTable['table'], names: readonly string[], row: Row, header: string, original: string): string {
  const [line] = readCsv(table.name, new TextEncoder().encode(`${header}\n${original}\n`)).lines;
  const texts = line?.cells ?? [];
  const kept = names.map((name, index) => {
    const text = texts[index];
    const said = text === undefined ? null : table.fields[name]?.safeParse(text);
    return said?.success && said.data === row.values[name] && text !== undefined ? text : null;
  });
  if (kept.every((text) => text !== null)) return original;
  return names.map((name, index) => csvCell(kept[index] ?? row.values[name] ?? null)).join(',');
}
