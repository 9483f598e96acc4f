/** What holds of the rows of any table beside one another: one preferred row of a fact, what the others give way to, and the order of the rows. */
import { decimalsOf, meaningOf } from './field.ts';
import type { Problem } from './problem.ts';
import { quote } from './problem.ts';
import type { ReadTable, Row } from './read.ts';
import { factKeyOf } from './table.ts';

/** Every fault between the rows of one table, each at its cell. Of a package as of a day, the rows to which others give way may be left out. */
export function checkFacts(tables: readonly ReadTable[], { partial = false } = {}): Problem[] {
  return tables.filter(isJudged).flatMap((read) => [...onePreferred(read), ...repeatsValue(read), ...(partial ? [] : givesWay(read))]);
}

/** Rows that don't stand at their place. The tables are those of the files: a correction moves no row. */
export function checkOrder(tables: readonly ReadTable[]): Problem[] {
  return tables.flatMap(inOrder);
}

const isJudged = ({ table }: ReadTable): boolean => 'status' in table.fields;
const isPreferred = ({ values }: Row): boolean => values['status'] === 'preferred';
const named = ({ values }: Row, fields: readonly string[]): string => JSON.stringify(fields.map((field) => values[field] ?? null));

function fault({ file, table }: ReadTable, { line }: Row, field: string, message: string): Problem {
  return { file, line, column: Object.keys(table.fields).indexOf(field) + 1, subject: field, message };
}

/** Two rows of one fact that are both to be used: whoever adds up the preferred rows would count it twice. */
function onePreferred(read: ReadTable): Problem[] {
  const key = factKeyOf(read.table);
  const first = new Map<string, Row>();
  return read.rows.filter(isPreferred).flatMap((row): Problem[] => {
    const fact = named(row, key);
    const other = first.get(fact);
    if (other === undefined) {
      first.set(fact, row);
      return [];
    }
    const message = `expected one preferred row a fact (${key.join(', ')}), found "preferred" as in line ${other.line}`;
    return [fault(read, row, 'status', message)];
  });
}

/** A row that repeats another with another number: one of them was changed and not the other. A source may round what another prints whole. */
function repeatsValue(read: ReadTable): Problem[] {
  const key = factKeyOf(read.table);
  const preferred = new Map(read.rows.filter(isPreferred).map((row) => [named(row, key), row]));
  return read.rows.flatMap((row): Problem[] => {
    const other = row.values['status'] === 'repeated' ? preferred.get(named(row, key)) : undefined;
    const [own, whole] = [row.values['value'], other?.values['value']];
    if (other === undefined || typeof own !== 'number' || typeof whole !== 'number') return [];
    const digits = Math.min(decimalsOf(own), decimalsOf(whole));
    if (own.toFixed(digits) === whole.toFixed(digits)) return [];
    return [fault(read, row, 'value', `expected ${whole}, the value that it repeats of line ${other.line}, found ${own}`)];
  });
}

/** A row that gives way although nothing is preferred to it: the fact would be in no number and in no chart. */
function givesWay(read: ReadTable): Problem[] {
  const within = read.table.givesWayWithin;
  const used = new Set(read.rows.filter(isPreferred).map((row) => named(row, within)));
  return read.rows
    .filter((row) => !isPreferred(row) && !used.has(named(row, within)))
    .map((row) => {
      const of = within.length === 0 ? 'the table' : `the same ${within.join(', ')}`;
      return fault(
        read,
        row,
        'status',
        `expected a preferred row of ${of} to give way to, found none beside ${quote(String(row.values['status']))}`,
      );
    });
}

/** A row that does not stand at its place: rows are found, and changes of them read, by their order. */
function inOrder(read: ReadTable): Problem[] {
  const by = read.table.orderedBy;
  return read.rows.flatMap((row, index): Problem[] => {
    const before = read.rows[index - 1];
    if (before === undefined) return [];
    const field = by.find((name) => before.values[name] !== row.values[name]);
    if (field === undefined) return [];
    const [earlier, later] = [String(before.values[field] ?? ''), String(row.values[field] ?? '')];
    const kind = read.table.fields[field] && meaningOf(read.table.fields[field]).type === 'date' ? 'day' : 'value';
    return earlier <= later
      ? []
      : [
          fault(
            read,
            row,
            field,
            `expected a ${kind} from ${earlier}, as in line ${before.line}, for the rows stand in order, found ${quote(later)}`,
          ),
        ];
  });
}
