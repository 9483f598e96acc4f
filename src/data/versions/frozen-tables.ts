/** The tables of a release as its own descriptor declares them, so that no schema of today has a say in how they are read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readCsv } from '../csv.ts';
import { type Category, declared, type FieldMeaning } from '../field.ts';
import type { ReadTable, Row, Value } from '../read.ts';
import { defineTable, type Table } from '../table.ts';
import { type FieldDescriptor, type Resource, readDescriptor, releasesFolder } from './snapshot.ts';

/** What else stands with a category is kept as it is. */
const category = z.looseObject({ value: z.string(), label: z.string() });
const said = z.looseObject({
  description: z.string().default(''),
  unit: z.string().optional(),
  format: z.string().optional(),
  categories: z.array(category).optional(),
  constraints: z
    .looseObject({
      required: z.boolean().default(false),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      pattern: z.string().optional(),
    })
    .default({ required: false }),
});

/** A table by what a descriptor says of it. Its rules are not kept: they held when it was frozen. */
export function tableFrom(resource: Resource): Table {
  const { name, schema } = resource;
  const referred = new Map(
    (schema.foreignKeys ?? []).map(({ fields, reference }) => [fields[0] ?? '', reference.resource ?? name] as const),
  );
  return defineTable({
    name,
    title: String(resource['title'] ?? name),
    description: String(resource['description'] ?? ''),
    fields: Object.fromEntries(schema.fields.map((field) => [field.name, declared(meaningFrom(field, referred.get(field.name)))])),
    primaryKey: schema.primaryKey,
    ...(typeof resource['valueField'] === 'string' ? { valueField: resource['valueField'] } : {}),
    ...(Array.isArray(resource['givesWayWithin']) ? { givesWayWithin: resource['givesWayWithin'].map(String) } : {}),
  });
}

function meaningFrom(field: FieldDescriptor, references: string | undefined): FieldMeaning {
  const { description, unit, format, categories, constraints } = said.parse(field);
  const { required, minimum, maximum, pattern } = constraints;
  const type = field.type === 'integer' || field.type === 'number' || field.type === 'date' ? field.type : 'string';
  return {
    description,
    type,
    required,
    ...(unit === undefined ? {} : { unit }),
    ...(format === 'uri' ? { format } : {}),
    ...(categories === undefined ? {} : { categories: categories as readonly Category[] }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(references === undefined ? {} : { references }),
  };
}

/** The tables of a release with their rows. They were checked when they were frozen, and are held to their sums; nothing is asked of them again. */
export function readFrozenTables(directory: string, label: string, version: string): ReadTable[] {
  const place = `${releasesFolder}/${version}`;
  return readDescriptor(directory, version).resources.map((resource) => {
    const table = tableFrom(resource);
    const file = `${label}/${place}/${resource.name}.csv`;
    const { header, lines } = readCsv(file, readFileSync(join(directory, place, `${resource.name}.csv`)));
    const rows = lines.map(({ line, cells }): Row => {
      const values = header.map((name, index): [string, Value] => [name, table.fields[name]?.parse(cells[index] ?? '') as Value]);
      return { line, values: Object.fromEntries(values) };
    });
    const key = table.primaryKey[0] ?? '';
    return { table, file, rows, problems: [], ids: new Set(rows.map(({ values }) => String(values[key] ?? ''))) };
  });
}
