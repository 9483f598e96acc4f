/** Scrolling passages: which rows of a chart each step puts in front. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { quote } from '../data/problem.ts';
import type { ChartRow } from './context.ts';

type Report = (offset: number, subject: string, message: string) => void;

const attributes: ReadonlySet<string> = new Set(['from', 'to', 'match']);

/**
 * The rows that a step asks for: those whose day lies between `from` and `to`, and in whose cells `match`
 * (or one of several, parted by |) stands. A step without any of these asks for all rows.
 */
export function rowsInFront(step: LeafDirective, rows: readonly ChartRow[]): number[] {
  const { from, to, match } = step.attributes ?? {};
  return rows.flatMap(({ iso, text }, index) => {
    if (from && !(iso !== null && iso >= from)) return [];
    if (to && !(iso !== null && iso <= to)) return [];
    return match && !match.split('|').some((words) => text.includes(words)) ? [] : [index];
  });
}

/** Reports what is wrong with a passage: its chart, its steps, what they ask for. */
export function checkPassage(passage: ContainerDirective, charts: ReadonlyMap<string, readonly ChartRow[]>, report: Report): void {
  const at = passage.position?.start.offset ?? 0;
  const chart = passage.attributes?.['chart'] ?? '';
  const rows = charts.get(chart);
  if (!rows) {
    report(at, 'scrolly', `expected chart=id with the id of a chart, found ${quote(chart)}; there are ${[...charts.keys()].join(', ')}`);
    return;
  }
  const [first] = passage.children;
  if (first?.type !== 'leafDirective') report(at, 'scrolly', 'expected ::step before the text, found text');
  for (const node of passage.children) {
    if (node.type !== 'leafDirective') continue;
    const offset = node.position?.start.offset ?? 0;
    const stray = Object.keys(node.attributes ?? {}).filter((name) => !attributes.has(name));
    if (node.name !== 'step') report(offset, node.name, 'expected ::step, found an unknown directive');
    else if (stray.length > 0) report(offset, 'step', `expected from, to or match, found ${stray.join(', ')}`);
    else if (rowsInFront(node, rows).length === 0)
      report(offset, 'step', `expected a row of the chart ${chart} in front, found none that matches`);
  }
}
