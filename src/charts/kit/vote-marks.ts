/** Elections on time charts. */
import { type Markish, ruleX, text } from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { muted } from './palette.ts';
import { daysBetween, utc } from './time.ts';

interface VoteMarkOptions {
  /** First day of the axis: earlier votes are left out. */
  readonly from: string;
  /** Last day of the axis. */
  readonly to?: string;
  /** Key of the word above each line, which has the gap `{year}`. */
  readonly label?: string;
  /** How far the line runs above the drawing, and how far above it the word stands: the top margin needs room for both. */
  readonly rise?: number;
  readonly dy?: number;
}

/** A dotted line at each vote, with a word of the chart's labels and its year above the drawing: `Vote {year}`. */
export function voteMarks(days: readonly string[], frame: Frame, options: VoteMarkOptions): Markish[] {
  const { from, to = '9999', label = 'election', rise = 12, dy = -23 } = options;
  const shown = days.filter((day) => day >= from && day <= to);
  return [
    ruleX(shown, { x: utc, stroke: muted, strokeDasharray: '2 3', insetTop: -rise, className: 'vote-line' }),
    // At the edge of an axis there is room for the name on one side only.
    ...[shown.filter((day) => !nearEdge(day, from)), shown.filter((day) => nearEdge(day, from))].map((group, edge) =>
      text(group, {
        x: utc,
        textAnchor: edge === 1 ? 'start' : 'middle',
        dx: edge === 1 ? -6 : 0,
        text: (day: string) => frame.words.label(label, { year: day.slice(0, 4) }),
        frameAnchor: 'top',
        dy,
        fill: muted,
        className: 'vote-name',
      }),
    ),
  ];
}

/** True of a day in the first months of an axis. */
function nearEdge(day: string, from: string): boolean {
  return daysBetween(from, day) < 200;
}
