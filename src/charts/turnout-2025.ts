import { decimalsOf } from '../data/field.ts';
import { turnoutByRegion } from '../data/tables/turnout-by-region.ts';
import { label, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { onDay, preferred } from './kit/tables.ts';
import { type RowMark, type ValueRow, valueFoot, valueRows, valueScale } from './kit/value-rows.ts';

const ELECTION_DAY = '2025-01-26';
const ELECTION_BEFORE = '2020-08-09';
const COUNTRY = 'belarus';

interface TurnoutRow extends DatedRow {
  readonly region: string;
  readonly turnout: number;
  readonly before: number | null;
  readonly counter: string;
}

/** Official turnout by region in 2020 and 2025, from the highest down, the country last. */
export const turnout2025 = defineChart<TurnoutRow>({
  id: 'turnout-2025',
  tables: ['turnout-by-region'],
  rows: ({ data }) => {
    const turnouts = preferred(data, turnoutByRegion).filter((row) => row.measure === 'turnout');
    const country = (row: TurnoutRow): number => Number(row.region === COUNTRY);
    return turnouts
      .filter((row) => row.election_date === ELECTION_DAY)
      .map((row) => {
        const before = turnouts.find((other) => other.election_date === ELECTION_BEFORE && other.region === row.region);
        return {
          region: row.region,
          turnout: row.value,
          before: before?.value ?? null,
          counter: row.counted_by,
          sources: [row.source_id, ...(before ? [before.source_id] : [])],
          until: onDay(ELECTION_DAY),
        };
      })
      .sort((a, b) => country(a) - country(b) || b.turnout - a.turnout);
  },
  columns: [
    { key: 'column-region', cell: (row) => label(row.region) },
    { key: 'column-turnout', cell: (row) => percent(row.turnout, 2) },
    { key: 'column-before', cell: (row) => (row.before === null ? label('not-found') : percent(row.before, 2)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const shown = valuesOf(rows, frame);
    const lowest = Math.min(...rows.flatMap(({ turnout, before }) => [turnout, before ?? turnout]));
    const from = Math.min(60, Math.floor(lowest / 10) * 10);
    const options = {
      domain: [from, 100] as const,
      ticks: Array.from({ length: (100 - from) / 10 + 1 }, (_, index) => from + index * 10),
      tickText: (value: number) => frame.words.percent(value, 0),
      left: frame.narrow ? 104 : 150,
      right: frame.narrow ? 16 : 24,
      top: 20,
      step: 30,
      beside: true,
    };
    const { x } = valueScale(frame, shown, options);
    const [first] = rows;
    // The two years are named over the marks of the first region.
    const heads = (
      first === undefined || first.before === null
        ? []
        : [
            { year: ELECTION_BEFORE, value: first.before, outward: first.before < first.turnout ? -1 : 1 },
            { year: ELECTION_DAY, value: first.turnout, outward: first.before < first.turnout ? 1 : -1 },
          ]
    ).map(({ year, value, outward }) => {
      const place = { x: x(value) + outward, y: options.top - 4, 'text-anchor': outward < 0 ? 'end' : 'start' };
      return element(
        frame,
        'text',
        { ...place, fill: counterColour.official, 'font-weight': 600, 'font-size': 13 },
        frame.words.date(year, 'year'),
      );
    });
    svg.append(...valueRows(frame, shown, rows, options), ...heads);
    return endSheet(svg, valueFoot(frame, shown, options));
  },
  describe: (rows, words) => {
    const regions = rows.filter(({ region }) => region !== COUNTRY);
    const [highest] = regions;
    const lowest = regions.at(-1);
    const country = rows.find(({ region }) => region === COUNTRY);
    if (!highest || !lowest || !country) throw new RangeError('no turnout to describe');
    const share = (value: number): string => words.percent(value, 2);
    return [
      words.sentence('range', {
        count: words.number(regions.length),
        highest: words.label(highest.region),
        'highest-value': share(highest.turnout),
        lowest: words.label(lowest.region),
        'lowest-value': share(lowest.turnout),
        country: share(country.turnout),
      }),
      words.sentence('compare', {
        'higher-count': words.number(regions.filter(({ turnout, before }) => before !== null && turnout > before).length),
        'lower-list': words.locale.list(
          regions.filter(({ turnout, before }) => before !== null && turnout < before).map(({ region }) => words.label(region)),
        ),
      }),
    ];
  },
});

/** Each region with both turnouts. The lowest one, which the title names, and the country stand apart. */
function valuesOf(rows: readonly TurnoutRow[], frame: Frame): ValueRow[] {
  const { words } = frame;
  const regions = rows.filter(({ region }) => region !== COUNTRY);
  const lowest = regions.at(-1);
  const mark = (value: number, finding: boolean, hollow: boolean): RowMark => ({
    low: value,
    high: value,
    qualifier: 'exact',
    shape: 'square',
    fill: counterColour.official,
    hollow,
    text: words.percent(value, finding ? decimalsOf(value) : 1),
    finding,
  });
  return rows.map((row) => ({
    row,
    name: words.label(row.region),
    marks: [...(row.before === null ? [] : [mark(row.before, false, true)]), mark(row.turnout, row === lowest, false)],
    gap: row === lowest ? 10 : row.region === COUNTRY ? 10 : 0,
  }));
}
