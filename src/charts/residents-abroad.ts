import { dot, line, type Markish } from '@observablehq/plot';
import { exile } from '../data/tables/exile.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { labelsAt } from './kit/captions.ts';
import { date, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { dateAndValue, ends, extremes, gapsOf } from './kit/findings.ts';
import { counterColour, counterSymbol, paper } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { attested, by, preferred } from './kit/tables.ts';
import { segments, utc } from './kit/time.ts';

/** Two countries that count people in a way of their own, each over years. */
const series = [
  { destination: 'Poland', metric: 'valid_residence_documents', hollow: false },
  { destination: 'Lithuania', metric: 'residents', hollow: true },
] as const;
/** Counts of one country further apart than this are not joined. */
const JOIN_WITHIN_DAYS = 300;

interface StockRow extends DatedRow {
  readonly destination: string;
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
}

/** Belarusians with valid papers in Poland, and resident in Lithuania, on the days for which a count is known. */
export const residentsAbroad = defineChart<StockRow>({
  id: 'residents-abroad',
  tables: ['exile'],
  height: { narrow: 340, wide: 360 },
  rows: ({ data }) =>
    series.flatMap(({ destination, metric }) =>
      preferred(data, exile)
        .filter((row) => row.destination === destination && row.metric === metric)
        .map((row) => {
          const precision = row.period === 'month' ? 'month' : 'day';
          const until = { iso: row.period_end, precision };
          return { destination, date: row.period_end, precision, value: row.value, ...attested(row), until };
        })
        .sort(by((row) => row.date)),
    ),
  columns: [
    { key: 'column-destination', cell: (row) => plain(row.destination) },
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const { words, narrow } = frame;
    const x = (row: StockRow): Date => utc(row.date);
    const y = (row: StockRow): number => row.value;
    const years = rows.map((row) => Number(row.date.slice(0, 4)));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const most = Math.ceil(Math.max(...rows.map(y)) / 50_000) * 50_000;
    const colour = counterColour.official;
    const marks = series.flatMap(({ destination, hollow }): Markish[] => {
      const own = rows.filter((row) => row.destination === destination);
      const { last, highest } = extremes(own, y, destination);
      // One kind of counter has one colour: the countries are told apart by full and hollow marks.
      const look = hollow ? { fill: paper, stroke: colour, strokeWidth: 1.4 } : { fill: colour };
      return [
        ...segments(own, JOIN_WITHIN_DAYS).map((piece) => line(piece, { x, y, stroke: colour, strokeWidth: 1.6 })),
        dot(own, { x, y, r: 3, symbol: counterSymbol.official, ...look, ...forRows(own, rows) }),
        ...boundTicks(own, rows, { x, y, r: 3, upright: true, stroke: colour }),
        findingText(frame, [last], (row) => words.number(row.value, row.qualifier), {
          x,
          y,
          dy: last === highest ? -20 : 24,
          dx: 6,
          textAnchor: 'end',
        }),
        labelsAt([last], (row) => words.label(`series-${row.destination}`), {
          x,
          y,
          dy: last === highest ? -40 : 44,
          dx: 6,
          textAnchor: 'end',
        }),
        ...(last === highest
          ? []
          : [
              labelsAt([highest], (row) => words.number(row.value, row.qualifier), {
                x,
                y,
                dy: -13,
                textAnchor: 'middle',
                fontWeight: 600,
              }),
            ]),
      ];
    });
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.number(100_000)),
      marginRight: 16,
      marginTop: 54,
      marginBottom: 28,
      x: { type: 'utc', domain: [utc(`${first}-01-01`), utc(`${last}-06-30`)], label: null },
      y: { domain: [0, most], label: null },
      marks: [
        ...countAxis(
          frame,
          [50_000, 100_000, 150_000].filter((tick) => tick <= most),
        ),
        yearAxis(frame, first, last, { every: narrow ? 2 : 1 }),
        ...marks,
      ],
    });
  },
  describe: (rows, words) =>
    series.map(({ destination }) => {
      const own = rows.filter((row) => row.destination === destination);
      const { first, last } = ends(own, destination);
      const { highest } = extremes(own, ({ value }) => value, destination);
      return words.sentence(destination, { count: words.number(own.length), ...gapsOf({ first, last, highest }, dateAndValue(words)) });
    }),
});
