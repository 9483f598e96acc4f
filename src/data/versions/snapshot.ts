/** A version of the data as it is compared: descriptor, cells and corrections. A frozen one speaks for itself, whatever the schemas are now. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Correction, correctionsFile, readCorrections } from '../corrections.ts';
import { readCsv } from '../csv.ts';
import { describePackage, descriptorFile, sha256 } from '../descriptor.ts';
import { type PackageFacts, readFacts } from '../facts.ts';
import { checkPackage } from '../package.ts';
import { ProblemsError } from '../problem.ts';
import { tables } from '../registry.ts';
import { readYaml } from '../yaml.ts';
import { compareVersions, isVersion } from './semver.ts';

/** Name of the tables as they are now, in the place of a version. */
export const WORKING = 'working';

/** What of a descriptor is compared. Other properties are kept, and compared as they are. */
const descriptorSchema = z.looseObject({
  resources: z.array(
    z.looseObject({
      name: z.string(),
      schema: z.looseObject({
        fields: z.array(z.looseObject({ name: z.string(), type: z.string() })),
        primaryKey: z.array(z.string()),
        foreignKeys: z
          .array(
            z.object({
              fields: z.array(z.string()),
              reference: z.object({ resource: z.string().optional(), fields: z.array(z.string()) }),
            }),
          )
          .optional(),
      }),
    }),
  ),
});

export type Descriptor = z.output<typeof descriptorSchema>;
export type Resource = Descriptor['resources'][number];
export type FieldDescriptor = Resource['schema']['fields'][number];

/** Cells of a row by field, as they stand in the file. */
export type Cells = Readonly<Record<string, string>>;

export interface Snapshot {
  /** A version, or `working`. */
  readonly name: string;
  readonly descriptor: Descriptor;
  readonly rows: ReadonlyMap<string, readonly Cells[]>;
  /** The SHA-256 sum of each table's file. */
  readonly sums: ReadonlyMap<string, string>;
  readonly corrections: readonly KeptCorrection[];
}

/** A correction as it is compared: what tells it from others, and all else as it stands in the file. */
export type KeptCorrection = Pick<Correction, 'table' | 'key' | 'field'> & Readonly<Record<string, unknown>>;

/** Asked for a version that is not there. */
export class UnknownVersion extends Error {}

export const releasesFolder = 'releases';

/** The versions released, the oldest first. */
export function releasedVersions(directory: string): string[] {
  const folder = join(directory, releasesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(isVersion).sort(compareVersions);
}

/**
 * A version by its name, or the tables as they are for `working`. Throws UnknownVersion, or ProblemsError
 * when the tables as they are have faults. `near`: a version whose rows are taken where the file of a table is the same.
 */
export function readSnapshot(directory: string, label: string, name: string, near: Snapshot | null = null): Snapshot {
  if (name === WORKING) {
    const { facts, problems } = readFacts(directory, label);
    const faults = [...problems, ...checkPackage(directory, label).problems];
    if (facts === null || faults.length > 0) throw new ProblemsError(faults);
    return workingSnapshot(directory, facts);
  }
  const versions = releasedVersions(directory);
  if (!versions.includes(name)) {
    const known = versions.length === 0 ? 'nothing has been released yet' : `released are ${versions.join(', ')}`;
    throw new UnknownVersion(`There is no version ${name}: ${known}, and "${WORKING}" means the tables as they are.`);
  }
  return withRows(name, readDescriptor(directory, name), join(directory, releasesFolder, name), near);
}

/** What a released version says of itself. */
export function readDescriptor(directory: string, version: string): Descriptor {
  return descriptorSchema.parse(JSON.parse(readFileSync(join(directory, releasesFolder, version, descriptorFile), 'utf8')));
}

/** The tables as they are, without the check that `readSnapshot` makes: for a folder that has just been checked. */
export function workingSnapshot(directory: string, facts: PackageFacts): Snapshot {
  return withRows(WORKING, descriptorSchema.parse(describePackage(tables, facts)), directory);
}

function withRows(name: string, descriptor: Descriptor, folder: string, near: Snapshot | null = null): Snapshot {
  const sums = new Map<string, string>();
  const rows = new Map<string, readonly Cells[]>();
  for (const { name: table } of descriptor.resources) {
    const bytes = readFileSync(join(folder, `${table}.csv`));
    const sum = sha256(bytes);
    sums.set(table, sum);
    const same = near?.sums.get(table) === sum ? near.rows.get(table) : undefined;
    rows.set(table, same ?? cellsOf(table, bytes));
  }
  return {
    name,
    descriptor,
    rows,
    sums,
    corrections: name === WORKING ? readCorrections(folder, folder).corrections : keptCorrections(folder),
  };
}

function cellsOf(table: string, bytes: Buffer): Cells[] {
  const { header, lines } = readCsv(table, bytes);
  return lines.map(({ cells }) => Object.fromEntries(header.map((field, index) => [field, cells[index] ?? ''])));
}

const scalar = z.union([z.string(), z.number()]).transform(String);
const keptSchema = z.array(
  z.looseObject({
    table: z.string(),
    key: z.record(z.string(), scalar),
    field: z.string(),
    // In the order in which a diff tells them; each may be missing, and others may be there.
    expect: scalar.optional(),
    action: scalar.optional(),
    value: scalar.optional(),
    reason: scalar.optional(),
    source: scalar.optional(),
    status: scalar.optional(),
    date: scalar.optional(),
  }),
);

/** The corrections of a frozen version, whatever is asked of one now. */
function keptCorrections(folder: string): KeptCorrection[] {
  const path = join(folder, correctionsFile);
  return existsSync(path) ? (readYaml(path, readFileSync(path, 'utf8'), keptSchema).value ?? []) : [];
}
