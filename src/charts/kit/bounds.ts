/** Which way a bound points, and the small sign of it: at the value, never beyond it. */
import { dot, type Markish, type RenderFunction } from '@observablehq/plot';
import { type Attributes, element } from './elements.ts';
import type { Frame } from './frame.ts';
import { paper } from './palette.ts';
import { forRows } from './rows.ts';

interface Qualified {
  readonly qualifier: string;
}

/** True of a value that the real number reaches or passes: "at least", "more than". */
export function isFloor({ qualifier }: Qualified): boolean {
  return qualifier === 'at_least' || qualifier === 'more_than';
}

/** True of a value that the real number doesn't pass: "up to", "fewer than". */
export function isCeiling({ qualifier }: Qualified): boolean {
  return qualifier === 'up_to' || qualifier === 'fewer_than';
}

/** Where larger values lie. */
export type Towards = 'right' | 'left' | 'up' | 'down';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Length of the sign along the scale, with its distance from the end: a bar that is shorter holds none. */
const ROOM = 10;
const DEPTH = 3.5;

/**
 * The sign of a bound inside the end of a bar, as the `d` of a path: an arrow outward for "at least", inward for "up to", two strokes
 * across for "about". On a bar too short to hold it, the end runs out sideways instead. Nothing lies beyond the value. `null` where
 * the value is exact.
 */
export function boundSign(box: Box, { qualifier }: Qualified, towards: Towards): { readonly d: string; readonly inside: boolean } | null {
  const kind = isFloor({ qualifier }) ? 1 : isCeiling({ qualifier }) ? -1 : qualifier === 'about' ? 0 : null;
  if (kind === null) return null;
  const upright = towards === 'up' || towards === 'down';
  const sign = towards === 'right' || towards === 'down' ? 1 : -1;
  const [from, length] = upright ? [box.y, box.height] : [box.x, box.width];
  const [side, across] = upright ? [box.x, box.width] : [box.y, box.height];
  const end = sign > 0 ? from + length : from;
  const at = (along: number, beside: number): string => {
    const [one, other] = [round(end - sign * along), round(side + across / 2 + beside)];
    return upright ? `${other},${one}` : `${one},${other}`;
  };
  if (length < ROOM || across < 5) {
    const half = across / 2;
    return { d: `M${at(0.6, -half - 3)}L${at(0.6, half + 3)}`, inside: false };
  }
  const half = Math.min(across / 2 - 1, 5);
  if (kind === 0) return { d: [3, 6.5].map((along) => `M${at(along, -half)}L${at(along, half)}`).join(''), inside: true };
  const [tip, tail] = kind > 0 ? [2.5, 2.5 + DEPTH] : [2.5 + DEPTH, 2.5];
  return { d: `M${at(tail, -half)}L${at(tip, 0)}L${at(tail, half)}`, inside: true };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The sign of a bound on a bar drawn by hand. `fill` is the bar's colour; `sign` that of the sign on it, where the bar is not filled. */
export function boundTick(
  frame: Frame,
  box: Box,
  bar: Qualified & { readonly fill: string; readonly sign?: string },
  towards: Towards,
  attributes: Attributes = {},
): Element[] {
  const made = boundSign(box, bar, towards);
  if (!made) return [];
  const stroke = made.inside ? (bar.sign ?? paper) : bar.fill;
  return [element(frame, 'path', { d: made.d, class: 'bound', fill: 'none', stroke, 'stroke-width': 1.6, ...attributes })];
}

/**
 * An option for a Plot mark that draws a rectangle a datum: ties each to its row, as `forRows` does, and puts the sign of its bound
 * inside its end.
 */
export function boundedRows<T extends Qualified>(
  data: readonly T[],
  rows: readonly unknown[],
  options: { readonly towards: Towards; readonly rowOf?: (datum: T) => unknown; readonly sign?: string },
): { render: RenderFunction } {
  const tie = forRows(data, rows, options.rowOf).render;
  return {
    render: (index, scales, values, dimensions, context, next) => {
      const group = tie(index, scales, values, dimensions, context, next);
      for (const [position, bar] of group ? [...group.children].entries() : []) {
        const datum = data[index[position] ?? -1];
        const box = Object.fromEntries(['x', 'y', 'width', 'height'].map((key) => [key, Number(bar.getAttribute(key))]));
        const made = datum && boundSign(box as unknown as Box, datum, options.towards);
        if (!made) continue;
        const sign = context.document.createElementNS('http://www.w3.org/2000/svg', 'path');
        const colour = bar.getAttribute('fill') ?? group?.getAttribute('fill') ?? paper;
        const look = {
          d: made.d,
          class: 'bound',
          fill: 'none',
          stroke: made.inside ? (options.sign ?? paper) : colour,
          'stroke-width': '1.6',
        };
        for (const [key, value] of Object.entries(look)) sign.setAttribute(key, value);
        const row = bar.getAttribute('data-row');
        if (row !== null) sign.setAttribute('data-row', row);
        bar.after(sign);
      }
      return group;
    },
  };
}

/** Signs as Plot's dots draw them: an arrow head, and two short strokes. */
const arrow = (sign: 1 | -1, upright: boolean) => ({
  draw: (context: CanvasPath): void => {
    const point = (along: number, beside: number): [number, number] => (upright ? [beside, -along * sign] : [along * sign, beside]);
    context.moveTo(...point(0, -3.5));
    context.lineTo(...point(3, 0));
    context.lineTo(...point(0, 3.5));
  },
});
const strokes = (upright: boolean) => ({
  draw: (context: CanvasPath): void => {
    for (const along of [0, 2.6]) {
      context.moveTo(...((upright ? [-3, -along] : [along, -3]) as [number, number]));
      context.lineTo(...((upright ? [3, -along] : [along, 3]) as [number, number]));
    }
  },
});

/**
 * Signs of bounds at marks that are points: over them where the scale is upright, else right of them; under or left of them for
 * "up to". `r` is the radius of the marks.
 */
export function boundTicks<T extends Qualified>(
  data: readonly T[],
  rows: readonly unknown[],
  place: {
    readonly x: (datum: T) => Date | number | string;
    readonly y: (datum: T) => number | string;
    readonly r: number;
    readonly upright: boolean;
    readonly stroke: string | ((datum: T) => string);
    readonly rowOf?: (datum: T) => unknown;
    readonly fx?: () => string;
    /** How far the marks themselves stand beside their place. */
    readonly dx?: number;
  },
): Markish[] {
  const { x, y, r, upright, stroke, rowOf, dx = 0, ...facet } = place;
  const draw = (own: readonly T[], symbol: { draw: (context: CanvasPath) => void }, away: number): Markish[] =>
    own.length === 0
      ? []
      : [
          dot(own, {
            x,
            y,
            symbol,
            stroke,
            strokeWidth: 1.5,
            fill: 'none',
            className: 'bound',
            ...(upright ? { dx, dy: -away } : { dx: dx + away }),
            ...facet,
            ...forRows(own, rows, rowOf),
          }),
        ];
  const gap = r + 2.5;
  return [
    ...draw(data.filter(isFloor), arrow(1, upright), gap),
    ...draw(data.filter(isCeiling), arrow(-1, upright), -gap),
    ...draw(
      data.filter(({ qualifier }) => qualifier === 'about'),
      strokes(upright),
      gap,
    ),
  ];
}
