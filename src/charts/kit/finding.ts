/** The number of the finding: what the title says, at its place on the drawing, as the strongest of the labels. */
import { type Markish, text } from '@observablehq/plot';
import { type Attributes, element } from './elements.ts';
import type { Frame } from './frame.ts';
import { ink, paper } from './palette.ts';

/** Size of a finding, in units of the drawing. */
export function findingSize(frame: Frame): number {
  return frame.narrow ? 18 : 20;
}

/** A finding on a drawing made by hand: its middle stands at `y`. */
export function findingLabel(
  frame: Frame,
  place: { readonly x: number; readonly y: number; readonly anchor?: 'start' | 'middle' | 'end' },
  words: string,
  attributes: Attributes = {},
): Element {
  return element(
    frame,
    'text',
    {
      x: place.x,
      y: place.y,
      dy: '0.35em',
      class: 'finding',
      'font-size': findingSize(frame),
      'font-weight': 600,
      'text-anchor': place.anchor ?? 'start',
      fill: ink,
      ...attributes,
    },
    words,
  );
}

interface Place<T> {
  readonly x?: ((datum: T) => Date | number | string) | number;
  readonly y?: ((datum: T) => Date | number | string) | number;
  readonly fx?: (datum: T) => string;
  readonly fy?: (datum: T) => string;
  readonly frameAnchor?: 'top-left' | 'top-right' | 'top' | 'bottom-left' | 'bottom-right' | 'bottom' | 'left' | 'right' | 'middle';
  readonly dx?: number;
  readonly dy?: number;
  readonly textAnchor?: 'start' | 'middle' | 'end';
  readonly lineAnchor?: 'top' | 'middle' | 'bottom';
  readonly fill?: string;
}

/** Findings at the marks of data, as a mark of Plot. */
export function findingText<T>(frame: Frame, data: readonly T[], words: (datum: T) => string, place: Place<T>): Markish {
  return text(data, {
    fill: ink,
    stroke: paper,
    strokeWidth: 4,
    fontSize: findingSize(frame),
    fontWeight: 600,
    className: 'finding',
    ...place,
    text: words,
  });
}
