/**
 * `withdrawn.yml`: charts that were offered to be embedded and no longer are. A chart, or its drawing in a release, leaves the site
 * only by a line here that says why; the build fails on one that is gone without.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from './field.ts';
import { ProblemsError } from './problem.ts';
import { isThere, readText } from './text-file.ts';
import { readYaml } from './yaml.ts';

export const withdrawnFile = 'withdrawn.yml';

const words = z.string().trim().min(1, 'expected words');

const entry = z.strictObject({
  /** The name of the chart, as embeds ask for it. */
  chart: words,
  /** Releases whose drawing is withdrawn. Without them it is the chart that follows the data, and its drawings in releases stay. */
  versions: z.array(words).min(1).optional(),
  date: z.string().refine(isDay, 'expected a day as YYYY-MM-DD'),
  /** For the reader of an article in whose frame the chart stood. */
  why: words,
});

export type Withdrawn = z.output<typeof entry>;

/** The entries of a folder of data; none where there is no such file. Throws ProblemsError with every fault. */
export function readWithdrawn(directory: string, label: string): readonly Withdrawn[] {
  const path = join(directory, withdrawnFile);
  if (!isThere(path)) return [];
  const text = readText(path, `${label}/${withdrawnFile}`, 'the charts that were withdrawn');
  if (/^(?:\s*(?:#.*)?\n?)*$/.test(text)) return [];
  const { value, problems } = readYaml(`${label}/${withdrawnFile}`, text, z.array(entry));
  if (value === null) throw new ProblemsError(problems);
  return value;
}

/** The entry that withdraws a chart, or its drawing in a version. */
export function withdrawalOf(entries: readonly Withdrawn[], names: readonly string[], version: string | null): Withdrawn | undefined {
  return entries.find(
    ({ chart, versions }) => names.includes(chart) && (version === null ? versions === undefined : versions?.includes(version) === true),
  );
}
