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

/** Who counts has a colour and a shape, the same in every chart. */
export const counterColour: Readonly<Record<CounterGroup, string>> = {
  rights_groups: 'var(--chart-rights)',
  official: 'var(--chart-official)',
  intergovernmental: 'var(--chart-un)',
  media_and_pollsters: 'var(--chart-media)',
};

export const counterSymbol: Readonly<Record<CounterGroup, 'circle' | 'square' | 'triangle' | 'diamond'>> = {
  rights_groups: 'circle',
  official: 'square',
  intergovernmental: 'triangle',
  media_and_pollsters: 'diamond',
};
