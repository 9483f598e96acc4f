/** Colours and shapes with a meaning. The values are CSS custom properties, so that themes need no second drawing. */
import type { CounterGroup } from '../../data/counters.ts';

export const ink = 'var(--chart-ink)';
export const muted = 'var(--chart-muted)';
export const rule = 'var(--chart-rule)';
export const paper = 'var(--chart-paper)';
/** Around words of Plot's that cross lines. */
export const halo = { stroke: paper, strokeWidth: 4 } as const;
/** People held, and nothing else. */
export const held = 'var(--chart-held)';
/** The rings of people freed. */
export const freed = 'var(--chart-freed)';
/** People who died in custody: dark on light paper, an outlined dot on dark paper, never brighter than the living. */
export const died = { fill: 'var(--chart-died-fill)', stroke: 'var(--chart-died-stroke)' } as const;
/** What is known at second hand is the same mark, paler: an option for Plot's marks, and an attribute. */
export const secondHand = { opacity: 0.45 } as const;

/** Who counts has a colour and a shape, the same in every chart. No shape is a circle: a circle is a person. */
export const counterColour: Readonly<Record<CounterGroup, string>> = {
  rights_groups: 'var(--chart-rights)',
  official: 'var(--chart-official)',
  intergovernmental: 'var(--chart-un)',
  media_and_pollsters: 'var(--chart-media)',
};

export const counterSymbol: Readonly<Record<CounterGroup, 'diamond' | 'square' | 'triangle' | 'cross'>> = {
  rights_groups: 'diamond',
  official: 'square',
  intergovernmental: 'triangle',
  media_and_pollsters: 'cross',
};
