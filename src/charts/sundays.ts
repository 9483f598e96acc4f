/** Longer than 200 lines: two panels, with rows from two tables whose counters are never merged. */
import { dot, type Markish, ruleX, ruleY, text, tickY } from '@observablehq/plot';
import type { DataPackage } from '../data/package.ts';
import { detentions } from '../data/tables/detentions.ts';
import { protestSizes } from '../data/tables/protest-sizes.ts';
import { countAxis, nameAxis, numberMargin } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { headAt, seriesKey } from './kit/captions.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { shortMonth } from './kit/months.ts';
import { counterColour, counterSymbol, muted } from './kit/palette.ts';
import { twoPanels } from './kit/panels.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { onDay, preferred } from './kit/tables.ts';
import { weeksBetween } from './kit/time.ts';
import type { Words } from './kit/words.ts';

const FIRST_SUNDAY = '2020-08-16';
const LAST_SUNDAY = '2020-12-20';

interface Count {
  readonly value: number;
  readonly qualifier: string;
  readonly counted_by: string;
  readonly place: string;
  readonly source_id: string;
}

interface SundayRow extends DatedRow {
  readonly date: string;
  readonly lowest: Count | null;
  readonly highest: Count | null;
  readonly ministry: Count | null;
  readonly viasna: Count | null;
}

/** Each Sunday of autumn 2020: the range of crowd estimates for Minsk, and the detained by two counters, never merged. */
export const sundays = defineChart<SundayRow>({
  id: 'sundays',
  tables: ['protest-sizes', 'detentions'],
  height: { narrow: 450, wide: 440 },
  rows: ({ data }) =>
    weeksBetween(FIRST_SUNDAY, LAST_SUNDAY).map((sunday) => {
      const estimates = crowds(data, sunday);
      const lowest = estimates[0] ?? null;
      const highest = estimates.at(-1) ?? null;
      const ministry = detained(data, sunday, 'Interior Ministry');
      const viasna = detained(data, sunday, 'Viasna');
      const sources = [lowest, highest, ministry, viasna].flatMap((count) => (count ? [count.source_id] : []));
      return { date: sunday, lowest, highest, ministry, viasna, sources: [...new Set(sources)], until: onDay(sunday) };
    }),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date) },
    { key: 'column-crowd-low', cell: (row) => countCell(row.lowest) },
    { key: 'column-crowd-low-by', cell: (row) => counterCell(row.lowest) },
    { key: 'column-crowd-high', cell: (row) => countCell(row.highest) },
    { key: 'column-crowd-high-by', cell: (row) => counterCell(row.highest) },
    { key: 'column-ministry', cell: (row) => countCell(row.ministry) },
    { key: 'column-ministry-place', cell: (row) => placeCell(row.ministry) },
    { key: 'column-viasna', cell: (row) => countCell(row.viasna) },
    { key: 'column-viasna-place', cell: (row) => placeCell(row.viasna) },
  ],
  draw: (rows, frame) =>
    twoPanels(
      frame,
      175,
      (upper) => drawCrowds(rows, upper),
      (lower) => drawDetained(rows, lower),
    ),
  describe: (rows, words) => {
    const both = rows.flatMap((row) =>
      row.ministry?.place === 'Belarus' && row.viasna?.place === 'Belarus'
        ? [{ ministry: row.ministry.value, viasna: row.viasna.value }]
        : [],
    );
    const counts = rows.flatMap((row) => [row.ministry, row.viasna].flatMap((count) => (count ? [{ ...count, date: row.date }] : [])));
    const crowds = rows.flatMap((row) => (row.highest ? [{ ...row.highest, date: row.date }] : []));
    const { highest } = extremes(counts, ({ value }) => value, 'Sundays');
    const { highest: crowd } = extremes(crowds, ({ value }) => value, 'Sundays');
    const said = {
      value: (row: Count): string => words.number(row.value, row.qualifier),
      'counted-by': (row: Count): string => row.counted_by,
      date: (row: { readonly date: string }): string => words.date(row.date),
    };
    const lacking = (of: 'ministry' | 'viasna'): string =>
      words.locale.list(rows.filter((row) => row[of] === null).map((row) => words.date(row.date)));
    const known = (of: 'ministry' | 'viasna' | 'highest'): string => words.number(rows.filter((row) => row[of] !== null).length);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        'first-date': words.date(FIRST_SUNDAY),
        'last-date': words.date(LAST_SUNDAY),
        'ministry-count': known('ministry'),
        'viasna-count': known('viasna'),
        'crowd-count': known('highest'),
      }),
      words.sentence('extremes', gapsOf({ highest, 'highest-crowd': crowd }, said)),
      words.sentence('compare', {
        'both-count': words.number(both.length),
        'ministry-higher-count': words.number(both.filter(({ ministry, viasna }) => ministry > viasna).length),
      }),
      words.sentence('gaps', { 'ministry-missing-list': lacking('ministry'), 'viasna-missing-list': lacking('viasna') }),
    ];
  },
});

/** Estimates of the protest crowd in Minsk on a day, smallest first. Both ends of a range that one source gives are estimates. */
function crowds(data: DataPackage, day: string): Count[] {
  return data
    .rows(protestSizes)
    .filter(
      (row) =>
        row.date === day &&
        row.place === 'Minsk' &&
        !/^Pro-government/.test(row.event) &&
        (row.status === 'preferred' || row.status === 'conflicting'),
    )
    .toSorted((a, b) => a.value - b.value);
}

/** A counter's figure for the country, else the one for Minsk, which is told apart wherever it is shown. */
function detained(data: DataPackage, day: string, counter: string): Count | null {
  const rows = preferred(data, detentions).filter((row) => row.date === day && row.counted_by === counter);
  return rows.find(({ place }) => place === 'Belarus') ?? rows.find(({ place }) => place.startsWith('Minsk')) ?? null;
}

const countCell = (count: Count | null): Cell => (count ? number(count.value, count.qualifier) : label('no-figure'));
const counterCell = (count: Count | null): Cell => plain(count?.counted_by ?? '');
const placeCell = (count: Count | null): Cell => plain(count?.place ?? '');

function sundayAxis(rows: readonly SundayRow[], frame: Frame): Markish {
  const shown = rows.filter((_, index) => index % (frame.narrow ? 4 : 2) === 0).map((row) => row.date);
  return nameAxis(shown, { padding: 8, name: (iso) => `${Number(iso.slice(8))} ${shortMonth(iso, frame.words.locale)}` });
}

function drawCrowds(rows: readonly SundayRow[], frame: Frame): SVGSVGElement {
  const x = 'date';
  const ranges = rows.flatMap((row) => (row.lowest && row.highest ? [{ row, date: row.date, low: row.lowest, high: row.highest }] : []));
  const ends = ranges.flatMap(({ row, low, high }) => [low, high].map((count) => ({ row, date: row.date, ...count })));
  return drawPlot(frame, {
    marginLeft: numberMargin(frame, '400,000'),
    marginRight: 14,
    marginTop: 34,
    marginBottom: 10,
    x: { type: 'band', domain: rows.map((row) => row.date), label: null, padding: 0, axis: null },
    y: { domain: [0, 400_000], label: null },
    marks: [
      ...countAxis(frame, [200_000, 400_000]),
      ruleX(ranges, {
        x,
        y1: (d: (typeof ranges)[number]) => d.low.value,
        y2: (d: (typeof ranges)[number]) => d.high.value,
        stroke: counterColour.media_and_pollsters,
        strokeWidth: 3,
      }),
      tickY(ends, {
        x,
        y: 'value',
        stroke: counterColour.media_and_pollsters,
        strokeWidth: 2,
        insetLeft: frame.narrow ? 4 : 11,
        insetRight: frame.narrow ? 4 : 11,
        ...forRows(ends, rows, ({ row }) => row),
      }),
      headAt(frame.words.label('panel-crowd'), { dy: -30 }),
    ],
  });
}

function drawDetained(rows: readonly SundayRow[], frame: Frame): SVGSVGElement {
  const shift = frame.narrow ? 4 : 7;
  const series = [
    { key: 'series-ministry', of: 'ministry', group: 'official', dx: -shift },
    { key: 'series-viasna', of: 'viasna', group: 'rights_groups', dx: shift },
  ] as const;
  const marks = series.flatMap(({ of, group, dx }): Markish[] => {
    const counts = rows.flatMap((row) => (row[of] ? [{ row, date: row.date, ...row[of] }] : []));
    const minskOnly = counts.filter(({ place }) => place !== 'Belarus');
    const colour = counterColour[group];
    return [
      ruleX(counts, { x: 'date', y1: 0, y2: 'value', dx, stroke: colour, strokeWidth: 1, ...forRows(counts, rows, ({ row }) => row) }),
      dot(counts, {
        x: 'date',
        y: 'value',
        dx,
        r: frame.narrow ? 3 : 4,
        symbol: counterSymbol[group],
        fill: colour,
        ...forRows(counts, rows, ({ row }) => row),
      }),
      ...boundTicks(counts, rows, {
        x: ({ date }) => date,
        y: ({ value }) => value,
        r: 4,
        upright: true,
        stroke: colour,
        dx,
        rowOf: ({ row }) => row,
      }),
      text(minskOnly, { x: 'date', y: 'value', dx, dy: -11, text: () => frame.words.label('minsk-only-short'), fill: muted, fontSize: 12 }),
    ];
  });
  return drawPlot(frame, {
    marginLeft: numberMargin(frame, '400,000'),
    marginRight: 14,
    marginTop: frame.narrow ? 78 : 58,
    marginBottom: 32,
    x: { type: 'band', domain: rows.map((row) => row.date), label: null, padding: 0 },
    y: { domain: [0, 1200], label: null },
    marks: [
      ...countAxis(frame, [500, 1000]),
      sundayAxis(rows, frame),
      ...marks,
      ruleY([0], { stroke: muted }),
      ...legend(frame.words, frame),
    ],
  });
}

/** Names of the series in their colours, and what an open mark and the letter mean. */
function legend(words: Words, frame: Frame): Markish[] {
  const top = frame.narrow ? -54 : -34;
  return [
    headAt(words.label('panel-detained'), { dy: top - 20 }),
    ...seriesKey(words.label('series-ministry'), 'official', 0, top),
    ...seriesKey(words.label('series-viasna'), 'rights_groups', 130, top),
    text([words.label('open-mark')], {
      frameAnchor: 'top-left',
      dx: frame.narrow ? 0 : 210,
      dy: frame.narrow ? top + 20 : top,
      fill: muted,
      textAnchor: 'start',
    }),
  ];
}
