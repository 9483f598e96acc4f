import type { CounterGroup } from '../data/counters.ts';
import { exile } from '../data/tables/exile.ts';
import { isCeiling, isFloor } from './kit/bounds.ts';
import { date, number, words as plain, range } from './kit/cells.ts';
import { type ChartContext, type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted, rule } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { by, groupLookup } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

interface EstimateRow extends DatedRow {
  readonly counter: string;
  readonly group: CounterGroup;
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly qualifier: string;
  /** Where the source gives a range: its lower end. */
  readonly low: number | null;
}

/** Named estimates of how many have left, each at its value on one scale. */
export const leftEstimates = defineChart<EstimateRow>({
  id: 'left-estimates',
  tables: ['exile'],
  rows: (context) => estimates(context),
  columns: [
    { key: 'column-by', cell: (row) => plain(row.counter) },
    { key: 'column-from', cell: (row) => date(row.start, 'year') },
    { key: 'column-to', cell: (row) => date(row.end, 'month') },
    { key: 'column-value', cell: (row) => (row.low === null ? number(row.value, row.qualifier) : range(row.low, row.value)) },
  ],
  draw: (rows, frame) => drawEstimates(rows, frame),
  describe: (rows, words) => [
    words.sentence('list', {
      list: words.locale.list(
        rows.map((row) => words.label('by', { counter: row.counter, value: said(row, words), end: words.date(row.end, 'month') })),
      ),
    }),
    words.sentence('why'),
  ],
});

/** The preferred estimates; an upper end that the table keeps beside a lower one makes a range of the two. */
function estimates({ data }: ChartContext): EstimateRow[] {
  const groupOf = groupLookup(data);
  const all = data.rows(exile).filter((row) => row.metric === 'left_since_2020' && row.destination === 'World');
  return all
    .filter((row) => row.status === 'preferred')
    .map((row) => {
      const top = all.find(
        (other) =>
          other.status === 'conflicting' && isCeiling(other) && other.counted_by === row.counted_by && other.period_end === row.period_end,
      );
      return {
        counter: row.counted_by,
        group: groupOf(row.counted_by),
        start: row.period_start,
        end: row.period_end,
        value: top?.value ?? row.value,
        qualifier: top?.qualifier ?? row.qualifier,
        low: top ? row.value : null,
        sources: [...new Set([row.source_id, ...(top ? [top.source_id] : [])])],
        until: { iso: row.period_end, precision: 'month' },
      };
    })
    .sort(by((row) => `${String(row.value).padStart(9, '0')} ${isCeiling(row) ? 0 : 1} ${row.end}`));
}

function said(row: EstimateRow, words: Words): string {
  const top = words.number(row.value, row.qualifier);
  return row.low === null ? top : words.label('range', { low: words.number(row.low), high: top });
}

function drawEstimates(rows: readonly EstimateRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { narrow, words } = frame;
  const most = Math.max(...rows.map(({ value }) => value));
  const [from, to] = narrow ? [8, frame.width - 30] : [262, frame.width - 164];
  const x = (value: number): number => from + ((to - from) * value) / most;
  const step = narrow ? 60 : 44;
  const top = narrow ? 34 : 20;
  const bottom = top + (rows.length - 1) * step + 16;
  for (let value = 0; value <= most; value += 200_000)
    svg.append(
      element(frame, 'line', { x1: x(value), x2: x(value), y1: 2, y2: bottom, stroke: value === 0 ? muted : rule }),
      write(frame, words.number(value), x(value), bottom + 12, {
        fill: muted,
        'text-anchor': value === 0 ? 'start' : 'middle',
        'font-size': 12,
      }),
    );
  for (const [index, row] of rows.entries()) {
    const own = { 'data-row': index };
    const y = top + index * step;
    const name = words.label('named', { counter: row.counter, end: words.date(row.end, 'month') });
    const end = x(row.value);
    const stroke = counterColour[row.group];
    const look = { fill: 'none', stroke, 'stroke-width': 2.4, ...own };
    svg.append(
      narrow
        ? write(frame, name, from + 6, y - 20, { fill: ink, ...own })
        : write(frame, name, from - 14, y, { fill: ink, 'text-anchor': 'end', ...own }),
    );
    const low = row.low === null ? '' : `M${x(row.low)},${y - 8}v16M${x(row.low)},${y}H${end}`;
    // The sign of the bound points away from the value, or back from it, on the same line.
    const away = isFloor(row) ? `M${end + 4},${y - 4}l4,4l-4,4` : isCeiling(row) ? `M${end - 4},${y - 4}l-4,4l4,4` : '';
    svg.append(element(frame, 'path', { d: `${low}M${end},${y - 8}v16${away}`, ...look }));
    const strong = row === rows[0] || row.value === most;
    const text = words.number(row.value, row.qualifier);
    const right =
      narrow && end > from + 190 ? { x: x(row.low ?? row.value) - 12, anchor: 'end' as const } : { x: end + 14, anchor: 'start' as const };
    svg.append(
      strong
        ? findingLabel(frame, { ...right, y }, text, own)
        : write(frame, text, right.x, y, { fill: ink, 'font-weight': 600, 'text-anchor': right.anchor, ...own }),
    );
    if (row.low !== null && !narrow)
      svg.append(write(frame, words.number(row.low), x(row.low) - 10, y, { fill: ink, 'font-weight': 600, 'text-anchor': 'end', ...own }));
  }
  return endSheet(svg, bottom + 26);
}
