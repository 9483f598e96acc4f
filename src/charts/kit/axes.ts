/** Axes in the one way that all charts share: few lines, labels in words of the locale. */
import { axisX, axisY, gridY, type Markish, ruleY } from '@observablehq/plot';
import { formatNumber, formatPercent } from '../../figures/format.ts';
import type { Frame } from './frame.ts';
import { muted, rule } from './palette.ts';
import { utc } from './time.ts';

/** Horizontal lines with their numbers in the left margin (see `numberMargin`), and a base line. */
export function countAxis(frame: Frame, ticks: readonly number[], options: { percent?: boolean } = {}): Markish[] {
  const format = (value: number): string =>
    options.percent ? formatPercent(value, 'exact', frame.words.locale) : formatNumber(value, frame.words.locale);
  return [
    gridY(ticks, { stroke: rule, strokeOpacity: 1 }),
    axisY(ticks, { tickSize: 0, tickPadding: 6, tickFormat: format, fill: muted, label: null }),
    ruleY([0], { stroke: muted }),
  ];
}

/** Round numbers from the first step up to `most`, about as many as wanted: steps of one, two or five and zeros. */
export function roundTicks(most: number, wanted = 3): number[] {
  const rough = most / (wanted + 0.5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
}

/** Room that the numbers of an axis need at the left, in units of the drawing. */
export function numberMargin(frame: Frame, longest: string): number {
  return Math.ceil(longest.length * frame.fontSize * 0.62) + 9;
}

/** Years, each written at its first day, with a short tick. `every` thins them where there is little room. */
export function yearAxis(_frame: Frame, from: number, to: number, options: { every?: number; dy?: number } = {}): Markish {
  const every = options.every ?? 1;
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((year) => (year - from) % every === 0);
  return axisX(
    years.map((year) => utc(`${year}-01-01`)),
    {
      tickFormat: (day: Date) => String(day.getUTCFullYear()),
      tickSize: 5,
      tickPadding: 4,
      insetBottom: -(options.dy ?? 0),
      fill: muted,
      stroke: muted,
      label: null,
    },
  );
}

interface NameOptions {
  /** From the axis to the names. */
  readonly padding: number;
  /** A name in words, where it isn't its own. */
  readonly name?: (key: string, index: number) => string;
  readonly lineHeight?: number;
}

/** Names under the bands or points of an axis, without ticks. */
export function nameAxis(keys: readonly string[], { padding, name = (key) => key, ...rest }: NameOptions): Markish {
  return axisX(keys, { tickSize: 0, tickPadding: padding, fill: muted, label: null, tickFormat: name, ...rest });
}
