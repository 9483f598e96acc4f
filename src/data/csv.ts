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
}

const BOM = '\uFEFF';

/** Reads the bytes of `file`. Never throws: what can't be read is a problem, and the rest is still read. */
export function readCsv(file: string, bytes: Uint8Array): CsvFile {
  const problems: Problem[] = [];
  const report = (line: number, column: number, message: string, subject = ''): void => {
    problems.push({ file, line, column, subject, message });
  };

  const badByte = firstBadByte(bytes);
  if (badByte !== null) {
    report(badByte.line, badByte.column, 'expected UTF-8, found bytes that are not');
    return { header: [], lines: [], problems };
  }
  let content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (content.startsWith(BOM)) {
    report(1, 1, 'expected UTF-8 without a byte order mark, found one');
    content = content.slice(1);
  }
  if (content.trim() === '') {
    report(1, 1, 'expected a header and rows, found an empty file');
    return { header: [], lines: [], problems };
  }

  const lines: CsvLine[] = [];
  for (const [index, raw] of splitLines(content, report).entries()) {
    const line = index + 1;
    if (raw === '') {
      report(line, 1, 'expected a row, found an empty line');
      continue;
    }
    const cells = splitCells(raw);
    if (typeof cells === 'string') report(line, badQuoteField(raw), cells);
    else lines.push({ line, cells });
  }
  const [header, ...rest] = lines;
  if (header?.line !== 1) return { header: [], lines: [], problems };
  return { header: header.cells, lines: rest, problems };
}

/** Line and column (in bytes) of the first byte that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number } | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    let line = 1;
    let start = 0;
    for (let index = 0; index <= bytes.length; index++) {
      if (index < bytes.length && bytes[index] !== 0x0a) continue;
      const part = bytes.subarray(start, index);
      const good = decodablePrefix(part);
      if (good < part.length) return { line, column: 1 + commasIn(part.subarray(0, good)) };
      line++;
      start = index + 1;
    }
    return { line, column: 1 };
  }
}

/** How many of the bytes decode before the first that does not. */
function decodablePrefix(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let length = 0; length < bytes.length; length++) {
    try {
      decoder.decode(bytes.subarray(length, length + 1), { stream: true });
    } catch {
      return length;
    }
  }
  try {
    decoder.decode();
    return bytes.length;
  } catch {
    return bytes.length - 1;
  }
}

function commasIn(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte === 0x2c ? 1 : 0), 0);
}

type Report = (line: number, column: number, message: string) => void;

/** Lines without their ends. The file must end each line, the last one too, with LF alone. */
function splitLines(content: string, report: Report): string[] {
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else report(lines.length, 1, 'expected a line end after the last row, found the end of the file');
  const ends = lines.map((line) => line.endsWith('\r'));
  const crlf = ends.filter(Boolean).length;
  const first = ends.indexOf(true);
  if (crlf > 0) {
    const where = crlf === lines.length ? 'CR LF in every line' : `CR LF here and in ${crlf} of ${lines.length} lines`;
    report(first + 1, 1, `expected line ends of LF alone, found ${where}`);
  }
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** The cells of one line, or what is wrong with its quotes. */
function splitCells(line: string): string[] | string {
  if (!line.includes('"')) return line.split(',');
  try {
    const [cells = []] = parse(line, { relax_column_count: true }) as string[][];
    return cells;
  } catch (error) {
    if (error instanceof CsvError)
      return `expected quotes only around a whole cell, doubled inside it, found a stray one in ${quote(line)}`;
    throw error;
  }
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
