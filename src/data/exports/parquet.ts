/** Tables as Parquet, typed by their schema and never by their rows, so that a new row can't change a column's type. */
import { type ColumnSource, parquetWriteBuffer, type SchemaElement } from 'hyparquet-writer';
import type { PackageFacts } from '../facts.ts';
import { type FieldMeaning, meaningOf } from '../field.ts';
import type { ReadTable, Value } from '../read.ts';
import type { CorrectionRow } from './marks.ts';

const INT32_MAX = 2 ** 31 - 1;
const DAY = 86_400_000;

/** How values of a kind of field are stored. */
interface Storage {
  readonly element: Omit<SchemaElement, 'name' | 'repetition_type'>;
  readonly encode: (value: string | number) => string | number | bigint;
}

function storageOf({ type, minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: FieldMeaning): Storage {
  switch (type) {
    case 'string':
      return { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, encode: (value) => value };
    case 'number':
      return { element: { type: 'DOUBLE' }, encode: (value) => value };
    case 'date':
      return { element: { type: 'INT32', converted_type: 'DATE' }, encode: (value) => Date.parse(`${value}T00:00:00Z`) / DAY };
    case 'integer':
      return minimum >= -INT32_MAX && maximum <= INT32_MAX
        ? { element: { type: 'INT32' }, encode: (value) => value }
        : { element: { type: 'INT64' }, encode: BigInt };
  }
}

/**
 * The bytes of the Parquet file, with what the table and its fields mean among its key-value metadata. `null` for a table
 * without rows: the writer's empty list of row groups is refused by strict readers.
 */
export function tableParquet(
  { table, rows }: Pick<ReadTable, 'table' | 'rows'>,
  facts: PackageFacts,
  corrections: readonly CorrectionRow[] = [],
): Uint8Array | null {
  if (rows.length === 0) return null;
  const fields = Object.entries(table.fields).map(([name, schema]) => {
    const meaning = meaningOf(schema);
    return { name, meaning, ...storageOf(meaning) };
  });
  const schema: SchemaElement[] = [
    { name: 'root', num_children: fields.length },
    ...fields.map(
      ({ name, meaning, element }): SchemaElement => ({ name, repetition_type: meaning.required ? 'REQUIRED' : 'OPTIONAL', ...element }),
    ),
  ];
  const columnData = fields.map(({ name, encode }): ColumnSource => {
    const stored = (value: Value | undefined): string | number | bigint | null =>
      value === null || value === undefined ? null : encode(value);
    return { name, data: rows.map(({ values }) => stored(values[name])) };
  });
  const kvMetadata = [
    { key: 'title', value: table.title },
    { key: 'description', value: table.description },
    { key: 'version', value: facts.version },
    { key: 'license', value: facts.licence.path },
    ...(corrections.length === 0 ? [] : [{ key: 'corrections', value: JSON.stringify(corrections) }]),
    { key: 'fields', value: JSON.stringify(Object.fromEntries(fields.map(({ name, meaning }) => [name, meaning]))) },
  ];
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, kvMetadata }));
}
