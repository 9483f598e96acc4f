/**
 * What the benchmarks wrote: `content/performance/peers.json`, `starlight.json` and `growth.json`. The page shows what stands there and nothing
 * else, so that no number of it is typed.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, ProblemsError } from '../../data/problem.ts';
import { tryText } from '../../data/text-file.ts';

/** Where it was measured, and how busy the machine was with other things. */
const conditions = {
  command: z.string().startsWith('npm run bench:'),
  day: z.iso.date(),
  machine: z.strictObject({
    processor: z.string().min(1),
    cores: z.int().positive(),
    memoryGigabytes: z.number().positive(),
    system: z.string().min(1),
    node: z.string().min(1),
    /** Processes that wanted to run, on average over a minute, when the benchmark began and when it ended. */
    load: z.strictObject({ before: z.number().nonnegative(), after: z.number().nonnegative() }),
  }),
  /** Version of the data package, and the commit, of what was measured; whether files differed from that commit, where git can tell. */
  measured: z.strictObject({ version: z.string().min(1), commit: z.string().min(1), changed: z.boolean().optional() }),
};

const slowNetwork = z.strictObject({
  kilobitsPerSecond: z.number().positive(),
  latency: z.number().nonnegative(),
  slowdown: z.number().min(1),
});

/** One chart by one library. Times in milliseconds on the slowed machine, sizes in bytes, medians over the rounds. */
const reading = z.strictObject({
  bytes: z.int().positive(),
  requests: z.int().positive(),
  drawn: z.number().positive(),
  script: z.number().nonnegative(),
  /** All that the main thread did. */
  work: z.number().positive(),
  elements: z.int().positive(),
  memory: z.int().positive(),
  /** Letters and digits that a reader without scripts can see or unfold. */
  text: z.int().nonnegative(),
  /** Rules of axe that the page breaks. */
  axe: z.array(z.string()),
});

const peers = z.strictObject({
  ...conditions,
  browser: z.string().min(1),
  rounds: z.int().positive(),
  network: slowNetwork,
  /** Ours first. */
  libraries: z.array(z.strictObject({ id: z.string(), name: z.string().min(1), version: z.string().min(1) })).min(2),
  charts: z.array(z.strictObject({ id: z.string(), rows: z.int().positive(), readings: z.record(z.string(), reading) })).min(1),
});

/** A score of Lighthouse. */
const score = z.number().min(0).max(100);

/** The story as one page. Times in milliseconds on the slowed machine, sizes in bytes, medians over the rounds. */
const storyReading = z.strictObject({
  bytes: z.int().positive(),
  requests: z.int().positive(),
  /** When it was scrolled to its end. */
  bytesRead: z.int().positive(),
  requestsRead: z.int().positive(),
  /** When something was first painted, and when the largest part of the first screen was. */
  painted: z.number().positive(),
  largest: z.number().positive(),
  script: z.number().nonnegative(),
  work: z.number().positive(),
  elements: z.int().positive(),
  text: z.int().nonnegative(),
  axe: z.array(z.string()),
  lighthouse: z.strictObject({ performance: score, accessibility: score, bestPractices: score, seo: score }),
});

const starlight = z.strictObject({
  ...conditions,
  browser: z.string().min(1),
  /** Its version. */
  lighthouse: z.string().min(1),
  rounds: z.int().positive(),
  network: slowNetwork,
  /** Charts that the other page has as pictures. */
  pictures: z.int().positive(),
  /** Ours first. */
  pages: z.array(z.strictObject({ id: z.string(), name: z.string().min(1), version: z.string().min(1), reading: storyReading })).length(2),
});

const step = z.strictObject({
  times: z.int().positive(),
  /** How many there were: releases, charts, rows or languages. */
  count: z.int().positive(),
  seconds: z.number().positive(),
  megabytesOfMemory: z.number().positive(),
  files: z.int().positive(),
  bytes: z.int().positive(),
});

/** Each way is measured by itself, and has a day and a machine of its own. */
const growth = z.strictObject({
  dimensions: z
    .array(z.strictObject({ of: z.enum(['releases', 'charts', 'rows', 'languages']), ...conditions, steps: z.array(step).min(2) }))
    .min(1),
});

export type Reading = z.infer<typeof reading>;
export type PeersResult = z.infer<typeof peers>;
export type StoryReading = z.infer<typeof storyReading>;
export type StarlightResult = z.infer<typeof starlight>;
export type GrowthResult = z.infer<typeof growth>;
export type Dimension = GrowthResult['dimensions'][number];
export type Conditions = Pick<PeersResult, keyof typeof conditions>;

export interface Results {
  /** `null` where it was not measured yet. */
  readonly peers: PeersResult | null;
  readonly starlight: StarlightResult | null;
  readonly growth: GrowthResult | null;
  /** What is missing, which stops no build. */
  readonly missing: readonly Problem[];
}

const folder = 'content/performance';
export const resultFiles = {
  peers: `${folder}/peers.json`,
  starlight: `${folder}/starlight.json`,
  growth: `${folder}/growth.json`,
} as const;

/** Reads the results of the benchmarks from the project's folder. Throws ProblemsError for a file that is none of theirs. */
export function readResults(root: string): Results {
  const missing: Problem[] = [];
  const read = <T>(name: keyof typeof resultFiles, schema: z.ZodType<T>, faults: (value: T) => readonly string[]): T | null => {
    const file = resultFiles[name];
    const { text, problems } = tryText(join(root, file), file);
    if (problems.length > 0) {
      missing.push({
        file,
        line: 1,
        column: 1,
        subject: '',
        message: `expected the result of the benchmark, found no such file; "npm run bench:${name}" writes it`,
      });
      return null;
    }
    const found = parse(file, text, schema);
    const wrong = faults(found);
    if (wrong.length > 0) throw new ProblemsError(wrong.map((message) => fault(file, message)));
    return found;
  };
  return {
    peers: read('peers', peers, incomplete),
    starlight: read('starlight', starlight, () => []),
    growth: read('growth', growth, () => []),
    missing,
  };
}

const fault = (file: string, message: string): Problem => ({ file, line: 1, column: 1, subject: '', message });

function parse<T>(file: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ProblemsError([
      fault(file, `expected JSON as a benchmark writes it, found another text: ${error instanceof Error ? error.message : error}`),
    ]);
  }
  const { data, error } = schema.safeParse(value);
  if (data === undefined)
    throw new ProblemsError(
      error?.issues.map(({ path, message }) => ({
        ...fault(
          file,
          `expected what a benchmark writes, found another value: ${message}; run the benchmark again instead of editing its result`,
        ),
        subject: path.join('.'),
      })) ?? [],
    );
  return data;
}

/** Charts on which a library was not measured, or one that the list does not name. */
function incomplete({ libraries, charts }: PeersResult): string[] {
  const expected = libraries
    .map(({ id }) => id)
    .sort()
    .join(', ');
  return charts.flatMap(({ id, readings }) => {
    const found = Object.keys(readings).sort().join(', ');
    return found === expected ? [] : [`expected readings of ${expected} for the chart ${id}, found ${found}`];
  });
}
