/** Elections on time charts. */
import { type Markish, ruleX, text } from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { muted } from './palette.ts';
import { utc } from './time.ts';

/** A dotted line at each vote from a day on, with the chart's label `election` above the drawing: it needs a top margin of 30. */
export function voteMarks(days: readonly string[], from: string, frame: Frame): Markish[] {
  const shown = days.filter((day) => day >= from);
  return [
    ruleX(shown, { x: utc, stroke: muted, strokeDasharray: '2 3', insetTop: -12 }),
    text(shown, { x: utc, text: () => frame.words.label('election'), frameAnchor: 'top', dy: -23, fill: muted }),
  ];
}
