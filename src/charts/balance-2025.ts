import { link, type Markish, rect, ruleX, text } from '@observablehq/plot';
import { type Figure, sourceIdsOf } from '../figures/figure.ts';
import type { Figures } from '../figures/figures.ts';
import { boundedRows } from './kit/bounds.ts';
import { date, label, number } from './kit/cells.ts';
import { type Dated, type DatedRow, defineChart } from './kit/chart.ts';
import { findingSize } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted, paper, held as red } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';

const END_OF_YEAR: Dated = { iso: '2025-12-31', precision: 'month' };

/** `stock`: people held on a day. `in`, `out`: people who came and left since. `result`: what our arithmetic leaves. */
type Kind = 'stock' | 'in' | 'out' | 'result';

/** The steps of the sum, from the first count to the last: each is a figure of `figures.yml`. */
const steps: readonly { readonly key: string; readonly kind: Kind; readonly figure: string }[] = [
  { key: 'start', kind: 'stock', figure: 'held-end-of-2024' },
  { key: 'recognised', kind: 'in', figure: 'recognised-2025' },
  { key: 'pardoned', kind: 'out', figure: 'pardoned-2025' },
  { key: 'served', kind: 'out', figure: 'served-term-2025' },
  { key: 'result', kind: 'result', figure: 'held-by-arithmetic-2025' },
  { key: 'end', kind: 'stock', figure: 'held-end-of-2025' },
];

interface StepRow extends DatedRow {
  readonly key: string;
  readonly kind: Kind;
  readonly value: number;
  readonly qualifier: string;
  /** Where the bar begins and ends, in people. */
  readonly low: number;
  readonly high: number;
  /** The level that the bar leaves behind, where the next one begins. */
  readonly level: number;
}

/** What came to and went from the number of people held in 2025, and what is left of it by our arithmetic. */
export const balance2025 = defineChart<StepRow>({
  id: 'balance-2025',
  tables: ['political-prisoners', 'newly-recognised', 'release-totals'],
  height: { narrow: 330, wide: 270 },
  rows: ({ figures }) => {
    let level = 0;
    return steps.map(({ key, kind, figure: id }) => {
      const figure = known(figures, id);
      const before = level;
      level = kind === 'in' ? before + figure.value : kind === 'out' ? before - figure.value : figure.value;
      const moved = kind === 'in' || kind === 'out';
      return {
        key,
        kind,
        value: figure.value,
        qualifier: figure.qualifier,
        low: moved ? Math.min(before, level) : 0,
        high: moved ? Math.max(before, level) : level,
        level,
        sources: sourceIdsOf(figure),
        until: figure.date ? { iso: figure.date.iso, precision: figure.date.precision } : END_OF_YEAR,
      };
    });
  },
  columns: [
    { key: 'column-step', cell: (row) => label(row.key) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-kind', cell: (row) => label(`kind-${row.kind}`) },
    { key: 'column-until', cell: (row) => date(row.until.iso, row.until.precision) },
  ],
  draw: (rows, frame) => {
    const { narrow, fontSize } = frame;
    const y1 = (row: StepRow): number => rows.indexOf(row) + (narrow ? 0.46 : 0.2);
    const y2 = (row: StepRow): number => rows.indexOf(row) + (narrow ? 0.92 : 0.82);
    const middle = (row: StepRow): number => (y1(row) + y2(row)) / 2;
    const bars = (kinds: readonly Kind[]): StepRow[] => rows.filter(({ kind }) => kinds.includes(kind));
    const connectors = rows.slice(1).flatMap((row, index) => {
      const before = rows[index];
      return before && row.kind !== 'stock' ? [{ x: before.level, from: y2(before), to: y1(row) }] : [];
    });
    const box = { x1: 'low', x2: 'high', y1, y2 };
    const outline = bars(['out']);
    const result = bars(['result']);
    const full = bars(['stock', 'in']);
    return drawPlot(frame, {
      marginLeft: narrow ? 2 : 236,
      marginRight: narrow ? 4 : 30,
      marginTop: 2,
      marginBottom: 2,
      x: { domain: [0, Math.max(...rows.map(({ high }) => high)) * (narrow ? 1.04 : 1.13)], axis: null },
      y: { domain: [0, rows.length], reverse: true, axis: null },
      marks: [
        link(connectors, { x: 'x', y1: 'from', y2: 'to', stroke: muted }),
        rect(full, { ...box, fill: red, ...forRows(full, rows) }),
        rect(outline, {
          ...box,
          fill: paper,
          stroke: ink,
          strokeWidth: 1.8,
          ...boundedRows(outline, rows, { towards: 'left', sign: ink }),
        }),
        rect(result, { ...box, fill: paper, stroke: red, strokeWidth: 1.6, strokeDasharray: '5 3', ...forRows(result, rows) }),
        ...(narrow ? [] : [ruleX([0], { stroke: muted })]),
        ...values(rows, middle, frame),
        text(rows, {
          x: 0,
          y: narrow ? y1 : middle,
          text: (row: StepRow) => frame.words.label(row.key),
          textAnchor: narrow ? 'start' : 'end',
          dx: narrow ? 0 : -10,
          dy: narrow ? -fontSize * 0.72 : 0,
          fill: ink,
        }),
      ],
    });
  },
  describe: (rows, words) => {
    const gap = (row: StepRow): [string, string] => [row.key, words.number(row.value, row.qualifier)];
    return [
      words.sentence('sum', Object.fromEntries(rows.map(gap))),
      words.sentence('compare', Object.fromEntries(rows.map(gap))),
      words.sentence('bounds'),
    ];
  },
});

function known(figures: Figures, id: string): Figure {
  const figure = figures.get(id);
  if (!figure) throw new RangeError(`expected the figure ${id}, found none`);
  return figure;
}

/** The number at the end of its bar, with the sign of its step. */
function values(rows: readonly StepRow[], middle: (row: StepRow) => number, frame: Frame): Markish[] {
  const inside = rows.filter(({ kind }) => kind !== 'out');
  const outside = rows.filter(({ kind }) => kind === 'out');
  const say = (row: StepRow): string => frame.words.label(`value-${row.kind}`, { value: frame.words.number(row.value, row.qualifier) });
  // What the title says is the strongest of the numbers.
  const strong = ({ key }: StepRow): boolean => key === 'recognised' || key === 'pardoned';
  return [true, false].flatMap((finding) => {
    const of = (list: readonly StepRow[]): StepRow[] => list.filter((row) => strong(row) === finding);
    const size = finding ? { className: 'finding', fontSize: findingSize(frame) } : {};
    const common = { y: middle, text: say, fontWeight: 600, ...size };
    return [
      text(of(inside), { ...common, x: 'high', textAnchor: 'end', dx: -8, fill: (row: StepRow) => (row.kind === 'result' ? ink : paper) }),
      frame.narrow
        ? text(of(outside), { ...common, x: 'low', textAnchor: 'end', dx: -8, fill: ink })
        : text(of(outside), { ...common, x: 'high', textAnchor: 'start', dx: 8, fill: ink }),
    ];
  });
}
