/** Prints a result: the medians over all charts, and how many times ours each of the others is. */
import type { PeersResult, Reading } from '../../../src/site/performance/results.ts';
import { median } from '../../../src/site/performance/summary.ts';

const columns: readonly (readonly [
  of: 'bytes' | 'requests' | 'drawn' | 'script' | 'work' | 'elements' | 'memory' | 'text',
  heading: string,
  unit: number,
])[] = [
  ['bytes', 'kB', 1000],
  ['requests', 'requests', 1],
  ['drawn', 'drawn, ms', 1],
  ['script', 'script, ms', 1],
  ['work', 'work, ms', 1],
  ['elements', 'elements', 1],
  ['memory', 'memory, MB', 1e6],
  ['text', 'text left', 1],
];

export function printRatios({ libraries, charts, machine }: PeersResult): void {
  const [ours] = libraries;
  if (!ours) return;
  const of = (id: string, chart: PeersResult['charts'][number]): Reading => {
    const reading = chart.readings[id];
    if (!reading) throw new Error(`${id} was not measured on ${chart.id}`);
    return reading;
  };
  const wide = 14;
  const row = (name: string, cells: readonly string[]): void =>
    console.log(name.padEnd(18) + cells.map((cell) => cell.padStart(wide)).join(''));
  console.log(`\nMedians of ${charts.length} charts; load of the machine ${machine.load.before} before, ${machine.load.after} after`);
  row('', [...columns.map(([, heading]) => heading), 'axe findings']);
  for (const { id, name } of libraries) {
    const cells = columns.map(([key, , unit]) => {
      const value = median(charts.map((chart) => of(id, chart)[key])) / unit;
      return unit === 1 ? String(Math.round(value)) : value.toFixed(1);
    });
    row(name, [...cells, String(charts.reduce((sum, chart) => sum + of(id, chart).axe.length, 0))]);
  }
  console.log('\nTimes ours: lowest to highest over the charts');
  row('', ['bytes', 'drawn', 'work', 'memory']);
  for (const { id, name } of libraries.slice(1)) {
    const cells = (['bytes', 'drawn', 'work', 'memory'] as const).map((key) => {
      const ratios = charts.map((chart) => of(id, chart)[key] / of(ours.id, chart)[key]);
      return `${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}`;
    });
    row(name, cells);
  }
}
