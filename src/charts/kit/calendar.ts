/** A calendar drawn by hand: years across the sheet. */
import { element } from './elements.ts';
import type { Frame } from './frame.ts';
import { muted, rule } from './palette.ts';

/**
 * A light line at the first day of each year, its number above and below, and a short dotted line above the calendar with the chart's
 * label `vote`, which has the gap `{year}`, at each election: further down it would run through the words of the rows.
 */
export function yearLines(frame: Frame, at: (iso: string) => number, years: readonly number[], elections: readonly string[]): Element[] {
  const bottom = frame.height - 22;
  const name = (day: string, y: number, words: string): Element =>
    element(frame, 'text', { x: at(day), y, fill: muted, 'text-anchor': 'middle' }, words);
  const line = (day: string, top: number, look: Readonly<Record<string, string | number>>): Element =>
    element(frame, 'line', { x1: at(day), x2: at(day), y1: top, y2: bottom, ...look });
  return [
    ...years.map((year) => line(`${year}-01-01`, 40, { stroke: rule })),
    ...years.flatMap((year) => [34, frame.height - 6].map((y) => name(`${year}-01-01`, y, String(year)))),
    ...elections.flatMap((vote) => [
      line(vote, 14, { y2: 24, stroke: muted, 'stroke-dasharray': '2 3', class: 'vote-line' }),
      element(
        frame,
        'text',
        { x: Math.max(36, at(vote)), y: 11, fill: muted, 'text-anchor': 'middle', class: 'vote-name' },
        frame.words.label('vote', { year: vote.slice(0, 4) }),
      ),
    ]),
  ];
}
