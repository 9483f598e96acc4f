/** Scores by year: the sheet that charts of indices share, with a line at each election. */
import { axisX, axisY, gridY, type Markish, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';
import { numberMargin } from './axes.ts';
import type { Frame } from './frame.ts';
import { roomOf } from './labels.ts';
import { muted, rule } from './palette.ts';

interface IndexYears {
  readonly from: number;
  readonly to: number;
  /** Years of elections: those from 2020 on are marked. */
  readonly votes: readonly number[];
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
}

/** The elections between which the story runs. */
const FIRST_VOTE = 2020;

/** Options of the drawing, and its axes, with a line at each election, which the chart's label `vote` names. */
export function indexYears(
  frame: Frame,
  { from, to, votes, domain, ticks, tickText }: IndexYears,
): { options: PlotOptions; marks: Markish[] } {
  const shown = votes.filter((vote) => vote >= Math.max(from, FIRST_VOTE) && vote <= to);
  const every = frame.narrow ? 10 : 5;
  const marginLeft = numberMargin(
    frame,
    ticks.map(tickText).reduce((longest, each) => (each.length > longest.length ? each : longest)),
  );
  const marginRight = frame.narrow ? 24 : 30;
  const nameOf = (vote: number): string => frame.words.label('vote', { year: String(vote) });
  /** How far a name in the middle of its line would reach past the drawing. */
  const past = (vote: number): number => {
    const line = marginLeft + ((vote - from + 0.5) / (to - from + 1)) * (frame.width - marginLeft - marginRight);
    return Math.max(0, line + roomOf(nameOf(vote), 12) / 2 - frame.width);
  };
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((year) => year % every === 0);
  return {
    options: {
      marginLeft,
      marginRight,
      marginTop: 28,
      marginBottom: 26,
      x: { domain: [from - 0.5, to + 0.5], label: null },
      y: { domain: [...domain], label: null },
    },
    marks: [
      gridY(ticks, { stroke: rule, strokeOpacity: 1 }),
      axisY(ticks, { tickSize: 0, tickPadding: 6, tickFormat: tickText, fill: muted, label: null, fontSize: 12 }),
      ruleX(shown, { stroke: muted, strokeDasharray: '2 3', insetTop: -6, className: 'vote-line' }),
      ...shown.map((vote, index) =>
        text([vote], {
          x: (year: number) => year,
          text: nameOf,
          frameAnchor: 'top',
          // The last name has the margin to its right; those before it end at their line, so that two near votes have room.
          textAnchor: index === shown.length - 1 ? 'middle' : 'end',
          dx: index === shown.length - 1 ? -past(vote) : 3,
          dy: -16,
          fill: muted,
          fontSize: 12,
          className: 'vote-name',
        }),
      ),
      ruleY([domain[0]], { stroke: muted }),
      axisX(years, { tickFormat: String, tickSize: 5, tickPadding: 4, fill: muted, stroke: muted, label: null, fontSize: 12 }),
    ],
  };
}

/** Years of the elections whose days are given. */
export const yearsOf = (days: readonly string[]): number[] => [...new Set(days.map((day) => Number(day.slice(0, 4))))];
