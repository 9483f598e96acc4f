/** What differs between two versions of the data: rows by their keys, cells, descriptions, corrections; and the bump that it calls for. */
import type { Json } from '../descriptor.ts';
import { packageChanges, type SchemaChange, tableChanges } from './schema-diff.ts';
import { type Bump, largest } from './semver.ts';
import type { Cells, Resource, Snapshot } from './snapshot.ts';

export interface DiffRow {
  readonly key: Cells;
  readonly cells: Cells;
}

export interface CellChange {
  readonly key: Cells;
  readonly field: string;
  readonly old: string;
  readonly new: string;
}

export interface RemovedRow extends DiffRow {
  /** Whether rows of the older version name this one. Then whoever joins the tables loses something. */
  readonly referenced: boolean;
}

export interface TableDiff {
  readonly table: string;
  /** `changed` when the table stands in both versions. */
  readonly state: 'added' | 'removed' | 'changed';
  readonly added: readonly DiffRow[];
  readonly changed: readonly CellChange[];
  readonly removed: readonly RemovedRow[];
  readonly schema: readonly SchemaChange[];
}

export interface CorrectionChange {
  readonly table: string;
  readonly key: Cells;
  readonly field: string;
  readonly old: Json;
  readonly new: Json;
}

export interface Diff {
  readonly from: string | null;
  readonly to: string;
  /** The smallest release that may hold the changes; `null` when there are none. */
  readonly calls_for: Bump | null;
  readonly package: readonly SchemaChange[];
  /** Only tables in which something differs. */
  readonly tables: readonly TableDiff[];
  readonly corrections: readonly CorrectionChange[];
}

/** The difference from `a` to `b`. Without `a`, everything is new: the first release. */
export function diffSnapshots(a: Snapshot | null, b: Snapshot): Diff {
  const before = new Map((a?.descriptor.resources ?? []).map((resource) => [resource.name, resource]));
  const after = new Map(b.descriptor.resources.map((resource) => [resource.name, resource]));
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  const tables = names
    .map((name) => diffTable(name, { resource: before.get(name), snapshot: a }, { resource: after.get(name), snapshot: b }))
    .filter(
      ({ state, added, changed, removed, schema }) =>
        state !== 'changed' || [added, changed, removed, schema].some(({ length }) => length > 0),
    );
  const found = {
    package: a === null ? [] : packageChanges(a.descriptor, b.descriptor),
    tables,
    corrections: diffCorrections(a, b),
  };
  return { from: a?.name ?? null, to: b.name, calls_for: a === null ? 'major' : largest(bumpsOf(found)), ...found };
}

/** What each change calls for. */
function bumpsOf(diff: Pick<Diff, 'package' | 'tables' | 'corrections'>): Bump[] {
  return [
    ...diff.package.map(({ bump }) => bump),
    ...diff.corrections.map((): Bump => 'patch'),
    ...diff.tables.flatMap((table) => reasonsOf(table).map(({ bump }) => bump)),
  ];
}

/** What the changes of a table call for, each kind with the number of its changes. */
export function reasonsOf({ state, added, changed, removed, schema }: TableDiff): { bump: Bump; what: string }[] {
  if (state === 'added') return [{ bump: 'minor', what: 'the table is new' }];
  if (state === 'removed') return [{ bump: 'major', what: 'the table is gone' }];
  const referenced = removed.filter((row) => row.referenced).length;
  const counts: [number, Bump, string][] = [
    [referenced, 'major', 'removed to which others referred'],
    [removed.length - referenced, 'minor', 'removed'],
    [added.length, 'minor', 'added'],
  ];
  return [
    ...schema.map(({ field, property, bump }) => ({ bump, what: `${field === '' ? '' : `${field}: `}${property} changed` })),
    ...counts.flatMap(([count, bump, what]) => (count === 0 ? [] : [{ bump, what: `${count} ${count === 1 ? 'row' : 'rows'} ${what}` }])),
    ...(changed.length === 0
      ? []
      : [{ bump: 'patch' as const, what: `${changed.length} ${changed.length === 1 ? 'cell' : 'cells'} changed` }]),
  ];
}

interface Side {
  readonly resource: Resource | undefined;
  readonly snapshot: Snapshot | null;
}

function diffTable(table: string, a: Side, b: Side): TableDiff {
  const state = a.resource === undefined ? 'added' : b.resource === undefined ? 'removed' : 'changed';
  const schema = a.resource && b.resource ? tableChanges(a.resource, b.resource) : [];
  const [were, are] = [a.snapshot?.rows.get(table) ?? [], b.snapshot?.rows.get(table) ?? []];
  // Read from files that are the same.
  if (were === are) return { table, state, added: [], changed: [], removed: [], schema };
  const keyFields = keyFieldsOf(a.resource, b.resource);
  const before = byKey(were, keyFields);
  const after = byKey(are, keyFields);
  const common = (b.resource?.schema.fields ?? [])
    .map(({ name }) => name)
    .filter((name) => a.resource?.schema.fields.some((field) => field.name === name));

  const added: DiffRow[] = [];
  const changed: CellChange[] = [];
  for (const [id, row] of after) {
    const old = before.get(id);
    if (!old) added.push(row);
    else
      for (const field of common) {
        const [was, is] = [old.cells[field] ?? '', row.cells[field] ?? ''];
        if (was !== is) changed.push({ key: row.key, field, old: was, new: is });
      }
  }
  const named = a.snapshot === null ? () => false : referencesTo(table, a.snapshot);
  const removed = [...before].filter(([id]) => !after.has(id)).map(([, row]) => ({ ...row, referenced: named(row.cells) }));
  return { table, state, added, changed, removed, schema };
}

/** Fields by which rows of both versions are told apart: the newer key, if the older table has its fields. */
function keyFieldsOf(a: Resource | undefined, b: Resource | undefined): readonly string[] {
  const newer = b?.schema.primaryKey ?? a?.schema.primaryKey ?? [];
  if (!a || newer.every((name) => a.schema.fields.some((field) => field.name === name))) return newer;
  return a.schema.primaryKey.filter((name) => b?.schema.fields.some((field) => field.name === name));
}

/** Rows by key. Where the key of another version is not unique, rows with the same key are told apart by their order. */
function byKey(rows: readonly Cells[], fields: readonly string[]): Map<string, DiffRow> {
  const found = new Map<string, DiffRow>();
  const seen = new Map<string, number>();
  for (const cells of rows) {
    const key = Object.fromEntries(fields.map((field) => [field, cells[field] ?? '']));
    const id = JSON.stringify(Object.values(key));
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    found.set(`${id} ${times}`, { key, cells });
  }
  return found;
}

/** Whether a row of `table` is named by rows of any table of the snapshot. */
function referencesTo(table: string, snapshot: Snapshot): (cells: Cells) => boolean {
  const used: { field: string; values: Set<string> }[] = [];
  for (const { name, schema } of snapshot.descriptor.resources) {
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      if ((reference.resource ?? name) !== table) continue;
      const values = new Set((snapshot.rows.get(name) ?? []).map((row) => row[fields[0] ?? ''] ?? ''));
      used.push({ field: reference.fields[0] ?? '', values });
    }
  }
  return (cells) => used.some(({ field, values }) => values.has(cells[field] ?? ''));
}

function diffCorrections(a: Snapshot | null, b: Snapshot): CorrectionChange[] {
  const byCell = (snapshot: Snapshot | null) =>
    new Map(
      (snapshot?.corrections ?? []).map((correction) => [JSON.stringify([correction.table, correction.key, correction.field]), correction]),
    );
  const [before, after] = [byCell(a), byCell(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): CorrectionChange[] => {
    const [old, now] = [before.get(id), after.get(id)];
    const named = now ?? old;
    if (!named || JSON.stringify(old) === JSON.stringify(now)) return [];
    const said = (correction: typeof named | undefined): Json =>
      correction === undefined
        ? null
        : ({ ...correction, value: correction['value'] ?? null, source: correction['source'] ?? null } as Json);
    return [{ table: named.table, key: named.key, field: named.field, old: said(old), new: said(now) }];
  });
}
