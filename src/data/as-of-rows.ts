/** Which rows of each table could have been known on a day. */
import { type ReadTable, type Row, referencesOf } from './read.ts';

export interface RowsAsOf {
  readonly table: string;
  /** Lines of the rows that stay. */
  readonly lines: ReadonlySet<number>;
  readonly kept: number;
  /** Rows whose document came later, or that only such rows use. */
  readonly later: number;
  /** Rows whose document has neither a date nor a latest day: nobody can say that they were known. */
  readonly undated: number;
}

type Verdict = 'kept' | 'later' | 'undated';
type Verdicts = ReadonlyMap<ReadTable, Map<Row, Verdict>>;

/** `known` gives the day from which each source could be read, by its id. */
export function rowsAsOf(tables: readonly ReadTable[], known: ReadonlyMap<string, string>, day: string): RowsAsOf[] {
  const verdicts: Verdicts = new Map(
    tables.map((read) => [read, new Map(read.rows.map((row) => [row, verdictOn(row, read, known, day)]))]),
  );
  const bridges = tables.filter((read) => isBridge(read, tables));
  const others = tables.filter((read) => !bridges.includes(read));
  for (const lookup of others.filter(isLookup)) keepOnlyUsed(lookup, others, verdicts);
  for (const bridge of bridges) keepWhatIsJoined(bridge, others, verdicts);
  keepSourcesOfLookups(tables, verdicts);
  return tables.map((read): RowsAsOf => {
    const found = [...(verdicts.get(read) ?? [])];
    const count = (wanted: Verdict): number => found.filter(([, verdict]) => verdict === wanted).length;
    const lines = new Set(found.filter(([, verdict]) => verdict === 'kept').map(([{ line }]) => line));
    return { table: read.table.name, lines, kept: lines.size, later: count('later'), undated: count('undated') };
  });
}

/** A table without `source_id` states nothing that was known from some day: counters, names of people and places. */
function isLookup({ table }: ReadTable): boolean {
  return !('source_id' in table.fields);
}

/** A table that only says which rows of others belong together: no table names it, and it names other tables than the documents. */
function isBridge(read: ReadTable, tables: readonly ReadTable[]): boolean {
  const { name } = read.table;
  const joins = referencesOf(read.table).some(({ references }) => references !== 'sources' && references !== name);
  return isLookup(read) && joins && !tables.some((other) => fieldsNaming(name, other).length > 0);
}

/** A row of a bridge stays with the rows that it joins. */
function keepWhatIsJoined(bridge: ReadTable, tables: readonly ReadTable[], verdicts: Verdicts): void {
  for (const { field, references } of referencesOf(bridge.table)) {
    const target = tables.find(({ table }) => table.name === references);
    if (!target) continue;
    const key = target.table.primaryKey[0] ?? '';
    const verdictsOf = new Map(target.rows.map((row) => [row.values[key], verdicts.get(target)?.get(row) ?? 'later']));
    for (const row of bridge.rows) {
      const id = row.values[field] ?? null;
      const verdict = id === null ? 'kept' : (verdictsOf.get(id) ?? 'later');
      if (verdict !== 'kept') verdicts.get(bridge)?.set(row, verdict);
    }
  }
}

/** A row is known when all the documents that it names are. */
function verdictOn(row: Row, read: ReadTable, known: ReadonlyMap<string, string>, day: string): Verdict {
  if (isLookup(read)) return 'kept';
  const fields = read.table.name === 'sources' ? ['source_id'] : fieldsNaming('sources', read);
  const days = fields
    .map((field) => row.values[field] ?? null)
    .filter((id) => id !== null)
    .map((id) => known.get(String(id)));
  if (days.some((from) => from === undefined)) return 'undated';
  return days.some((from) => from !== undefined && from > day) ? 'later' : 'kept';
}

function fieldsNaming(name: string, { table }: ReadTable): string[] {
  return referencesOf(table).flatMap(({ field, references }) => (references === name ? [field] : []));
}

function keptRows(read: ReadTable, verdicts: Verdicts): Row[] {
  return read.rows.filter((row) => verdicts.get(read)?.get(row) === 'kept');
}

/** What the kept rows of a table say in the fields that name another. */
function named(name: string, read: ReadTable, rows: readonly Row[]): unknown[] {
  const fields = fieldsNaming(name, read);
  return rows.flatMap(({ values }) => fields.map((field) => values[field]));
}

/** A lookup table stays as far as kept rows name its rows, directly or through others of it; one that no table names stays whole. */
function keepOnlyUsed(lookup: ReadTable, tables: readonly ReadTable[], verdicts: Verdicts): void {
  const name = lookup.table.name;
  const users = tables.filter((read) => read !== lookup && fieldsNaming(name, read).length > 0);
  if (users.length === 0) return;
  const key = lookup.table.primaryKey[0] ?? '';
  const used = new Set(users.flatMap((read) => named(name, read, keptRows(read, verdicts))));
  for (let before = -1; before < used.size; ) {
    before = used.size;
    const own = lookup.rows.filter(({ values }) => used.has(values[key]));
    for (const id of named(name, lookup, own)) used.add(id);
  }
  for (const row of lookup.rows) if (!used.has(row.values[key])) verdicts.get(lookup)?.set(row, 'later');
}

/** Where a name or a coordinate comes from stays beside it, whatever its day. */
function keepSourcesOfLookups(tables: readonly ReadTable[], verdicts: Verdicts): void {
  const sources = tables.find(({ table }) => table.name === 'sources');
  if (!sources) return;
  const needed = new Set(
    tables.filter((read) => read !== sources && isLookup(read)).flatMap((read) => named('sources', read, keptRows(read, verdicts))),
  );
  for (const row of sources.rows) if (needed.has(row.values['source_id'])) verdicts.get(sources)?.set(row, 'kept');
}
