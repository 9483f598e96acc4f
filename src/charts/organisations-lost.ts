import { dot, line } from '@observablehq/plot';
import { civilSociety } from '../data/tables/civil-society.ts';
import { countAxis, numberMargin, roundTicks, yearAxis } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { labelsAt } from './kit/captions.ts';
import { date, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { dateAndValue, ends, gapsOf } from './kit/findings.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { attested, by, datedOf, preferred } from './kit/tables.ts';
import { segments, utc } from './kit/time.ts';

/** Counts further apart than this are not joined. */
const JOIN_WITHIN_DAYS = 75;

interface LostRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
}

/** Organisations closed by force or by their own decision since 2020, as Lawtrend's running total has them. */
export const organisationsLost = defineChart<LostRow>({
  id: 'organisations-lost',
  formerly: ['ngos-and-press'],
  tables: ['civil-society'],
  height: { narrow: 300, wide: 320 },
  rows: ({ data }) =>
    preferred(data, civilSociety)
      .filter((row) => row.metric === 'organisations_lost' && row.counted_by === 'Lawtrend')
      .map((row) => ({ date: row.date, precision: row.date_precision, value: row.value, ...attested(row), until: datedOf(row) }))
      .sort(by((row) => row.date)),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const x = (row: LostRow): Date => utc(row.date);
    const y = (row: LostRow): number => row.value;
    const { first, last } = ends(rows, 'counts');
    const most = Math.max(...rows.map(y));
    const stroke = counterColour.rights_groups;
    const year = Number(last.date.slice(0, 4));
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.number(2_000)),
      marginRight: 14,
      marginTop: 48,
      marginBottom: 28,
      // The total begins at nothing in the summer of 2020; how it grew until the first count is not known.
      x: { type: 'utc', domain: [utc('2020-08-09'), utc(`${year}-12-31`)], label: null },
      y: { domain: [0, most], label: null },
      marks: [
        ...countAxis(frame, roundTicks(most, 4)),
        yearAxis(frame, 2021, year),
        ...segments(rows, JOIN_WITHIN_DAYS).map((piece) => line(piece, { x, y, stroke, strokeWidth: 2.4 })),
        dot(rows, { x, y, r: 2.2, symbol: counterSymbol.rights_groups, fill: stroke, ...forRows(rows, rows) }),
        ...boundTicks([last], rows, { x, y, r: 0, upright: true, stroke }),
        findingText(frame, [last], (row) => frame.words.number(row.value, row.qualifier), { x, y, dy: -26, dx: 8, textAnchor: 'end' }),
        labelsAt([first], (row) => frame.words.number(row.value, row.qualifier), {
          x,
          y,
          dx: -8,
          dy: 4,
          textAnchor: 'end',
          fontWeight: 600,
        }),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last } = ends(rows, 'counts');
    return [
      words.sentence('range', gapsOf({ first, last }, dateAndValue(words))),
      words.sentence('gaps', { pieces: words.number(segments(rows, JOIN_WITHIN_DAYS).length) }),
    ];
  },
});
