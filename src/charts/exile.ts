/** Longer than 200 lines: three questions on one sheet, with ranges that the table keeps as two rows. */
import { barY, text } from '@observablehq/plot';
import type { CounterGroup } from '../data/counters.ts';
import { exile as exileTable } from '../data/tables/exile.ts';
import { countAxis, nameAxis, numberMargin } from './kit/axes.ts';
import { barList } from './kit/bar-list.ts';
import { labelAt, panelHead } from './kit/captions.ts';
import { date, label, number, words as plain, range } from './kit/cells.ts';
import { type ChartContext, type Dated, defineChart } from './kit/chart.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { noFigures } from './kit/no-figure.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { twoPanels } from './kit/panels.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, groupLookup } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

const YEARS = Array.from({ length: 12 }, (_, index) => String(2013 + index));
const PERMITS_HEIGHT = { narrow: 240, wide: 280 };

interface ExileRow {
  readonly metric: string;
  readonly destination: string;
  readonly start: string;
  readonly end: Dated;
  readonly span: boolean;
  /** `null`: no figure was found. Where the source gives a range, `low` is its lower end. */
  readonly value: number | null;
  readonly low: number | null;
  readonly qualifier: string;
  readonly counter: string;
  readonly group: CounterGroup;
  readonly sources: readonly string[];
  readonly until: Dated | null;
}

/** Three things that are called emigration: permits by year, people with papers in two countries, estimates of how many left. */
export const exile = defineChart<ExileRow>({
  id: 'exile',
  tables: ['exile'],
  height: { narrow: PERMITS_HEIGHT.narrow + 627, wide: PERMITS_HEIGHT.wide + 553 },
  rows: (context) => {
    const permits = of(context, 'first_residence_permits', ['European Union', 'Poland']).filter((row) => row.end.precision === 'year');
    const missing = YEARS.filter((year) => !permits.some((row) => row.end.iso.startsWith(year))).map((year) => ({
      metric: 'first_residence_permits',
      destination: 'European Union',
      start: `${year}-01-01`,
      end: { iso: `${year}-12-31`, precision: 'year' },
      span: false,
      value: null,
      low: null,
      qualifier: 'exact',
      counter: '',
      group: 'intergovernmental' as const,
      sources: [],
      until: null,
    }));
    return [
      ...[...permits, ...missing].sort((a, b) =>
        a.end.iso < b.end.iso ? -1 : a.end.iso > b.end.iso ? 1 : a.destination < b.destination ? -1 : 1,
      ),
      ...firstAndLast(of(context, 'valid_residence_documents', ['Poland'])),
      ...firstAndLast(of(context, 'residents', ['Lithuania'])),
      ...merged(of(context, 'left_since_2020', ['World'])),
    ];
  },
  columns: [
    { key: 'column-metric', cell: (row) => label(row.metric) },
    { key: 'column-destination', cell: (row) => plain(row.destination) },
    { key: 'column-from', cell: (row) => (row.span ? date(row.start, 'day') : plain('')) },
    { key: 'column-date', cell: (row) => date(row.end.iso, row.end.precision) },
    {
      key: 'column-value',
      cell: (row) =>
        row.value === null ? label('missing') : row.low === null ? number(row.value, row.qualifier) : range(row.low, row.value),
    },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) =>
    twoPanels(
      frame,
      PERMITS_HEIGHT[frame.size],
      (upper) => drawPermits(rows, upper),
      (lower) => drawBars(rows, lower),
    ),
  describe: (rows, words) => {
    const known = (metric: string, destination: string) =>
      rows.flatMap((row) =>
        row.metric === metric && row.destination === destination && row.value !== null ? [{ ...row, value: row.value }] : [],
      );
    const permits = known('first_residence_permits', 'European Union');
    const { lowest: least, highest: most } = extremes(permits, ({ value }) => value, 'permits');
    const value = (row: { readonly value: number; readonly qualifier: string }): string => words.number(row.value, row.qualifier);
    const endsOf = (key: string, metric: string, destination: string): string => {
      const { first, last } = ends(known(metric, destination), metric);
      return words.sentence(key, gapsOf({ first, last }, { value, date: (row) => words.date(row.end.iso, row.end.precision) }));
    };
    const missing = rows.filter((row) => row.value === null);
    return [
      words.sentence('permits', gapsOf({ least, most }, { year: (row) => words.date(row.end.iso, 'year'), value })),
      ...(missing.length > 0
        ? [words.sentence('gaps', { list: words.locale.list(missing.map((row) => words.date(row.end.iso, 'year'))) })]
        : []),
      endsOf('poland', 'valid_residence_documents', 'Poland'),
      endsOf('lithuania', 'residents', 'Lithuania'),
      words.sentence('estimates', {
        list: words.locale.list(known('left_since_2020', 'World').map((row) => `${row.counter} (${estimate(row, words)})`)),
      }),
    ];
  },
});

function of({ data }: ChartContext, metric: string, destinations: readonly string[]): ExileRow[] {
  const groupOf = groupLookup(data);
  return data
    .rows(exileTable)
    .filter((row) => (row.status === 'preferred' || isUpperEnd(row)) && row.metric === metric && destinations.includes(row.destination))
    .map((row) => {
      const end = {
        iso: row.period_end,
        precision: row.period === 'year' || row.period === 'month' ? row.period : precisionOf(row.period_end, row.period),
      };
      return {
        metric: row.metric,
        destination: row.destination,
        start: row.period_start,
        end,
        span: row.period === 'span',
        value: row.value,
        low: null,
        qualifier: row.qualifier,
        counter: row.counted_by,
        group: groupOf(row.counted_by),
        sources: [row.source_id],
        until: end,
      };
    })
    .sort(by((row) => row.end.iso));
}

/** The first and the last count of each year: some years have one, others one a month. */
function firstAndLast(rows: readonly ExileRow[]): ExileRow[] {
  const year = (row: ExileRow | undefined): string | undefined => row?.end.iso.slice(0, 4);
  return rows.filter((row, index) => year(rows[index - 1]) !== year(row) || year(rows[index + 1]) !== year(row));
}

/** The upper end of a range, which the table keeps beside the lower one. */
const isUpperEnd = (row: { readonly status: string; readonly metric: string; readonly qualifier: string }): boolean =>
  row.status === 'conflicting' && row.metric === 'left_since_2020' && row.qualifier === 'up_to';

/** An estimate speaks of a time by its month or year at best. */
function precisionOf(end: string, period: string): string {
  return period === 'span' ? (end.endsWith('-12-31') ? 'year' : 'month') : 'day';
}

/** An estimate and its upper bound in one source are the two ends of a range. */
function merged(estimates: readonly ExileRow[]): ExileRow[] {
  const high = (row: ExileRow) =>
    row.qualifier === 'up_to'
      ? undefined
      : estimates.find(
          (other) =>
            other.qualifier === 'up_to' && other.counter === row.counter && other.start === row.start && other.end.iso === row.end.iso,
        );
  return estimates
    .filter((row) => !estimates.some((other) => high(other) === row))
    .map((row) => {
      const top = high(row);
      return top ? { ...row, low: row.value, value: top.value, qualifier: 'exact' } : row;
    });
}

function estimate(row: ExileRow, words: Words): string {
  const top = words.number(row.value ?? 0, row.qualifier);
  const value = row.low === null ? top : `${words.number(row.low)}–${top}`;
  const year = row.start.slice(0, 4);
  const end = words.date(row.end.iso, row.end.precision);
  return year === '2020' ? words.label('estimate-by', { value, end }) : words.label('estimate-within', { value, start: year, end });
}

/** Permits of the Union by year, and Poland's part of them where it is known. */
function drawPermits(rows: readonly ExileRow[], frame: Frame): SVGSVGElement {
  const permits = rows.filter(({ metric }) => metric === 'first_residence_permits');
  const union = permits.filter((row) => row.destination === 'European Union' && row.value !== null);
  const poland = permits.filter((row) => row.destination === 'Poland');
  const missing = permits.filter((row) => row.value === null);
  const year = (row: ExileRow): string => row.end.iso.slice(0, 4);
  const inset = frame.narrow ? 3 : 7;
  const bar = { x: year, insetLeft: inset, insetRight: inset };
  const colour = counterColour.intergovernmental;
  return drawPlot(frame, {
    marginLeft: numberMargin(frame, '300,000'),
    marginRight: 2,
    marginTop: 52,
    marginBottom: 26,
    x: { type: 'band', domain: YEARS, padding: 0, label: null },
    y: { domain: [0, 320_000], label: null },
    marks: [
      ...countAxis(frame, [100_000, 200_000, 300_000]),
      nameAxis(
        YEARS.filter((_, index) => !frame.narrow || index % 3 === 0),
        { padding: 6 },
      ),
      barY(union, { ...bar, y1: 0, y2: 'value', fill: colour, fillOpacity: 0.35, stroke: colour, strokeWidth: 1, ...forRows(union, rows) }),
      barY(poland, { ...bar, y1: 0, y2: 'value', fill: colour, ...forRows(poland, rows) }),
      ...noFigures(missing, rows, { x: year }),
      text(missing, { x: year, y: 0, text: () => frame.words.label('missing-short'), dy: -8, fill: muted, fontSize: 12 }),
      text(union.slice(-3, -2), {
        x: year,
        y: 'value',
        text: () => frame.words.label('series-union'),
        dx: frame.narrow ? -14 : -30,
        dy: 6,
        textAnchor: 'end',
        fill: ink,
      }),
      ...labelAt(poland.at(-2), () => frame.words.label('series-poland'), {
        x: year,
        y: (row) => row.value ?? 0,
        dx: frame.narrow ? -14 : -30,
        dy: 34,
        textAnchor: 'end',
      }),
      ...panelHead(frame.words.label('first_residence_permits'), frame.words.label('about-permits'), numberMargin(frame, '300,000'), 50),
    ],
  });
}

/** People with papers in two countries, and estimates of how many left, on one scale. */
function drawBars(rows: readonly ExileRow[], frame: Frame): SVGSVGElement {
  const { words } = frame;
  const group = (metric: string) => {
    const bars = rows.flatMap((row) => (row.metric === metric && row.value !== null ? [{ ...row, row, value: row.value }] : []));
    const estimated = metric === 'left_since_2020';
    return {
      heading: words.label(metric),
      about: words.label(`about-${metric}`),
      stacked: estimated && frame.narrow,
      bars: bars.map((bar) => ({
        row: bar.row,
        label: !estimated
          ? words.date(bar.end.iso, bar.end.precision)
          : frame.narrow
            ? `${bar.counter}: ${estimate(bar.row, words)}`
            : bar.counter,
        value: bar.value,
        ...(bar.low === null ? {} : { low: bar.low }),
        qualifier: bar.qualifier,
        text: estimated ? (frame.narrow ? '' : estimate(bar.row, words)) : words.number(bar.value, bar.qualifier),
        fill: counterColour[bar.group],
      })),
    };
  };
  return barList(frame, ['valid_residence_documents', 'residents', 'left_since_2020'].map(group), rows, {
    unit: (frame.narrow ? 345 : 326) / 600_000,
    labelWidth: frame.narrow ? 146 : 150,
  });
}
