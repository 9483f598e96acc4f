/**
 * From the bytes of a CSV file to its cells, with the place of every fault. The dialect is narrow on
 * purpose (UTF-8, LF, commas, one row a line), so that a diff shows one line a fact and a fault in one
 * line never hides those in the next.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, quote } from './problem.ts';

export interface CsvLine {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly header: readonly string[];
  readonly lines: readonly CsvLine[];
  readonly problems: readonly Problem[];
  /** Whether a line could not be split into cells and is missing from `lines`. */
  readonly incomplete: boolean;
}

const BOM = '\uFEFF';
/** What a decoder puts in the place of bytes that are not UTF-8. */
const UNDECODABLE = '\uFFFD';

type Report = (line: number, column: number, message: string) => void;

/** Reads the bytes of `file`. Never throws: what can't be read is a problem, and the rest is still read. */
export function readCsv(file: string, bytes: Uint8Array): CsvFile {
  const problems: Problem[] = [];
  const report: Report = (line, column, message) => {
    problems.push({ file, line, column, subject: '', message });
  };

  let content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (content.startsWith(BOM)) {
    report(1, 1, 'expected UTF-8 without a byte order mark, found one');
    content = content.slice(1);
  }
  if (content.trim() === '') {
    report(1, 1, 'expected a header and rows, found an empty file');
    return { header: [], lines: [], problems, incomplete: true };
  }

  const lines: CsvLine[] = [];
  const raw = splitLines(content, report);
  const other = /^[^,\n]*?([;\t])[^,\n]*$/.exec(raw[0] ?? '')?.[1];
  if (other !== undefined) {
    report(
      1,
      1,
      `expected columns separated by commas, found ${other === ';' ? 'semicolons' : 'tabs'}, as some programs for tables save them`,
    );
    return { header: [], lines: [], problems, incomplete: true };
  }
  reportUndecodable(raw, report);
  for (const [index, cells] of splitCells(raw).entries()) {
    const line = index + 1;
    const text = raw[index] ?? '';
    if (text === '') report(line, 1, 'expected a row, found an empty line');
    else if (cells === null) {
      const message = `expected quotes only around a whole cell, doubled inside it, found a stray one in ${quote(text)}`;
      report(line, badQuoteField(text), message);
    } else if (!text.includes(UNDECODABLE)) lines.push({ line, cells });
  }
  const [header, ...rest] = lines;
  if (header?.line !== 1) return { header: [], lines: [], problems, incomplete: true };
  const incomplete = lines.length < raw.filter((text) => text !== '').length;
  return { header: header.cells, lines: rest, problems, incomplete };
}

/** Lines without their ends. The file must end each line, the last one too, with LF alone. */
function splitLines(content: string, report: Report): string[] {
  const lines = content.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  else report(lines.length, 1, 'expected a line end after the last row, found the end of the file');
  if (!content.includes('\r')) return lines;
  const ends: readonly string[] = content.match(/\r\n|\n|\r/g) ?? [];
  for (const [end, name] of [
    ['\r\n', 'CR LF'],
    ['\r', 'CR'],
  ] as const) {
    const count = ends.filter((found) => found === end).length;
    const where = count === ends.length ? 'in every line' : `in ${count} of ${ends.length} lines`;
    if (count > 0) report(ends.indexOf(end) + 1, 1, `expected line ends of LF alone, found ${name} ${where}`);
  }
  return lines;
}

/** One problem for all lines: a file in another encoding would have as many as it has lines. */
function reportUndecodable(lines: readonly string[], report: Report): void {
  const first = lines.findIndex((line) => line.includes(UNDECODABLE));
  if (first < 0) return;
  const count = lines.filter((line) => line.includes(UNDECODABLE)).length;
  const line = lines[first] ?? '';
  const before = line.slice(0, line.indexOf(UNDECODABLE)).replace(/"(?:[^"]|"")*(?:"|$)/g, '');
  const where = count === 1 ? 'in this line' : `in ${count} lines`;
  report(first + 1, before.split(',').length, `expected UTF-8, found bytes that are not ${where}`);
}

/** The cells of each line; `null` for a line whose quotes are wrong. */
function splitCells(lines: readonly string[]): (readonly string[] | null)[] {
  const quoted = lines.filter((line) => line.includes('"'));
  const parsed = inBatches(quoted);
  return lines.map((line) => (line.includes('"') ? (parsed.next().value ?? null) : line.split(',')));
}

/** A batch is large enough that the cost of a call does not count, and small enough that its text does not fill the memory. */
const BATCH = 1000;

function* inBatches(lines: readonly string[]): Generator<readonly string[] | null> {
  for (let start = 0; start < lines.length; start += BATCH) yield* parseQuoted(lines.slice(start, start + BATCH));
}

/**
 * Parses many lines at once, because one call a line would take a minute for a large table; where the
 * result is not one row a line, halves them until the faulty ones stand alone.
 */
function parseQuoted(lines: readonly string[]): (readonly string[] | null)[] {
  if (lines.length === 0) return [];
  try {
    const rows = parse(lines.join('\n'), { record_delimiter: '\n', relax_column_count: true }) as string[][];
    if (rows.length === lines.length) return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  if (lines.length === 1) return [null];
  const middle = Math.ceil(lines.length / 2);
  return parseQuoted(lines.slice(0, middle)).concat(parseQuoted(lines.slice(middle)));
}

/** Number of the field, from 1, in which the quotes of a line go wrong. */
function badQuoteField(line: string): number {
  try {
    parse(line, { relax_column_count: true });
    return 1;
  } catch (error) {
    const column: unknown = error instanceof CsvError ? error['column'] : 0;
    return (typeof column === 'number' ? column : 0) + 1;
  }
}
