import { presidentialResults } from '../data/tables/presidential-results.ts';
import { stations2020 } from '../data/tables/stations-2020.ts';
import { withPercent } from '../figures/format.ts';
import { number, percentRange, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted, paper } from './kit/palette.ts';
import { tenth } from './kit/signs.ts';
import { onDay } from './kit/tables.ts';

const ELECTION_DAY = '2020-08-09';
/** Width of a step of the share, in points. */
const STEP = 5;

const regions = ['minsk-city', 'minsk-region', 'brest', 'vitsebsk', 'homel', 'hrodna', 'mahiliou', 'abroad'] as const;
type Region = (typeof regions)[number];

interface StepRow extends DatedRow {
  /** Lower edge of the step of the share. */
  readonly share: number;
  readonly stations: number;
  readonly byRegion: Readonly<Partial<Record<Region, number>>>;
  /** His official share in the country, the same for each row. */
  readonly official: number;
}

/** Polling stations with a copied protocol, by the official share of the incumbent at each. */
export const stations = defineChart<StepRow>({
  id: 'stations',
  tables: ['stations-2020', 'presidential-results'],
  height: { narrow: 304, wide: 314 },
  rows: ({ data }) => {
    const result = data
      .rows(presidentialResults)
      .find(
        (row) =>
          row.election_date === ELECTION_DAY &&
          row.candidate === 'Alexander Lukashenko' &&
          row.official === 'yes' &&
          row.status === 'preferred',
      );
    if (!result?.share_percent) throw new RangeError('no official share to compare with');
    const { share_percent: official, source_id: source } = result;
    const steps = Map.groupBy(data.rows(stations2020), (row) => row.lukashenko_share_from_percent);
    return [...steps]
      .map(([share, rows]): StepRow => {
        const of = (region: Region): number => total(rows.filter((row) => row.region === region));
        return {
          share,
          stations: total(rows),
          byRegion: Object.fromEntries(regions.map((region) => [region, of(region)]).filter(([, count]) => count !== 0)),
          official,
          sources: [...new Set(rows.map(({ source_id }) => source_id)), source],
          until: onDay(ELECTION_DAY),
        };
      })
      .sort((a, b) => a.share - b.share);
  },
  columns: [
    { key: 'column-share', cell: (row) => percentRange(row.share, row.share + STEP) },
    { key: 'column-stations', cell: (row) => number(row.stations) },
    ...regions.map((region) => ({
      key: region,
      cell: (row: StepRow) => (row.byRegion[region] === undefined ? plain('') : number(row.byRegion[region])),
    })),
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const base = frame.height - 40;
    const unitX = (frame.width - 32) / 100;
    const x = (share: number): number => 14 + share * unitX;
    const unitY = (base - 92) / Math.max(...rows.map((row) => row.stations));
    const axis: Attributes = { y: base + 16, 'text-anchor': 'middle', 'font-size': 12, fill: muted };
    svg.append(
      ...rows.flatMap((row, index) => column(row, index, { x, base, unitX, unitY }, frame)),
      element(frame, 'path', { d: `M${x(0)} ${base}H${x(100)}`, stroke: muted }),
      ...[0, 25, 50, 75, 100].flatMap((share) => [
        element(frame, 'path', { d: `M${tenth(x(share))} ${base}v4`, stroke: muted }),
        element(frame, 'text', { ...axis, x: tenth(x(share)) }, frame.words.percent(share, 0)),
      ]),
      element(
        frame,
        'text',
        { x: x(100), y: base + 34, 'text-anchor': 'end', 'font-size': 12, fill: muted },
        frame.words.label('axis-share'),
      ),
      ...findings(rows, x, base, frame),
    );
    return svg;
  },
  describe: (rows, words) => {
    const { highest } = extremes(rows, (row) => row.stations, 'stations');
    const [first] = rows;
    const shares = rows.map(({ share }) => share);
    return [
      words.sentence('range', {
        count: words.number(total(rows)),
        lowest: words.percent(Math.min(...shares), 0),
        highest: words.percent(Math.max(...shares) + STEP, 0),
        below: words.number(total(rows.filter(isBelow))),
        official: words.percent(first?.official ?? 0, 1),
      }),
      words.sentence('most', {
        count: words.number(highest.stations),
        share: withPercent(`${words.number(highest.share)}–${words.number(highest.share + STEP)}`, words.locale),
      }),
      words.sentence('regions', {
        list: words.locale.list(
          regions.map(
            (region) => `${words.label(region)} ${words.number(rows.reduce((sum, row) => sum + (row.byRegion[region] ?? 0), 0))}`,
          ),
        ),
      }),
    ];
  },
});

const total = (rows: readonly { readonly stations: number }[]): number => rows.reduce((sum, row) => sum + row.stations, 0);

/** True of a step that ends below the official share: one that the share lies in is not counted. */
const isBelow = ({ share, official }: StepRow): boolean => share + STEP <= official;

interface Scale {
  readonly x: (share: number) => number;
  readonly base: number;
  readonly unitX: number;
  readonly unitY: number;
}

/** A step: its stations as a column, pale where the share is not below the official one. */
function column(row: StepRow, index: number, { x, base, unitX, unitY }: Scale, frame: Frame): Element[] {
  const high = row.stations * unitY;
  const tie = { 'data-row': index };
  const middle = x(row.share + STEP / 2);
  const below = isBelow(row);
  return [
    element(frame, 'rect', {
      x: tenth(x(row.share) + 0.75),
      y: tenth(base - high),
      width: tenth(STEP * unitX - 1.5),
      height: tenth(high),
      fill: counterColour.rights_groups,
      ...(below ? {} : { 'fill-opacity': 0.45 }),
      ...tie,
    }),
    // On a phone there is no room for a number over each column.
    ...(frame.narrow
      ? []
      : [
          element(
            frame,
            'text',
            { x: tenth(middle), y: tenth(base - high - 5), 'text-anchor': 'middle', 'font-size': 12, fill: muted, ...tie },
            frame.words.number(row.stations),
          ),
        ]),
  ];
}

/** The line of the official share, and how many stations lie below it, of how many. */
function findings(rows: readonly StepRow[], x: (share: number) => number, base: number, frame: Frame): Element[] {
  const { words } = frame;
  const official = rows[0]?.official ?? 0;
  const at = tenth(x(official));
  const below = total(rows.filter(isBelow));
  const line = { x1: at, x2: at, y1: 20, y2: base, stroke: counterColour.official, 'stroke-width': 1.5, class: 'axis' };
  const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  const small = { 'font-size': 12, fill: ink, ...around };
  const rest = words.number(total(rows) - below);
  return [
    element(frame, 'line', line),
    element(
      frame,
      'text',
      { ...small, x: at + 4, y: 13, 'text-anchor': 'end', fill: counterColour.official, 'font-weight': 600 },
      words.label('official', { share: words.percent(official, 1) }),
    ),
    findingLabel(
      frame,
      { x: at - 10, y: 34, anchor: 'end' },
      words.label('below', { below: words.number(below), all: words.number(total(rows)) }),
      around,
    ),
    element(frame, 'text', { ...small, x: at - 10, y: 56, 'text-anchor': 'end' }, words.label('below-what')),
    element(frame, 'text', { x: at + 8, y: 39, 'font-size': 14, 'font-weight': 600, fill: ink }, rest),
    element(frame, 'text', { ...small, x: at + 8, y: 56 }, words.label('above-what')),
  ];
}
