import { dot, line, type Markish } from '@observablehq/plot';
import { sanctions as sanctionsTable } from '../data/tables/sanctions.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, roundTicks, yearAxis } from './kit/axes.ts';
import { labelAt } from './kit/captions.ts';
import { type Cell, date, label, number } from './kit/cells.ts';
import { type ChartContext, type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { ends, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { noFigures } from './kit/no-figure.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { onDay, preferred } from './kit/tables.ts';
import { utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

const kinds = ['people', 'entities'] as const;
type Kind = (typeof kinds)[number];

interface ListRow extends DatedRow {
  readonly kind: Kind;
  readonly date: string;
  readonly precision: string;
  /** How many stand on the list from that day; `null` where only the decision was seen. */
  readonly listed: number | null;
  readonly added: number | null;
  readonly qualifier: string;
  /** The total that the decision comes to by our own sum, where it was not seen. */
  readonly sum: number;
  /** Nothing changed unseen since the total before: it is the same, or the decision explains the difference. */
  readonly explained: boolean;
  /** From a page that was not opened: joined to nothing. */
  readonly doubtful: boolean;
  readonly votes: readonly string[];
}

/** People and entities on the European Union's list over Belarus, in steps between the days for which totals are known. */
export const sanctions = defineChart<ListRow>({
  id: 'sanctions',
  tables: ['sanctions', 'presidential-results'],
  height: { narrow: 360, wide: 380 },
  rows: (context) => kinds.flatMap((kind) => list(context, kind)),
  columns: [
    { key: 'column-kind', cell: (row) => label(row.kind) },
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-listed', cell: (row): Cell => (row.listed === null ? label('not-seen') : number(row.listed)) },
    { key: 'column-added', cell: (row): Cell => (row.added === null ? label('not-seen') : number(row.added, row.qualifier)) },
  ],
  draw: (rows, frame) => {
    const lastYear = Math.max(...rows.map((row) => Number(row.date.slice(0, 4))));
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.number(Math.max(...rows.map(height)))),
      marginRight: frame.narrow ? 22 : 30,
      marginTop: 34,
      marginBottom: 28,
      x: {
        type: 'utc',
        domain: [utc('2020-07-01'), utc(`${lastYear}-12-31`)],
        label: null,
      },
      y: { domain: [0, Math.max(...rows.map(height)) * 1.08], label: null },
      marks: [
        ...countAxis(frame, roundTicks(Math.max(...rows.map(height)))),
        yearAxis(frame, 2021, lastYear),
        ...voteMarks(rows[0]?.votes ?? [], frame, { from: '2020-08-01', label: 'vote', rise: 4, dy: -17 }),
        ...kinds.flatMap((kind) => series(rows, kind, frame)),
      ],
    });
  },
  describe: (rows, words) =>
    kinds.map((kind) => {
      const totals = rows.flatMap((row) =>
        row.kind === kind && row.listed !== null && !row.doubtful ? [{ ...row, listed: row.listed }] : [],
      );
      const { first, last } = ends(totals, `totals of ${kind}`);
      return words.sentence(kind, {
        count: words.number(totals.length),
        ...gapsOf({ first, last }, { value: (row) => words.number(row.listed), date: (row) => words.date(row.date, row.precision) }),
        unseen: words.number(totals.slice(1).filter(({ explained }) => !explained).length),
      });
    }),
});

/** The dated totals of one kind, and the decisions whose total was not seen. */
function list({ data }: ChartContext, kind: Kind): ListRow[] {
  const table = preferred(data, sanctionsTable).filter((row) => row.imposed_by === 'EU');
  const days = [...new Set(table.filter(({ metric }) => metric.startsWith(kind)).map((row) => row.date))].sort();
  const marked = votes(data);
  let before = 0;
  let complete = true;
  return days.map((day) => {
    const listed = table.find((row) => row.date === day && row.metric === `${kind}_listed`);
    const added = table.find((row) => row.date === day && row.metric === `${kind}_added`);
    const sum = before + (added?.value ?? 0);
    const row = {
      kind,
      date: day,
      precision: listed?.date_precision ?? added?.date_precision ?? 'day',
      listed: listed?.value ?? null,
      added: added?.value ?? null,
      qualifier: added?.qualifier ?? 'exact',
      sum,
      explained: complete && listed?.value === sum,
      doubtful: listed?.confidence === 'low',
      sources: [...new Set([listed, added].flatMap((found) => (found ? [found.source_id] : [])))],
      until: onDay(day),
      votes: marked,
    };
    // After a decision whose total was not seen, the next total can't be said to follow from the one before.
    complete = listed !== undefined;
    if (listed) before = listed.value;
    return row;
  });
}

const x = (row: ListRow): Date => utc(row.date);
const height = (row: ListRow): number => row.listed ?? row.sum;

/** A kind's steps, from each total that is known; a day without one, or with one from a page that was not opened, is a stroke through the axis. */
function series(rows: readonly ListRow[], kind: Kind, frame: Frame): Markish[] {
  const totals = rows.filter((row) => row.kind === kind && row.listed !== null && !row.doubtful);
  const apart = rows.filter((row) => row.kind === kind && !totals.includes(row));
  const stroke = counterColour.intergovernmental;
  const { first, last } = ends(totals, `totals of ${kind}`);
  const main = kind === 'people';
  return [
    ...noFigures(apart, rows, { x }),
    line(totals, { x, y: height, curve: 'step-after', stroke, strokeWidth: main ? 2.6 : 1.4 }),
    dot(totals, { x, y: height, r: main ? 3.4 : 2.6, symbol: counterSymbol.intergovernmental, fill: stroke, ...forRows(totals, rows) }),
    ...(main
      ? [
          findingText(frame, [first], (row) => frame.words.number(height(row)), { x, y: height, dx: 6, dy: 18, textAnchor: 'start' }),
          findingText(frame, [last], (row) => frame.words.number(height(row)), { x, y: height, dy: -18, textAnchor: 'middle' }),
        ]
      : labelAt(last, (row) => frame.words.number(height(row)), { x, y: height, dy: -12, fontWeight: 600 })),
    ...labelAt(totals.at(Math.floor(totals.length / 2)), () => frame.words.label(`${kind}-short`), {
      x,
      y: height,
      dx: main ? -8 : 0,
      dy: main ? -14 : -19,
      textAnchor: main ? 'end' : 'start',
      fontWeight: 600,
      fill: stroke,
    }),
  ];
}
