/**
 * What changed in the description of the package and its tables, and what each change calls for, by the
 * version recipe of Data Package (https://datapackage.org/recipes/data-package-version/): major when a
 * reader's program may break, minor when there is more or less is demanded, patch for words.
 */
import type { Json } from '../descriptor.ts';
import type { Bump } from './semver.ts';
import type { Descriptor, FieldDescriptor, Resource } from './snapshot.ts';

export interface SchemaChange {
  /** Field that changed; empty for the table or the package as a whole. */
  readonly field: string;
  /** Property that changed, such as `type` or `constraints.minimum`; `field` when the field itself came, went or moved. */
  readonly property: string;
  readonly old: Json;
  readonly new: Json;
  readonly bump: Bump;
}

type Loose = Readonly<Record<string, unknown>>;

const json = (value: unknown): Json => (value ?? null) as Json;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(json(a)) === JSON.stringify(json(b));
const keysOf = (a: Loose, b: Loose): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/** Properties of two objects that differ, each with the bump that it calls for; `null` means not compared here. */
function changes(
  field: string,
  a: Loose,
  b: Loose,
  bumpOf: (property: string, a: unknown, b: unknown) => Bump | null,
  prefix = '',
): SchemaChange[] {
  return keysOf(a, b).flatMap((property): SchemaChange[] => {
    const bump = same(a[property], b[property]) ? null : bumpOf(property, a[property], b[property]);
    return bump === null ? [] : [{ field, property: prefix + property, old: json(a[property]), new: json(b[property]), bump }];
  });
}

/** Changes of the package's own properties. Version and day change with every release and don't count. */
export function packageChanges(a: Descriptor, b: Descriptor): SchemaChange[] {
  const own = new Set(['resources', 'version', 'created']);
  return changes('', a, b, (property) => (own.has(property) ? null : property === 'name' ? 'major' : 'patch'));
}

/** Changes of a table's description and fields. */
export function tableChanges(a: Resource, b: Resource): SchemaChange[] {
  const words = new Set(['title', 'description', 'sources']);
  const elsewhere = new Set(['schema', 'bytes', 'hash', 'dialect']);
  // What was true of the rows before it was said takes nothing from anybody.
  const ofFacts = new Set(['valueField', 'factKey', 'givesWayWithin']);
  return [
    ...changes('', a, b, (property, old) =>
      elsewhere.has(property) ? null : words.has(property) || (ofFacts.has(property) && old === undefined) ? 'patch' : 'major',
    ),
    ...dialectChange(a, b),
    ...changes('', a.schema, b.schema, (property) => (property === 'fields' || property === 'foreignKeys' ? null : 'major'), 'schema.'),
    ...foreignKeyChanges(a, b),
    ...fieldChanges(a.schema.fields, b.schema.fields),
  ];
}

/** What a CSV is by the standard where its dialect is silent (https://datapackage.org/standard/table-dialect). */
const silentDialect = { header: true, delimiter: ',', quoteChar: '"', doubleQuote: true };

/** A dialect that says aloud what held before asks no other reader; any other change does. */
function dialectChange(a: Resource, b: Resource): SchemaChange[] {
  const dialectOf = (resource: Resource): Loose | undefined => (resource as unknown as Loose)['dialect'] as Loose | undefined;
  const [old, now] = [dialectOf(a), dialectOf(b)];
  if (same(old, now)) return [];
  const whole = (dialect: Loose | undefined): Loose => ({ ...silentDialect, ...dialect });
  const alike = changes('', whole(old), whole(now), () => 'patch').length === 0;
  return [{ field: '', property: 'dialect', old: json(old), new: json(now), bump: alike ? 'patch' : 'major' }];
}

function foreignKeyChanges(a: Resource, b: Resource): SchemaChange[] {
  const byField = (resource: Resource): Loose =>
    Object.fromEntries((resource.schema.foreignKeys ?? []).map(({ fields, reference }) => [fields.join(','), reference]));
  const [before, after] = [byField(a), byField(b)];
  return keysOf(before, after).flatMap((field) =>
    same(before[field], after[field])
      ? []
      : [
          {
            field,
            property: 'foreignKey',
            old: json(before[field]),
            new: json(after[field]),
            bump: before[field] === undefined ? 'major' : 'minor',
          },
        ],
  );
}

function fieldChanges(a: readonly FieldDescriptor[], b: readonly FieldDescriptor[]): SchemaChange[] {
  const [before, after] = [new Map(a.map((field) => [field.name, field])), new Map(b.map((field) => [field.name, field]))];
  const list = (fields: readonly FieldDescriptor[], others: ReadonlyMap<string, unknown>): string[] =>
    fields.map(({ name }) => name).filter((name) => others.has(name));
  const common = list(b, before);
  const moved = !same(list(a, after), common);
  const come = b.filter(({ name }) => !before.has(name));
  const gone = a.filter(({ name }) => !after.has(name));
  return [
    ...gone.map(({ name }): SchemaChange => ({ field: name, property: 'field', old: name, new: null, bump: 'major' })),
    ...come.map(({ name }): SchemaChange => ({ field: name, property: 'field', old: null, new: name, bump: 'major' })),
    ...(moved ? [{ field: '', property: 'order of fields', old: list(a, after), new: common, bump: 'major' } as const] : []),
    ...common.flatMap((name) => propertyChanges(name, before.get(name) ?? {}, after.get(name) ?? {})),
  ];
}

function propertyChanges(field: string, a: Loose, b: Loose): SchemaChange[] {
  // A changed unit gives every number another meaning.
  const breaking = new Set(['type', 'format', 'unit', 'missingValues']);
  // The values themselves are compared as the constraint `enum`; here it is their labels and definitions.
  const own = changes(field, a, b, (property) => (property === 'constraints' ? null : breaking.has(property) ? 'major' : 'patch'));
  return [...own, ...changes(field, constraintsOf(a), constraintsOf(b), bumpOfConstraint, 'constraints.')];
}

function constraintsOf(field: Loose): Loose {
  return (field['constraints'] ?? {}) as Loose;
}

/** Major when values that were allowed no longer are, minor when more are. */
function bumpOfConstraint(name: string, a: unknown, b: unknown): Bump {
  if (b === undefined || b === false) return 'minor';
  if (a === undefined || a === false) return 'major';
  if (name === 'minimum') return Number(b) > Number(a) ? 'major' : 'minor';
  if (name === 'maximum') return Number(b) < Number(a) ? 'major' : 'minor';
  if (name === 'enum' && Array.isArray(a) && Array.isArray(b)) return enumBump(a, b);
  return 'major';
}

function enumBump(a: readonly unknown[], b: readonly unknown[]): Bump {
  if (a.some((value) => !b.includes(value))) return 'major';
  return b.length > a.length ? 'minor' : 'patch';
}
