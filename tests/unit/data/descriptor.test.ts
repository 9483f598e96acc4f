/** datapackage.json is a valid Data Package by version 2 of the standard, and what it says of the tables is true by another reader than ours. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Table } from 'tableschema';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../src/commands/root.ts';
import { meaningOf } from '../../../src/data/field.ts';
import { checkFolder } from '../../../src/data/folder.ts';
import { formatProblems } from '../../../src/data/problem.ts';
import { readTable } from '../../../src/data/read.ts';
import { tables } from '../../../src/data/registry.ts';
import { DataCopy } from '../../fixtures/data-copy.ts';
import { faultsOf, publishedFaultsOf } from '../../fixtures/data-package-rules.ts';

interface Field {
  name: string;
  type: string;
  format?: string;
  unit?: string;
  categories?: { value: string; label: string }[];
  constraints?: Record<string, unknown>;
}
interface Resource {
  name: string;
  path: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
}
type Descriptor = Record<string, unknown> & { resources: Resource[] };

const directory = join(projectRoot, 'data');
const read = (): Descriptor => JSON.parse(readFileSync(join(directory, 'datapackage.json'), 'utf8'));
const descriptor = read();

describe('datapackage.json', () => {
  test('keeps the rules of Data Package 2.0', () => {
    expect(faultsOf(descriptor)).toEqual([]);
  });

  test('keeps the published profile, where DATAPACKAGE_PROFILE names a folder with it', () => {
    expect(publishedFaultsOf(descriptor) ?? []).toEqual([]);
  });

  const spoilt: Readonly<Record<string, (package_: Descriptor, first: Resource, field: Field) => void>> = {
    'without resources': (package_) => Reflect.deleteProperty(package_, 'resources'),
    'with a name in capitals': (package_) => Object.assign(package_, { name: 'No Empty Cells' }),
    'with a day for created': (package_) => Object.assign(package_, { created: '2026-11-22' }),
    'with a licence that has no name': (package_) => Object.assign(package_, { licenses: [{ path: 'https://example.org/' }] }),
    'with a path out of the folder': (_, resource) => Object.assign(resource, { path: '../x.csv' }),
    'with a type of field that the standard does not know': (_, __, field) => Object.assign(field, { type: 'text' }),
    'with a constraint that is misspelt': (_, __, field) => Object.assign(field, { constraints: { require: true } }),
    'with a field that has no name': (_, __, field) => Reflect.deleteProperty(field, 'name'),
    'with a key that is no list': (_, resource) => Object.assign(resource.schema, { primaryKey: '' }),
  };
  test.each(Object.entries(spoilt))('%s is found', (_, spoil) => {
    const copy = read();
    const [resource] = copy.resources;
    const [field] = resource?.schema.fields ?? [];
    if (!resource || !field) throw new Error('no field to spoil');
    spoil(copy, resource, field);
    expect(faultsOf(copy)).not.toEqual([]);
  });

  test('has the tables, fields, labels and units of the registry, in their order', () => {
    expect(descriptor.resources.map(({ name, path }) => [name, path])).toEqual(tables.map(({ name }) => [name, `${name}.csv`]));
    for (const [index, table] of tables.entries()) {
      const { fields, primaryKey } = descriptor.resources[index]?.schema ?? { fields: [], primaryKey: [] };
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(table.fields));
      expect(primaryKey).toEqual(table.primaryKey);
      for (const field of fields) {
        const schema = table.fields[field.name];
        if (!schema) throw new Error(`no field ${field.name}`);
        const meaning = meaningOf(schema);
        expect([field.type, field.unit, field.categories?.map(({ value }) => value), field.constraints?.['required'] ?? false]).toEqual([
          meaning.type,
          meaning.unit,
          meaning.categories?.map(({ value }) => value),
          meaning.required,
        ]);
      }
    }
  });

  test('names a table and its key in every foreign key', () => {
    const keys = descriptor.resources.flatMap(({ name, schema }) => (schema.foreignKeys ?? []).map((key) => ({ name, ...key })));
    expect(keys.filter(({ reference }) => reference.resource === 'sources').length).toBeGreaterThan(10);
    for (const { name, reference } of keys) {
      const target = descriptor.resources.find((resource) => resource.name === (reference.resource ?? name));
      expect(target?.schema.primaryKey.slice(0, 1)).toEqual(reference.fields);
    }
  });
});

/**
 * The npm package tableschema, which knows version 1 of the standard: types, `required`, `enum`, `minimum`,
 * `maximum`, `pattern`, primary and foreign keys, missing values. It can't check what version 2 added:
 * `categories`, whose values stand in `enum` too, nor the properties of version 2 as such. Three things are
 * told to it in its own way: it wants anchors in patterns, names a table's reference to itself by an empty
 * text, and holds some addresses with letters beyond ASCII for none, so that it reads those as plain strings.
 */
describe('the tables, read by an independent Table Schema implementation', () => {
  const schemaFor = ({ schema: { foreignKeys = [], ...schema } }: Resource) => ({
    ...schema,
    fields: schema.fields.map(({ format, constraints = {}, ...field }) => {
      const { pattern } = constraints;
      return { ...field, constraints: pattern === undefined ? constraints : { ...constraints, pattern: `^(${pattern})$` } };
    }),
    ...(foreignKeys.length === 0 ? {} : { foreignKeys: namingOwnTable(foreignKeys) }),
  });
  const namingOwnTable = (foreignKeys: NonNullable<Resource['schema']['foreignKeys']>) =>
    foreignKeys.map(({ fields, reference }) => ({ fields, reference: { resource: '', ...reference } }));
  const load = (resource: Resource, folder = directory) =>
    Table.load(join(folder, resource.path), { schema: schemaFor(resource), delimiter: ',' });
  const ours = new Map(
    tables.map((table) => [table.name, readTable(table, table.name, readFileSync(join(directory, `${table.name}.csv`))).rows]),
  );
  const relationsOf = ({ name, schema }: Resource): Record<string, Record<string, unknown>[]> =>
    Object.fromEntries(
      (schema.foreignKeys ?? []).map(({ reference: { resource } }) => [
        resource ?? '',
        (ours.get(resource ?? name) ?? []).map(({ values }) => ({ ...values })),
      ]),
    );

  test.each(descriptor.resources.map((resource) => [resource.name, resource] as const))('%s', async (name, resource) => {
    const table = await load(resource);
    expect(table.schema.errors).toEqual([]);
    const rows = await table.read({ keyed: true, forceCast: true, relations: relationsOf(resource) });
    expect(
      rows
        .filter((row) => row instanceof Error)
        .slice(0, 5)
        .map(String),
    ).toEqual([]);
    expect(rows).toHaveLength(ours.get(name)?.length ?? -1);
  });

  test.each([
    ['a word for a number', { value: 'many' }],
    ['a value that is not listed', { qualifier: 'roughly' }],
    ['a day that does not exist', { date: '2023-02-30' }],
    ['an empty cell', { source_id: '' }],
    ['a name with capitals', { source_id: 'Viasna' }],
    ['a number below the least', { value: '-1' }],
  ])('finds %s, as our reader does', async (_, changes) => {
    const copy = new DataCopy();
    const resource = descriptor.resources.find(({ name }) => name === 'political-prisoners');
    if (!resource) throw new Error('no table to spoil');
    copy.setCells('political-prisoners', copy.row('political-prisoners'), changes);
    const rows = await (await load(resource, copy.folder)).read({ keyed: true, forceCast: true });
    copy.remove();
    expect(rows.filter((row) => row instanceof Error)).toHaveLength(1);
  });
});

describe('the check of files that are made from others', () => {
  const copy = new DataCopy();
  beforeEach(() => copy.restore());
  afterAll(() => copy.remove());
  const path = (name: string): string => join(copy.folder, name);
  const check = (): string[] => formatProblems(checkFolder(copy.folder).problems);

  test('asks for no new descriptor after a changed row', () => {
    copy.setCells('releases', copy.row('releases'), { note: 'Another note.' });
    expect(check()).toEqual([]);
  });

  test('finds a descriptor that is not current, with its line and what to run', () => {
    const text = readFileSync(path('datapackage.json'), 'utf8');
    const line = text.split('\n').findIndex((found) => found.includes('"unit": "people"')) + 1;
    writeFileSync(path('datapackage.json'), text.replace('"unit": "people"', '"unit": "cases"'));
    const said = String.raw`expected "\"unit\": \"people\",", found "\"unit\": \"cases\","`;
    expect(check()).toEqual([
      `data/datapackage.json:${line}:1 ${said}; run "npm run data:package", which makes this file from package.yml and the schemas`,
    ]);
  });

  test('finds a descriptor that was cut', () => {
    const lines = readFileSync(path('datapackage.json'), 'utf8').split('\n');
    writeFileSync(path('datapackage.json'), lines.slice(0, 10).join('\n'));
    expect(check()).toEqual([expect.stringMatching(/^data\/datapackage\.json:10:1 expected ".*", found ""; run "npm run data:package"/)]);
  });

  test('finds facts that changed without the files made from them', () => {
    const text = readFileSync(path('package.yml'), 'utf8');
    writeFileSync(path('package.yml'), text.replace(/^released: .*$/m, 'released: 2026-01-02'));
    expect(check().map((problem) => problem.split(' ')[0])).toEqual([
      expect.stringMatching(/^data\/CITATION\.cff:\d+:1$/),
      expect.stringMatching(/^data\/datapackage\.json:\d+:1$/),
    ]);
  });

  test.each([
    ['a version that is none', /^version: .*$/m, 'version: one', /^data\/package\.yml:\d+:1 version: expected a version such as 1\.2\.0/],
    [
      'a day that does not exist',
      /^released: .*$/m,
      'released: 2026-02-30',
      /^data\/package\.yml:\d+:1 released: expected a day as YYYY-MM-DD/,
    ],
    ['an unknown key', /^keywords:/m, 'tags:', /^data\/package\.yml:\d+:1 (keywords|tags): expected/],
  ])('finds %s in package.yml', (_, before, after, message) => {
    const text = readFileSync(path('package.yml'), 'utf8');
    writeFileSync(path('package.yml'), text.replace(before, after));
    const problems = check();
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^data\/package\.yml:\d+:\d+ /);
    expect(problems).toContainEqual(expect.stringMatching(message));
  });
});
