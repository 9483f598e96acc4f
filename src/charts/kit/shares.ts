import { decimalsOf } from '../../data/field.ts';
import { withPercent } from '../../figures/format.ts';
import { type Cell, label, percent, percentRange } from './cells.ts';
import type { Words } from './words.ts';

/** A share, or the interval that the source gives instead of one. */
export interface Share {
  readonly low: number;
  readonly high: number;
  readonly qualifier: string;
}

/** `52.2%`, with its bound, or `3–5%`. */
export function shareText({ low, high, qualifier }: Share, words: Words): string {
  return low === high
    ? words.percent(low, decimalsOf(low), qualifier)
    : withPercent(`${words.number(low)}–${words.number(high)}`, words.locale);
}

/** The cell of a share; `null` is the chart's label `no-figure`. */
export function shareCell(share: Share | null): Cell {
  if (share === null) return label('no-figure');
  return share.low === share.high ? percent(share.low, decimalsOf(share.low), share.qualifier) : percentRange(share.low, share.high);
}
