/** What other rows say of the thing that a figure states: the conflicts that a reader should know of. */
import { meaningOf } from '../data/field.ts';
import type { DataPackage } from '../data/package.ts';
import type { Row } from '../data/read.ts';
import type { Table } from '../data/table.ts';
import { type Figure, isQualifier, type Qualifier } from './figure.ts';

/** What a row says of a thing. */
export interface SaidValue {
  readonly table: string;
  readonly line: number;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly countedBy: string | null;
  readonly sourceId: string | null;
  /** Why the row is not preferred; `null` for one that is. */
  readonly statusNote: string | null;
  readonly note: string | null;
}

/** A figure and the rows that say something else of the same thing. */
export interface Disagreement {
  readonly figure: Figure;
  /** What is counted, as the table words it: `held`, `Sizes of protests: March of New Belarus`. */
  readonly subject: string;
  readonly own: SaidValue;
  readonly others: readonly SaidValue[];
}

/** Fields of a key that say whose number it is, not what is counted. */
const whose: ReadonlySet<string> = new Set(['source_id', 'counted_by', 'value', 'released']);

/** Rows that are no number of their own: the same again, or overtaken by a fuller one. */
const settled: ReadonlySet<unknown> = new Set(['repeated', 'superseded']);

/**
 * Rows about the same thing on the same day as the one row that a figure prints, by whomever, with another
 * value or bound; `null` when there are none. Rows that repeat a value, were overtaken, or are the other end of a
 * range in the same document are no disagreement. A computed figure has none of its own: its parts have. Figures with `known-by` mean an earlier state of the
 * record and are left out.
 */
export function disagreementOf(figure: Figure, data: DataPackage): Disagreement | null {
  const [ground] = figure.grounds;
  if (figure.computed || figure.knownBy !== null || !ground) return null;
  const read = data.read(ground.table);
  const own = read?.rows.find(({ line }) => line === ground.line);
  if (!read || !own || !('status' in read.table.fields)) return null;
  const { table } = read;
  const others = read.rows.filter((row) => {
    if (row.line === own.line || settled.has(row.values['status']) || !sameThing(table, row, own)) return false;
    const value = row.values[figure.field];
    if (typeof value !== 'number' || (value === own.values[figure.field] && qualifierOf(row) === figure.qualifier)) return false;
    // The two ends of a range are one statement.
    if (row.values['counted_by'] === own.values['counted_by'] && row.values['source_id'] === own.values['source_id']) return false;
    // Two preferred numbers of one counter are two facts, told apart by something beside the key.
    const inConflict = row.values['status'] === 'conflicting' || own.values['status'] === 'conflicting';
    return inConflict || row.values['counted_by'] !== own.values['counted_by'];
  });
  if (others.length === 0) return null;
  const said = others.map((row) => saidBy(table, row, figure.field));
  return {
    figure,
    subject: subjectOf(table, own),
    own: saidBy(table, own, figure.field),
    // Two sources that state the same number for the same counter are one voice.
    others: [...new Map(said.map((other) => [`${other.countedBy} ${other.qualifier} ${other.value}`, other])).values()],
  };
}

function saidBy(table: Table, row: Row, field: string): SaidValue {
  return {
    table: table.name,
    line: row.line,
    value: Number(row.values[field]),
    qualifier: qualifierOf(row),
    countedBy: wordsOf(row, 'counted_by'),
    sourceId: wordsOf(row, 'source_id'),
    statusNote: wordsOf(row, 'status_note'),
    note: wordsOf(row, 'note'),
  };
}

function qualifierOf(row: Row): Qualifier {
  const { qualifier } = row.values;
  return isQualifier(qualifier) ? qualifier : 'exact';
}

/** The fields that say what is counted, in the words of the table; a metric says it by itself. */
function subjectOf(table: Table, row: Row): string {
  const told = (field: string): string[] => {
    const column = table.fields[field];
    const value = row.values[field];
    if (!column || typeof value !== 'string') return [];
    return [meaningOf(column).categories?.find((category) => category.value === value)?.label ?? value];
  };
  const [metric] = told('metric');
  return metric ?? [table.title, ...['event', 'candidate', 'choice', 'measure'].flatMap(told)].join(': ');
}

function sameThing(table: Table, a: Row, b: Row): boolean {
  return table.primaryKey.every((field) => whose.has(field) || a.values[field] === b.values[field]);
}

function wordsOf(row: Row, field: string): string | null {
  const value = row.values[field];
  return typeof value === 'string' ? value : null;
}
