/** What the results say as a whole. */
import type { Dimension, PeersResult, Reading, StoryReading } from './results.ts';

/** What is measured of a page, in the order of the table: the key, how many make one unit of the table, and digits after its point. */
export const measures = [
  { key: 'bytes', unit: 1000, digits: 1 },
  { key: 'requests', unit: 1, digits: 0 },
  { key: 'drawn', unit: 1, digits: 0 },
  { key: 'script', unit: 1, digits: 0 },
  { key: 'work', unit: 1, digits: 0 },
  { key: 'elements', unit: 1, digits: 0 },
  { key: 'memory', unit: 1_000_000, digits: 1 },
  { key: 'text', unit: 1, digits: 0 },
  { key: 'axe', unit: 1, digits: 0 },
] as const;

export type Measure = (typeof measures)[number]['key'];

/** What is measured of the story as one page, in the order of the table. */
export const storyMeasures = [
  { key: 'bytes', unit: 1000, of: (reading) => reading.bytes },
  { key: 'requests', unit: 1, of: (reading) => reading.requests },
  { key: 'bytesRead', unit: 1000, of: (reading) => reading.bytesRead },
  { key: 'requestsRead', unit: 1, of: (reading) => reading.requestsRead },
  { key: 'painted', unit: 1, of: (reading) => reading.painted },
  { key: 'largest', unit: 1, of: (reading) => reading.largest },
  { key: 'script', unit: 1, of: (reading) => reading.script },
  { key: 'work', unit: 1, of: (reading) => reading.work },
  { key: 'elements', unit: 1, of: (reading) => reading.elements },
  { key: 'text', unit: 1, of: (reading) => reading.text },
  { key: 'axe', unit: 1, of: (reading) => reading.axe.length },
  { key: 'performance', unit: 1, of: ({ lighthouse }) => lighthouse.performance },
  { key: 'accessibility', unit: 1, of: ({ lighthouse }) => lighthouse.accessibility },
  { key: 'bestPractices', unit: 1, of: ({ lighthouse }) => lighthouse.bestPractices },
  { key: 'seo', unit: 1, of: ({ lighthouse }) => lighthouse.seo },
] as const satisfies readonly { readonly key: string; readonly unit: number; readonly of: (reading: StoryReading) => number }[];

const amountOf = (reading: Reading, key: Measure): number => (key === 'axe' ? reading.axe.length : reading[key]);

function readingsOf({ charts }: PeersResult, library: string): readonly Reading[] {
  return charts.map(({ id, readings }) => {
    const reading = readings[library];
    if (!reading) throw new RangeError(`the library ${library} was not measured on the chart ${id}`);
    return reading;
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('there is no median of nothing');
  return (low + high) / 2;
}

/** The median over the charts; of axe's findings their sum. */
export function overall(result: PeersResult, library: string, key: Measure): number {
  const values = readingsOf(result, library).map((reading) => amountOf(reading, key));
  return key === 'axe' ? values.reduce((sum, value) => sum + value, 0) : median(values);
}

/** Of all other libraries on all charts, the least and the most times ours. */
export function timesOurs(result: PeersResult, key: 'bytes' | 'drawn', only?: string): { readonly least: number; readonly most: number } {
  const [ours, ...others] = result.libraries;
  const own = readingsOf(result, ours?.id ?? '');
  const ratios = others
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ id }) => readingsOf(result, id).map((reading, index) => reading[key] / (own[index]?.[key] ?? Number.NaN)));
  return { least: Math.min(...ratios), most: Math.max(...ratios) };
}

/**
 * The power with which something grows with the size: 1 where it doubles when the size does, 0 where it stays. Between the
 * smallest and the largest step.
 */
export function exponentOf({ steps }: Dimension, key: 'seconds' | 'megabytesOfMemory' | 'files' | 'bytes'): number {
  const sorted = [...steps].sort((a, b) => a.count - b.count);
  const [small, large] = [sorted[0], sorted.at(-1)];
  if (!small || !large || small.count === large.count) throw new RangeError('growth needs two sizes');
  return Math.log(large[key] / small[key]) / Math.log(large.count / small.count);
}
