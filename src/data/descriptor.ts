/**
 * The descriptor of the package by Data Package v2 (https://datapackage.org), made from the tables, the
 * meanings of their fields and the facts of `package.yml`. Some properties are ours, which the standard
 * allows: `repository`; `valueField`, `factKey` and `givesWayWithin` of a table, `unit` of a field, and `definition` of a category.
 */
import { createHash } from 'node:crypto';
import type { PackageFacts } from './facts.ts';
import { type FieldMeaning, meaningOf } from './field.ts';
import { referencesOf } from './read.ts';
import { factKeyOf, type Table } from './table.ts';

export const descriptorFile = 'datapackage.json';

const profile = (name: string): string => `https://datapackage.org/profiles/2.0/${name}.json`;

/** JSON as the descriptor holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * The descriptor. With the bytes of the files each resource also says its size and SHA-256 sum: so in a
 * release. The working copy goes without them, else every corrected cell would have to be told twice.
 */
export function describePackage(tables: readonly Table[], facts: PackageFacts, bytes?: ReadonlyMap<string, Uint8Array>): JsonObject {
  return {
    $schema: profile('datapackage'),
    name: facts.name,
    title: facts.title,
    description: facts.description,
    ...(facts.homepage === undefined ? {} : { homepage: facts.homepage }),
    ...(facts.repository === undefined ? {} : { repository: facts.repository }),
    version: facts.version,
    created: `${facts.released}T00:00:00Z`,
    keywords: facts.keywords,
    contributors: facts.contributors.map(({ title, path, roles }) => ({ title, ...(path === undefined ? {} : { path }), roles })),
    licenses: [facts.licence],
    sources: [{ title: 'The documents listed in the table of sources', path: 'sources.csv' }],
    resources: tables.map((table) => describeTable(table, tables, bytes?.get(table.name))),
  };
}

/** The descriptor as the text of its file. */
export function descriptorText(descriptor: JsonObject): string {
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** SHA-256 as hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function describeTable(table: Table, tables: readonly Table[], bytes: Uint8Array | undefined): JsonObject {
  const foreignKeys = referencesOf(table).map(({ field, references }) => {
    const key = tables.find(({ name }) => name === references)?.primaryKey[0];
    if (key === undefined) throw new Error(`${table.name}.${field} refers to ${references}, which is no table of the package`);
    // A table that refers to itself names no resource.
    return { fields: [field], reference: { ...(references === table.name ? {} : { resource: references }), fields: [key] } };
  });
  return {
    $schema: profile('dataresource'),
    name: table.name,
    title: table.title,
    description: table.description,
    path: `${table.name}.csv`,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(bytes === undefined ? {} : { bytes: bytes.byteLength, hash: `sha256:${sha256(bytes)}` }),
    // The comma, the quotes and the header are what the standard supposes; some readers guess all the same where nothing is said.
    dialect: { $schema: profile('tabledialect'), header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\n' },
    ...(table.valueField === undefined ? {} : { valueField: table.valueField }),
    ...('status' in table.fields ? { factKey: factKeyOf(table), givesWayWithin: table.givesWayWithin } : {}),
    schema: {
      $schema: profile('tableschema'),
      fields: Object.entries(table.fields).map(([name, cell]) => describeField(name, meaningOf(cell))),
      primaryKey: table.primaryKey,
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
      missingValues: [''],
    },
  };
}

function describeField(name: string, meaning: FieldMeaning): JsonObject {
  const { type, format, description, unit, categories, minimum, maximum, pattern, required } = meaning;
  const constraints: JsonObject = {
    ...(required ? { required } : {}),
    // Readers that know only v1 look at `enum`, those that know v2 at `categories`.
    ...(categories === undefined ? {} : { enum: categories.map(({ value }) => value) }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(pattern === undefined ? {} : { pattern: xmlSchemaPattern(pattern) }),
  };
  return {
    name,
    type,
    ...(format === undefined ? {} : { format }),
    description,
    ...(unit === undefined ? {} : { unit }),
    ...(categories === undefined ? {} : { categories: categories.map((category) => ({ ...category })) }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** The standard asks for XML Schema's expressions: they match the whole value without anchors and know no `(?:`. */
function xmlSchemaPattern(source: string): string {
  return source.replace(/^\^/, '').replace(/\$$/, '').replaceAll('(?:', '(');
}
