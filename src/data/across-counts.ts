/** Faults of counts that no single row shows: interim ones in use, wholes smaller than their parts, running totals that fall. */
import { meaningOf } from './field.ts';
import type { Problem } from './problem.ts';
import type { ReadTable, Row, Value } from './read.ts';
import { COUNTRY, WHOLE_REGION } from './subject.ts';

/** Every fault between the rows of sound tables, each at its cell. */
export function checkCounts(tables: readonly ReadTable[]): Problem[] {
  const named = new Map(tables.map((read) => [read.table.name, read]));
  return [
    ...tables.flatMap(interimInUse),
    ...withTable(named, 'detentions', (read) => partsOfACount(read, ['date', 'event', 'counted_by'])),
    ...withTable(named, 'civil-society', runningTotals),
    ...withTable(named, 'sanctions', addedToLists),
    ...withTable(named, 'copied-protocols-2020', sumOfRegions),
  ];
}

function withTable(named: ReadonlyMap<string, ReadTable>, name: string, find: (read: ReadTable) => Problem[]): Problem[] {
  const read = named.get(name);
  return read ? find(read) : [];
}

function fault(read: ReadTable, row: Row, field: string, message: string): Problem {
  const column = Object.keys(read.table.fields).indexOf(field) + 1;
  return { file: read.file, line: row.line, column, subject: field, message };
}

/** Fields that tell one fact from another: the key without the document, and without the value. */
function factOf({ table }: ReadTable, values: Row['values']): string {
  const fields = table.primaryKey.filter((field) => field !== 'source_id' && field !== table.valueField);
  return JSON.stringify(fields.map((field) => values[field]));
}

/** An interim count that is in use although the same fact has a higher one by the same counter. */
function interimInUse(read: ReadTable): Problem[] {
  const { valueField } = read.table;
  if (valueField === undefined || !('status' in read.table.fields) || !('note' in read.table.fields)) return [];
  const facts = Map.groupBy(read.rows, ({ values }) => factOf(read, values));
  return read.rows.flatMap((row): Problem[] => {
    if (row.values['status'] !== 'preferred' || !/\binterim\b/i.test(String(row.values['note'] ?? ''))) return [];
    const value = Number(row.values[valueField]);
    const fuller = facts.get(factOf(read, row.values))?.find((other) => Number(other.values[valueField]) > value);
    if (!fuller) return [];
    const message = `expected an interim count not to be preferred to the fuller one of line ${fuller.line}, found "preferred"`;
    return [fault(read, row, 'status', message)];
  });
}

/** The count of a city that is larger than that of the country for the same event, where the latter has no upper end left open. */
function partsOfACount(read: ReadTable, same: readonly string[]): Problem[] {
  const used = read.rows.filter(({ values }) => values['status'] === 'preferred');
  const groups = Map.groupBy(used, ({ values }) => JSON.stringify(same.map((field) => values[field])));
  return [...groups.values()].flatMap((rows) => {
    const whole = rows.find(
      ({ values }) => values['place'] === COUNTRY && ['exact', 'up_to', 'fewer_than'].includes(String(values['qualifier'])),
    );
    if (!whole) return [];
    return rows
      .filter((row) => row !== whole && number(row.values['value']) > number(whole.values['value']))
      .map((part) =>
        fault(
          read,
          whole,
          'value',
          `expected at least the ${part.values['value']} of line ${part.line}, a part of it, found "${whole.values['value']}"`,
        ),
      );
  });
}

const number = (value: Value | undefined): number => Number(value ?? 0);

/** A running total of organisations that falls, or that is smaller than one of its two parts on the same day. */
function runningTotals(read: ReadTable): Problem[] {
  const totals = ['organisations_lost', 'organisations_forced_liquidation', 'organisations_self_liquidation'];
  const used = read.rows.filter(({ values }) => values['status'] === 'preferred' && totals.includes(String(values['metric'])));
  const series = Map.groupBy(used, ({ values }) => JSON.stringify([values['metric'], values['counted_by']]));
  const falling = [...series.values()].flatMap((rows) =>
    rows
      .toSorted((a, b) => String(a.values['date']).localeCompare(String(b.values['date'])))
      .flatMap((row, index, all): Problem[] => {
        const before = all[index - 1];
        if (!before || number(before.values['value']) <= number(row.values['value'])) return [];
        const message = `expected a running total of at least ${before.values['value']}, as in line ${before.line}, found "${row.values['value']}"`;
        return [fault(read, row, 'value', message)];
      }),
  );
  const wholes = used.filter(({ values }) => values['metric'] === 'organisations_lost');
  const small = wholes.flatMap((whole) =>
    used
      .filter(({ values }) => values['date'] === whole.values['date'] && values['counted_by'] === whole.values['counted_by'])
      .filter(({ values }) => number(values['value']) > number(whole.values['value']))
      .map((part) =>
        fault(
          read,
          whole,
          'value',
          `expected at least the ${part.values['value']} of line ${part.line}, a part of it, found "${whole.values['value']}"`,
        ),
      ),
  );
  return [...falling, ...small];
}

/** A list that is shorter than what a decision of the same day put on it. */
function addedToLists(read: ReadTable): Problem[] {
  const used = read.rows.filter(({ values }) => values['status'] === 'preferred');
  return used.flatMap((total) => {
    if (!String(total.values['metric']).endsWith('_listed')) return [];
    const metric = String(total.values['metric']).replace('_listed', '_added');
    return used
      .filter(
        ({ values }) =>
          values['metric'] === metric && values['date'] === total.values['date'] && values['imposed_by'] === total.values['imposed_by'],
      )
      .filter(({ values }) => number(values['value']) > number(total.values['value']))
      .map((part) =>
        fault(
          read,
          total,
          'value',
          `expected at least the ${part.values['value']} that line ${part.line} adds, found "${total.values['value']}"`,
        ),
      );
  });
}

/** The row of the country, which has to be the sum of the regions. */
function sumOfRegions(read: ReadTable): Problem[] {
  const whole = read.rows.find(({ values }) => values['region'] === WHOLE_REGION);
  const parts = read.rows.filter((row) => row !== whole);
  if (!whole || parts.length === 0) return [];
  const fields = Object.entries(read.table.fields).flatMap(([name, cell]) => (meaningOf(cell).type === 'integer' ? [name] : []));
  return fields.flatMap((field): Problem[] => {
    const sum = parts.reduce((total, { values }) => total + number(values[field]), 0);
    if (sum === number(whole.values[field])) return [];
    return [fault(read, whole, field, `expected ${sum}, the sum of the regions, found "${whole.values[field] ?? ''}"`)];
  });
}
