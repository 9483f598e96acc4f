/**
 * What an export says of cells that differ from the printed source, or that we doubt: a mark in the note of the row, and the
 * corrections whole, as a table for programs.
 */
import { type AppliedCorrection, markedField } from '../apply-corrections.ts';
import { correctionsFile } from '../corrections.ts';
import type { DataPackage } from '../package.ts';
import type { ReadTable, Row } from '../read.ts';

/** The tables with the rows that corrections changed or doubt marked in their notes; all else as it is. */
export function markedTables(data: DataPackage): ReadTable[] {
  return data.tables.map((read) => {
    if (!data.corrections.some(({ correction }) => correction.table === read.table.name)) return read;
    return { ...read, rows: read.rows.map((row) => markedRow(row, data.correctionsOf(read.table.name, row.line))) };
  });
}

function markedRow(row: Row, corrections: readonly AppliedCorrection[]): Row {
  const marks = corrections.filter(({ correction }) => correction.action !== 'drop').map(markOf);
  if (marks.length === 0) return row;
  const note = [row.values[markedField] ?? [], ...marks].flat().join(' ');
  return { line: row.line, values: { ...row.values, [markedField]: note } };
}

/** A mark in brackets, so that it is not taken for words of the row. */
export function markOf({ correction: { action, field, reason }, before, after }: AppliedCorrection): string {
  const cell = (value: Row['values'][string]): string => (value === null ? 'an empty cell' : String(value));
  return action === 'override'
    ? `[Corrected by us: ${field} is ${cell(after ?? null)}; the source has ${cell(before)}. ${reason.trim()} See ${correctionsFile}.]`
    : `[Doubtful, by us: ${field}. ${reason.trim()} See ${correctionsFile}.]`;
}

/** One correction as programs read it. */
export interface CorrectionRow {
  readonly table: string;
  /** The cells that tell the row from all others, as JSON. */
  readonly key: string;
  readonly field: string;
  readonly action: string;
  /** What the source has, and what is given instead; the same where the cell is doubted, none where the row is left out. */
  readonly printed: string | null;
  readonly given: string | null;
  readonly reason: string;
  readonly source_id: string | null;
  readonly status: string;
  readonly date: string;
}

/** The corrections of the package, or of one table, in the order of their file. */
export function correctionRows(data: DataPackage, table: string | null = null): CorrectionRow[] {
  return data.corrections
    .filter(({ correction }) => table === null || correction.table === table)
    .map(({ correction, before, after }) => ({
      table: correction.table,
      key: JSON.stringify(correction.key),
      field: correction.field,
      action: correction.action,
      printed: before === null ? null : String(before),
      given: after === null ? null : String(after),
      reason: correction.reason.trim(),
      source_id: correction.source ?? null,
      status: correction.status,
      date: correction.date,
    }));
}
