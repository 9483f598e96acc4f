/** A diff as lines for a terminal. The changelog has its own form in `changelog.ts`. */
import type { Diff, TableDiff } from './diff.ts';
import { reasonsOf } from './diff.ts';
import type { SchemaChange } from './schema-diff.ts';
import type { Cells } from './snapshot.ts';

/** The cells of a key in a line: `date 2024-09-04, metric currently_held`. Empty cells are left out. */
export function keyText(key: Cells): string {
  return Object.entries(key)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => `${field} ${text}`)
    .join(', ');
}

/** `12 rows added, 1 cell changed`. */
export function countsText({ state, added, changed, removed, schema }: TableDiff): string {
  if (state === 'added') return `new table, ${count(added.length, 'row')}`;
  if (state === 'removed') return `table removed, ${count(removed.length, 'row')}`;
  return [
    added.length > 0 ? `${count(added.length, 'row')} added` : '',
    changed.length > 0 ? `${count(changed.length, 'cell')} changed` : '',
    removed.length > 0 ? `${count(removed.length, 'row')} removed` : '',
    schema.length > 0 ? `${count(schema.length, 'change')} of the schema` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What changed of a field or table, and from what to what: `value: unit "people" -> "cases"`. */
export function schemaText({ field, property, old, new: now }: SchemaChange): string {
  const subject = field === '' ? '' : `${field}: `;
  if (property === 'field') return `${subject}${old === null ? 'new field' : 'field removed'}`;
  return `${subject}${property} ${JSON.stringify(old)} -> ${JSON.stringify(now)}`;
}

/** Every difference in a line of its own: `+` added, `-` removed, `~` changed. */
export function diffText(diff: Diff): string {
  const from = diff.from ?? 'nothing';
  if (diff.calls_for === null) return `${from} -> ${diff.to}: no difference\n`;
  const lines = [`${from} -> ${diff.to}: calls for a ${diff.calls_for} release`];
  for (const change of diff.package) lines.push(`~ package: ${schemaText(change)}`);
  for (const table of diff.tables) {
    lines.push('', `${table.table}: ${countsText(table)}`);
    for (const change of table.schema) lines.push(`  ~ ${schemaText(change)} (${change.bump})`);
    if (table.state !== 'changed') continue;
    for (const { key } of table.added) lines.push(`  + ${keyText(key)}`);
    for (const { key, field, old, new: now } of table.changed) {
      lines.push(`  ~ ${keyText(key)}: ${field} ${JSON.stringify(old)} -> ${JSON.stringify(now)}`);
    }
    for (const { key, referenced } of table.removed) lines.push(`  - ${keyText(key)}${referenced ? ' (other rows referred to it)' : ''}`);
  }
  if (diff.corrections.length > 0) lines.push('', 'corrections');
  for (const { table, key, field, old, new: now } of diff.corrections) {
    lines.push(`  ${old === null ? '+' : now === null ? '-' : '~'} ${table}: ${keyText(key)}: ${field}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What makes the bump as large as it is, for a refusal: `releases: 2 rows added`. */
export function weightiest(diff: Diff): string[] {
  if (diff.from === null) return ['it is the first release'];
  const words = diff.package.filter(({ bump }) => bump === diff.calls_for).map(({ property }) => `package: ${property} changed`);
  const tables = diff.tables.flatMap((table) =>
    reasonsOf(table)
      .filter(({ bump }) => bump === diff.calls_for)
      .map(({ what }) => `${table.table}: ${what}`),
  );
  return [...words, ...tables, ...(diff.calls_for === 'patch' && diff.corrections.length > 0 ? ['corrections changed'] : [])];
}
