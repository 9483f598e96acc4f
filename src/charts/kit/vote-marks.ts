/** Elections on time charts. */
import { type Markish, ruleX, text } from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { muted } from './palette.ts';
import { utc } from './time.ts';

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
    text(shown, {
      x: utc,
      text: (day: string) => frame.words.label(label, { year: day.slice(0, 4) }),
      frameAnchor: 'top',
      dy,
      fill: muted,
      className: 'vote-name',
    }),
  ];
}
