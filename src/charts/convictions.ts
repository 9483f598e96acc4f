/** Longer than 200 lines: two panels on one axis of time, totals as dated marks and years as bars, each with rows from a table of its own. */
import { dot, type Markish, rect, ruleY, text } from '@observablehq/plot';
import type { CounterGroup } from '../data/counters.ts';
import type { DataPackage } from '../data/package.ts';
import { convictions as table } from '../data/tables/convictions.ts';
import { sentences } from '../data/tables/sentences.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, roundTicks, yearAxis } from './kit/axes.ts';
import { boundedRows, boundTicks } from './kit/bounds.ts';
import { headAt, labelsAt } from './kit/captions.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type Dated, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { noFigures } from './kit/no-figure.ts';
import { counterColour, counterSymbol, ink, muted } from './kit/palette.ts';
import { twoPanels } from './kit/panels.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, groupLookup, onDay, preferred } from './kit/tables.ts';
import { gaps, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

const FROM = '2020-01-01';
/** The description names stretches without a total that are longer than this. */
const LONG_GAP_DAYS = 300;

interface Base {
  readonly start: string;
  readonly end: string;
  readonly counter: string;
  readonly group: CounterGroup;
  readonly sources: readonly string[];
  readonly until: Dated | null;
}

/** A total since 2020 on a day, or the people of one year; `null` where no count of the year was found. */
type ConvictionRow = Base &
  (
    | { readonly kind: 'total'; readonly value: number; readonly qualifier: string; readonly votes: readonly string[] }
    | { readonly kind: 'year'; readonly value: number | null; readonly qualifier: string }
  );
type Total = Extract<ConvictionRow, { kind: 'total' }>;
type Year = Extract<ConvictionRow, { kind: 'year' }>;

/** People convicted for political reasons: totals since 2020 as dated marks, and the people of each year. */
export const convictions = defineChart<ConvictionRow>({
  id: 'convictions',
  tables: ['convictions', 'sentences', 'presidential-results'],
  height: { narrow: 500, wide: 520 },
  rows: ({ data }) => [...totals(data), ...years(data)],
  columns: [
    { key: 'column-kind', cell: (row) => label(row.kind) },
    { key: 'column-period', cell: (row) => date(row.end, row.kind === 'year' ? 'year' : 'day') },
    { key: 'column-value', cell: (row) => valueCell(row) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) =>
    twoPanels(
      frame,
      250,
      (upper) => drawYears(rows, upper),
      (lower) => drawTotals(rows, lower),
    ),
  describe: (rows, words) => {
    const own = rows.filter((row) => row.kind === 'total').filter((row) => row.group === 'rights_groups');
    const others = rows.filter((row) => row.kind === 'total').filter((row) => row.group !== 'rights_groups');
    const counted = rows.flatMap((row) => (row.kind === 'year' && row.value !== null ? [{ ...row, value: row.value }] : []));
    const missing = rows.filter((row) => row.kind === 'year' && row.value === null);
    const { first, last } = ends(own, 'totals');
    const dated = own.map(({ end }) => ({ date: end }));
    const stretches = gaps(dated, LONG_GAP_DAYS).map(({ before, after }) =>
      words.label('gap', { from: words.date(before.date), to: words.date(after.date) }),
    );
    return [
      words.sentence('totals', {
        count: words.number(own.length),
        ...gapsOf({ first, last }, { date: (row) => words.date(row.end), value: (row) => words.number(row.value, row.qualifier) }),
      }),
      words.sentence('years', {
        list: words.locale.list(counted.map((row) => `${words.date(row.end, 'year')}: ${words.number(row.value, row.qualifier)}`)),
      }),
      words.sentence('others', {
        list: words.locale.list(
          others.map((row) => `${words.named(row.counter)}, ${words.number(row.value, row.qualifier)} (${words.date(row.end)})`),
        ),
      }),
      words.sentence('gaps', { list: words.locale.list(stretches) }),
      ...(missing.length > 0
        ? [words.sentence('not-found', { missing: words.locale.list(missing.map((row) => words.date(row.end, 'year'))) })]
        : []),
    ];
  },
});

function valueCell(row: ConvictionRow): Cell {
  return row.value === null ? label('missing') : number(row.value, row.qualifier);
}

/** Totals of people convicted since 2020, of any counter. An estimate of what is missing from a list is no count. */
function totals(data: DataPackage): Total[] {
  const groupOf = groupLookup(data);
  const marked = votes(data);
  return preferred(data, table)
    .filter((row) => row.metric === 'convicted' && row.period === 'cumulative' && row.basis !== 'estimate')
    .map((row) => ({
      kind: 'total' as const,
      start: row.period_start,
      end: row.period_end,
      value: row.value,
      qualifier: row.qualifier,
      counter: row.counted_by,
      group: groupOf(row.counted_by),
      votes: marked,
      sources: [row.source_id],
      until: onDay(row.period_end),
    }))
    .sort(by((row) => row.end));
}

function years(data: DataPackage): Year[] {
  const annual = preferred(data, sentences).filter(
    (row) => row.series === 'annual' && row.metric === 'convicted' && row.counted_by === 'Viasna',
  );
  const first = Number(FROM.slice(0, 4));
  const last = Math.max(
    ...[...annual, ...totals(data).map(({ end }) => ({ period_end: end }))].map((row) => Number(row.period_end.slice(0, 4))),
  );
  // Up to the last year that a count speaks of, whether it is counted as a year yet or not.
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => {
    const row = annual.find(({ period_end }) => period_end === `${year}-12-31`);
    return {
      kind: 'year',
      start: `${year}-01-01`,
      end: `${year}-12-31`,
      value: row?.value ?? null,
      qualifier: row?.qualifier ?? 'exact',
      counter: row?.counted_by ?? '',
      group: 'rights_groups',
      sources: row ? [row.source_id] : [],
      until: row ? { iso: row.period_end, precision: 'year' } : null,
    };
  });
}

const margins = (frame: Frame) => ({ marginLeft: numberMargin(frame, frame.words.number(8_000)), marginRight: 10 });
/** From the first year to the end of the last one. */
const time = (rows: readonly ConvictionRow[]) => {
  const last = rows.reduce((latest, { end }) => (end > latest ? end : latest), FROM);
  return { type: 'utc', domain: [utc(FROM), utc(`${last.slice(0, 4)}-12-31`)], label: null } as const;
};

function drawTotals(rows: readonly ConvictionRow[], frame: Frame): SVGSVGElement {
  const shown = rows.filter((row) => row.kind === 'total');
  const x = (row: Total): Date => utc(row.end);
  const colour = (row: Total): string => counterColour[row.group];
  const { words, narrow } = frame;
  const most = Math.max(...shown.map(({ value }) => value));
  const own = shown.filter(({ group }) => group === 'rights_groups');
  // A mark with its number, but for those in the thick of the row.
  const written = new Map([
    ...(narrow ? [] : ([[own[0], { dx: 9, dy: -3, anchor: 'start' }]] as const)),
    [own.find(({ end }) => end === '2024-05-31'), { dx: 10, dy: 8, anchor: 'start' }],
    [own.find(({ end }) => end === '2024-11-30'), { dx: -10, dy: -14, anchor: 'end' }],
    [own.at(-1), { dx: 10, dy: -16, anchor: 'end' }],
  ] as const);
  // On a phone there is no room for the bound in words beside each mark: the head of the panel tells what the arrow says.
  const said = ({ value, qualifier }: Total, key: string): string => words.number(value, narrow && key === 'mark' ? 'exact' : qualifier);
  const at = (row: Total, key: string, place: { dx: number; dy: number; anchor: 'start' | 'middle' | 'end' }, colour: string): Markish =>
    labelsAt([row], (d) => words.label(key, { value: said(d, key), counter: d.counter }), {
      x,
      y: (d) => d.value,
      dx: place.dx,
      dy: place.dy,
      textAnchor: place.anchor,
      lineHeight: 1.2,
      fill: colour,
      fontWeight: key === 'mark' ? 600 : 400,
    });
  return drawPlot(frame, {
    ...margins(frame),
    marginTop: 58,
    marginBottom: 26,
    x: time(rows),
    y: { domain: [0, most * 1.075], label: null },
    marks: [
      headAt(words.label('panel-total'), { dx: -margins(frame).marginLeft + 2, dy: -54 }),
      ...countAxis(frame, roundTicks(most, 4)),
      yearAxis(frame, Number(FROM.slice(0, 4)), time(rows).domain[1].getUTCFullYear(), { every: narrow ? 2 : 1 }),
      ...voteMarks(shown[0]?.votes ?? [], frame, { from: FROM }),
      ...boundTicks(shown, rows, { x, y: ({ value }) => value, r: 3.6, upright: true, stroke: colour }),
      dot(shown, {
        x,
        y: 'value',
        r: 3.6,
        symbol: (row: Total) => counterSymbol[row.group],
        fill: colour,
        ...forRows(shown, rows),
      }),
      ...[...written].flatMap(([row, place]) => (row ? [at(row, 'mark', place, ink)] : [])),
      ...shown
        .filter(({ group }) => group !== 'rights_groups')
        .map((row) =>
          at(
            row,
            'other',
            row.value > 2000 ? { dx: -9, dy: -4, anchor: 'end' } : { dx: narrow ? -22 : -40, dy: narrow ? -26 : -36, anchor: 'start' },
            counterColour[row.group],
          ),
        ),
    ],
    symbol: { type: 'identity' },
    color: { type: 'identity' },
  });
}

function drawYears(rows: readonly ConvictionRow[], frame: Frame): SVGSVGElement {
  const shown = rows.filter((row) => row.kind === 'year');
  const counted = shown.filter(({ value }) => value !== null);
  const missing = shown.filter(({ value }) => value === null);
  const { highest } = extremes(
    counted.map((row) => ({ row, value: row.value ?? 0 })),
    ({ value }) => value,
    'years',
  );
  const inset = frame.narrow ? 4 : 12;
  const box = { x1: (row: Year) => utc(row.start), x2: (row: Year) => utc(row.end), insetLeft: inset, insetRight: inset };
  const middle = (row: Year): Date => utc(`${row.end.slice(0, 4)}-07-02`);
  const { words } = frame;
  return drawPlot(frame, {
    ...margins(frame),
    marginTop: 58,
    marginBottom: 28,
    x: { ...time(rows), axis: null },
    y: { domain: [0, highest.value], label: null },
    marks: [
      headAt(words.label('panel-years'), { dx: -margins(frame).marginLeft + 2, dy: -54 }),
      ...countAxis(frame, roundTicks(highest.value, 1)).slice(0, 2),
      rect(counted, {
        ...box,
        y1: 0,
        y2: (row: Year) => row.value ?? 0,
        fill: counterColour.rights_groups,
        ...boundedRows(counted, rows, { towards: 'up' }),
      }),
      ruleY([0], { stroke: muted }),
      ...noFigures(missing, rows, { x: middle }),
      findingText(frame, [highest.row], (row) => words.number(row.value ?? 0, row.qualifier), {
        x: middle,
        y: (row) => row.value ?? 0,
        dy: -21,
      }),
      labelsAt(
        counted.filter((row) => row !== highest.row),
        (row) => words.number(row.value ?? 0),
        {
          x: middle,
          y: (row) => row.value ?? 0,
          dy: -11,
          fontSize: frame.narrow ? 12 : 14,
          fontWeight: 600,
        },
      ),
      text(shown, { x: middle, y: 0, text: (row: Year) => row.end.slice(0, 4), dy: 14, fill: muted }),
    ],
  });
}
