/** What is true of the package as a whole and stands in no table: `package.yml`. */
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from './field.ts';
import { type Problem, quote } from './problem.ts';
import { webFault } from './safe-text.ts';
import { tryText } from './text-file.ts';
import { readYaml } from './yaml.ts';

export const factsFile = 'package.yml';

const words = z.string().trim().min(1);
const dayOfCalendar = z.string().refine(isDay, 'expected a day as YYYY-MM-DD');

const webAddress = z.string().superRefine((found, ctx) => {
  const expected = webFault(found);
  if (expected !== null) ctx.addIssue({ code: 'custom', message: `expected ${expected}, found ${quote(found)}` });
});

const schema = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/, 'expected lower-case letters, digits, dots, hyphens and underscores'),
  title: words,
  description: words,
  /** Where the site of the project is published. */
  homepage: webAddress.optional(),
  /** Where the project is kept, and takes questions. */
  repository: webAddress.optional(),
  /** The version last released. 0.0.0 before the first; a copy as of a day has that day after a plus sign. */
  version: z.string().regex(/^\d+\.\d+\.\d+(?:\+[0-9A-Za-z.-]+)?$/, 'expected a version such as 1.2.0'),
  released: dayOfCalendar,
  /** In a copy as of a day: that day. Tables may then be empty. */
  as_of: dayOfCalendar.optional(),
  licence: z.strictObject({ name: words, title: words, path: webAddress }),
  contributors: z.array(z.strictObject({ title: words, path: webAddress.optional(), roles: z.array(words).min(1) })).min(1),
  keywords: z.array(words).min(1),
});

export type PackageFacts = z.output<typeof schema>;

/** Reads and checks `package.yml` of a folder. Never throws; `facts` is `null` when there are problems. */
export function readFacts(directory: string, label: string): { facts: PackageFacts | null; problems: readonly Problem[] } {
  const file = `${label}/${factsFile}`;
  const { text, problems: unreadable } = tryText(join(directory, factsFile), file, 'the facts of the package');
  if (unreadable.length > 0) return { facts: null, problems: unreadable };
  const { value, problems } = readYaml(file, text, schema);
  return { facts: value, problems };
}

/** The text of `package.yml` with another version and day, all else as it is. */
export function withVersion(text: string, version: string, released: string): string {
  return text.replace(/^version:.*$/m, `version: ${version}`).replace(/^released:.*$/m, `released: ${released}`);
}
