/** One person's time in custody as a line, with the verdicts on it and the mark of how it ended. */
import type { Dated } from './chart.ts';
import { element } from './elements.ts';
import type { Frame } from './frame.ts';
import { ink, paper, held as red } from './palette.ts';
import { type Fate, fateMark, heldMark } from './person-marks.ts';

export interface Verdict extends Dated {
  readonly years: number;
}

export interface Life {
  readonly detained: Dated | null;
  readonly verdicts: readonly Verdict[];
  /** The event that ended custody, or the last one known. */
  readonly last: Dated;
}

/** The time held in red, a tick and the years for each verdict, and the mark of its end, on the base line 0. `edge`: where `fateMark` runs out. `votes`: where lines stand that no words cross. */
export function lifeLine(
  frame: Frame,
  life: Life,
  fate: Fate,
  at: (iso: string) => number,
  edge: number,
  votes: readonly number[] = [],
): Element[] {
  const until = at(life.last.iso);
  const from = life.detained === null ? null : at(life.detained.iso);
  const held =
    from === null
      ? []
      : [element(frame, 'line', { x1: from, x2: until, y1: 0, y2: 0, stroke: red, 'stroke-width': 2.5 }), heldMark(frame, from)];
  const unknown = { x: frame.width - 8, y: 4, fill: ink, 'text-anchor': 'end', stroke: 'none' };
  return [
    ...held,
    ...(fate === 'open' ? [element(frame, 'text', unknown, frame.words.label('unknown'))] : []),
    ...life.verdicts.flatMap((verdict, nth) => tick(frame, life, verdict, nth, at, votes)),
    ...fateMark(frame, fate, until, edge),
  ];
}

/** A verdict and its years, written where the line has room: after the tick, before it, or above; on a phone, where the name stands above, below. */
function tick(frame: Frame, life: Life, verdict: Verdict, nth: number, at: (iso: string) => number, votes: readonly number[]): Element[] {
  const x = at(verdict.iso);
  const years = `${nth > 0 ? '+' : ''}${frame.words.number(Math.round(verdict.years * 10) / 10)}`;
  const room = 10 + years.length * 7;
  const free = (iso: string | undefined, towards: 1 | -1): boolean =>
    iso === undefined || (at(iso) - x) * towards <= 0 || (at(iso) - x) * towards > room;
  const clear = (from: number, to: number): boolean => !votes.some((vote) => vote > from && vote < to);
  const after = clear(x, x + room) && free(life.last.iso, 1) && free(life.verdicts[nth + 1]?.iso, 1);
  const before = clear(x - room, x) && free(life.detained?.iso, -1) && (nth === 0 || free(life.verdicts[nth - 1]?.iso, -1));
  const place = after
    ? { x: x + 4, y: 4, 'text-anchor': 'start' }
    : before
      ? { x: Math.min(x - 4, at(life.last.iso) - 9), y: 4, 'text-anchor': 'end' }
      : {
          x,
          y: frame.narrow ? 14 : -8,
          'text-anchor': clear(x - room / 2, x + room / 2) ? 'middle' : clear(x - room, x) ? 'end' : 'start',
        };
  return [
    element(frame, 'line', { x1: x, x2: x, y1: -6, y2: 6, stroke: ink, 'stroke-width': 1.6 }),
    element(
      frame,
      'text',
      {
        ...place,
        fill: ink,
        'font-size': 12,
        stroke: paper,
        'stroke-width': 6,
        'paint-order': 'stroke',
      },
      years,
    ),
  ];
}
