/** Shapes of marks, for drawings made by hand. A circle is a person, so no shape here is round. */
import { type Attributes, element } from './elements.ts';
import type { Frame } from './frame.ts';
import { paper } from './palette.ts';

export type Sign = 'square' | 'diamond' | 'triangle' | 'cross';

const outlines: Readonly<Record<Sign, (r: number) => string>> = {
  square: (r) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  diamond: (r) => `M0,${-r * 1.35}L${r * 1.35},0L0,${r * 1.35}L${-r * 1.35},0z`,
  triangle: (r) => `M0,${-r * 1.2}L${r * 1.2},${r}H${-r * 1.2}z`,
  cross: (r) => {
    const a = r * 0.42;
    return `M${-r},${-a}H${-a}V${-r}H${a}V${-a}H${r}V${a}H${a}V${r}H${-a}V${a}H${-r}z`;
  },
};

/** A mark with its middle at x and y: filled, or an outline where `hollow`. */
export function sign(
  frame: Frame,
  shape: Sign,
  place: { readonly x: number; readonly y: number; readonly r?: number },
  look: { readonly fill: string; readonly hollow?: boolean },
  attributes: Attributes = {},
): Element {
  const { x, y, r = 5 } = place;
  const d = outlines[shape](look.hollow ? r - 0.8 : r);
  const paint = look.hollow ? { fill: paper, stroke: look.fill, 'stroke-width': 1.8 } : { fill: look.fill };
  return element(frame, 'path', { d, transform: `translate(${tenth(x)},${tenth(y)})`, ...paint, ...attributes });
}

/** A coordinate as exactly as a drawing needs it. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
