import { barY } from '@observablehq/plot';
import { exile } from '../data/tables/exile.ts';
import { countAxis, nameAxis, numberMargin, roundTicks } from './kit/axes.ts';
import { boundedRows } from './kit/bounds.ts';
import { headAt, labelsAt } from './kit/captions.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type ChartContext, type Dated, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { noFigures } from './kit/no-figure.ts';
import { counterColour, ink } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, preferred } from './kit/tables.ts';

const UNION = 'European Union';
const PART = 'Poland';

interface PermitRow {
  readonly destination: string;
  readonly year: string;
  /** `null`: no figure was found. */
  readonly value: number | null;
  readonly qualifier: string;
  readonly sources: readonly string[];
  readonly until: Dated | null;
}

/** First residence permits that states of the European Union issued to Belarusians, by year, and Poland's part of them. */
export const permits = defineChart<PermitRow>({
  id: 'permits',
  formerly: ['exile'],
  tables: ['exile'],
  height: { narrow: 330, wide: 360 },
  rows: (context) => ofYears(context),
  columns: [
    { key: 'column-year', cell: (row) => date(`${row.year}-12-31`, 'year') },
    { key: 'column-destination', cell: (row) => plain(row.destination) },
    { key: 'column-value', cell: (row): Cell => (row.value === null ? label('missing') : number(row.value, row.qualifier)) },
  ],
  draw: (rows, frame) => {
    const { words, narrow } = frame;
    const known = rows.filter(({ value }) => value !== null);
    const union = known.filter((row) => row.destination === UNION);
    const part = known.filter((row) => row.destination === PART);
    const missing = rows.filter((row) => row.value === null);
    const { highest } = extremes(union, ({ value }) => value ?? 0, 'permits');
    const x = (row: PermitRow): string => row.year;
    const y = (row: PermitRow): number => row.value ?? 0;
    const years = [...new Set(rows.map(({ year }) => year))];
    const inset = narrow ? 3 : 8;
    const bar = { x, y1: 0, y2: 'value', insetLeft: inset, insetRight: inset, fill: counterColour.intergovernmental };
    const ticks = roundTicks(y(highest));
    // On a phone a number is wider than its column: the axis says them.
    const others = narrow ? [] : union.filter((row) => row !== highest);
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.number(300_000)),
      marginRight: narrow ? 12 : 2,
      marginTop: 62,
      marginBottom: 26,
      x: { type: 'band', domain: years, padding: 0, label: null },
      y: { domain: [0, y(highest)], label: null },
      marks: [
        ...countAxis(frame, ticks),
        nameAxis(
          years.filter((_, index) => !narrow || (years.length - 1 - index) % 2 === 0),
          { padding: 6 },
        ),
        barY(union, { ...bar, fillOpacity: 0.4, ...boundedRows(union, rows, { towards: 'up' }) }),
        barY(part, { ...bar, ...forRows(part, rows) }),
        ...noFigures(missing, rows, { x }),
        labelsAt(others, (row) => words.number(y(row)), { x, y, dy: -9, fontSize: 12, fontWeight: 600 }),
        findingText(frame, [highest], (row) => words.number(y(row), row.qualifier), { x, y, dy: -16, ...(narrow ? { dx: -14 } : {}) }),
        headAt(words.label('series-union'), { dy: -58, fill: ink }),
        headAt(words.label('series-poland'), { dy: -40, fill: counterColour.intergovernmental }),
      ],
    });
  },
  describe: (rows, words) => {
    const union = rows.flatMap((row) => (row.destination === UNION && row.value !== null ? [{ ...row, value: row.value }] : []));
    const { lowest, highest, last } = extremes(union, ({ value }) => value, 'permits');
    const missing = rows.filter((row) => row.value === null).map((row) => row.year);
    const said = { year: (row: PermitRow) => row.year, value: (row: PermitRow) => words.number(row.value ?? 0, row.qualifier) };
    return [
      words.sentence('range', gapsOf({ lowest, highest, last }, said)),
      words.sentence('poland', {
        list: words.locale.list(
          rows
            .filter((row) => row.destination === PART && row.value !== null)
            .map((row) => words.label('of-year', { value: said.value(row), year: row.year })),
        ),
      }),
      ...(missing.length > 0 ? [words.sentence('gaps', { list: words.locale.list(missing) })] : []),
    ];
  },
});

/** Each year from the first to the last that is known, a year without a figure too. */
function ofYears({ data }: ChartContext): PermitRow[] {
  const found = preferred(data, exile)
    .filter((row) => row.metric === 'first_residence_permits' && row.period === 'year' && [UNION, PART].includes(row.destination))
    .map((row) => ({
      destination: row.destination,
      year: row.period_end.slice(0, 4),
      value: row.value,
      qualifier: row.qualifier,
      sources: [row.source_id],
      until: { iso: row.period_end, precision: 'year' },
    }));
  const years = found.filter(({ destination }) => destination === UNION).map(({ year }) => Number(year));
  const first = Math.min(...years);
  const missing = Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => String(first + index))
    .filter((year) => !years.includes(Number(year)))
    .map((year) => ({ destination: UNION, year, value: null, qualifier: 'exact', sources: [], until: null }));
  return [...found, ...missing].sort(by((row) => `${row.year} ${row.destination}`));
}
