/** `corrections.yml`: what we hold to be wrong in a row although its source says so. Read and checked; applied in `apply-corrections.ts`. */
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from './field.ts';
import type { Problem } from './problem.ts';
import { isThere, tryText } from './text-file.ts';
import { readYaml, type YamlFile } from './yaml.ts';

export const correctionsFile = 'corrections.yml';

/** Cells are given as they stand in the table. YAML reads some as numbers; an empty cell is an empty text. */
const cell = z.union([z.string(), z.number()], 'expected a text or a number').transform(String);
const words = z.string().trim().min(1, 'expected words');

const entry = z
  .strictObject({
    table: words,
    /** Fields that tell the row from all others of its table, as they stand in the file. */
    key: z.record(z.string(), cell),
    field: words,
    /** What the cell must hold for the correction to apply: a guard against a row that changed in the meantime. */
    expect: cell,
    /** override: another value is used. drop: the row is left out. flag: the row stays, marked as doubtful. */
    action: z.enum(['override', 'drop', 'flag']),
    value: cell.optional(),
    reason: words,
    /** The document that shows it, as in sources.csv. Empty where the row contradicts itself. */
    source: words.optional(),
    /** open: not yet told to the source. reported, acknowledged: told, and answered. fixed_upstream: the source has changed. */
    status: z.enum(['open', 'reported', 'acknowledged', 'fixed_upstream']),
    date: z.string().refine(isDay, 'expected a day as YYYY-MM-DD'),
  })
  .superRefine(({ action, value }, ctx) => {
    if (action === 'override' && value === undefined) ctx.addIssue({ code: 'custom', message: 'expected a value to override with' });
    if (action !== 'override' && value !== undefined)
      ctx.addIssue({ code: 'custom', path: ['value'], message: `expected no value beside the action "${action}"` });
  });

export type Correction = z.output<typeof entry>;

export interface CorrectionsFile {
  readonly file: string;
  readonly corrections: readonly Correction[];
  readonly problems: readonly Problem[];
  /** Where a key of an entry stands. */
  readonly at: YamlFile<unknown>['at'];
}

/** Reads and checks the corrections of a folder. A folder without the file has lost them, but where it `mayLack` it. Never throws. */
export function readCorrections(directory: string, label: string, { mayLack = false } = {}): CorrectionsFile {
  const file = `${label}/${correctionsFile}`;
  const path = join(directory, correctionsFile);
  const nowhere = (): { line: number; column: number } => ({ line: 1, column: 1 });
  if (mayLack && !isThere(path)) return { file, corrections: [], problems: [], at: nowhere };
  const { text, problems: unreadable } = tryText(path, file, 'the corrections ([] where there are none)');
  if (unreadable.length > 0) return { file, corrections: [], problems: unreadable, at: nowhere };
  const { value, problems, at } = readYaml(file, text, z.array(entry, 'expected a list of corrections; where there are none, write []'));
  return { file, corrections: value ?? [], problems, at };
}
