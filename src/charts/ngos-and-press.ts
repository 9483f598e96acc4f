import { dot, line, type Markish } from '@observablehq/plot';
import { civilSociety } from '../data/tables/civil-society.ts';
import { jailedJournalists } from '../data/tables/jailed-journalists.ts';
import { votes } from './kit/annotations.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { labelAt, panelHead } from './kit/captions.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dateAndValue, ends, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, paper, held as red } from './kit/palette.ts';
import { twoPanels } from './kit/panels.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { attested, datedOf } from './kit/tables.ts';
import { segments, utc } from './kit/time.ts';
import { voteMarks } from './kit/vote-marks.ts';

/** Counts of a series further apart than this are not joined. CPJ counts on one day of each year, so its counts are a year apart. */
const JOIN_WITHIN_DAYS: Readonly<Record<string, number>> = { Lawtrend: 75, BAJ: 140, CPJ: 366, RSF: 0 };
const PRESS = ['BAJ', 'RSF', 'CPJ'] as const;
const SPLIT = { narrow: 250, wide: 250 };

interface LostRow extends DatedRow {
  readonly metric: string;
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
  readonly votes: readonly string[];
}

/** Organisations lost since 2020, and journalists behind bars as three bodies count them. */
export const ngosAndPress = defineChart<LostRow>({
  id: 'ngos-and-press',
  tables: ['civil-society', 'jailed-journalists', 'presidential-results'],
  height: { narrow: SPLIT.narrow + 300, wide: SPLIT.wide + 320 },
  rows: ({ data }) => {
    const marked = votes(data);
    const lost = data.rows(civilSociety).filter((row) => row.metric === 'organisations_lost' && row.counted_by === 'Lawtrend');
    const press = PRESS.flatMap((body) =>
      data.rows(jailedJournalists).filter((row) => row.metric === 'behind_bars' && row.counted_by === body),
    );
    const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
    return [...lost.sort(byDate), ...PRESS.flatMap((body) => press.filter((row) => row.counted_by === body).sort(byDate))]
      .filter((row) => row.status === 'preferred' && row.date >= '2020-08-01')
      .map((row) => ({
        metric: row.metric,
        date: row.date,
        precision: row.date_precision,
        value: row.value,
        ...attested(row),
        until: datedOf(row),
        votes: marked,
      }));
  },
  columns: [
    { key: 'column-metric', cell: (row) => label(row.metric) },
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) =>
    twoPanels(
      frame,
      SPLIT[frame.size],
      (upper) => drawLost(rows, upper),
      (lower) => drawPress(rows, lower),
    ),
  describe: (rows, words) => {
    const of = (counter: string): readonly LostRow[] => rows.filter((row) => row.counter === counter);
    const said = dateAndValue(words);
    const { first, last } = ends(of('Lawtrend'), 'counts by Lawtrend');
    return [
      words.sentence('lost', {
        ...gapsOf({ first, last }, said),
        pieces: words.number(segments(of('Lawtrend'), JOIN_WITHIN_DAYS['Lawtrend'] ?? 0).length),
      }),
      ...PRESS.map((body) => {
        const { first, last, highest } = extremes(of(body), ({ value }) => value, `counts by ${body}`);
        return words.sentence('press', {
          counter: body,
          count: words.number(of(body).length),
          ...gapsOf({ first, last, highest }, said),
        });
      }),
    ];
  },
});

const x = (row: LostRow): Date => utc(row.date);
const place = { x, y: (row: LostRow): number => row.value, fontWeight: 600 };

/** What both panels share: the years, the votes, the heading. */
function base(frame: Frame, rows: readonly LostRow[], heading: string, about: string, max: number, ticks: readonly number[]) {
  const left = numberMargin(frame, '2,000');
  return {
    options: {
      marginLeft: left,
      marginRight: frame.narrow ? 16 : 22,
      marginTop: 62,
      marginBottom: 26,
      x: { type: 'utc' as const, domain: [utc('2020-07-01'), utc('2025-12-31')], label: null },
      y: { domain: [0, max], label: null },
    },
    marks: [
      ...countAxis(frame, ticks),
      yearAxis(frame, 2021, 2025),
      ...voteMarks(rows[0]?.votes ?? [], frame, { from: '2020-08-01', label: 'vote', rise: 4, dy: -17 }),
      ...panelHead(frame.words.label(heading), frame.words.label(about), left, 62),
    ],
  };
}

function drawLost(rows: readonly LostRow[], frame: Frame): SVGSVGElement {
  const lost = rows.filter(({ counter }) => counter === 'Lawtrend');
  const { options, marks } = base(frame, rows, 'organisations_lost', 'about-lost', 2300, [500, 1000, 1500, 2000]);
  const joined = segments(lost, JOIN_WITHIN_DAYS['Lawtrend'] ?? 0).flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
  const colour = counterColour.rights_groups;
  const value = (row: LostRow): string => frame.words.number(row.value, row.qualifier);
  return drawPlot(frame, {
    ...options,
    marks: [
      ...marks,
      line(joined, { x, y: 'value', z: 'part', stroke: colour, strokeWidth: 1.5 }),
      dot(lost, { x, y: 'value', r: 3, fill: paper, stroke: colour, strokeWidth: 1.3, ...forRows(lost, rows) }),
      ...labelAt(lost[0], value, { ...place, dx: -9, dy: 2, textAnchor: 'end' }),
      ...labelAt(lost.at(-1), value, { ...place, dx: 12, dy: -14, textAnchor: 'end' }),
    ],
  });
}

/** Each body is a line or a row of marks of its own: solid, dashed, or larger marks with no line. All are people held, so all are red. */
function drawPress(rows: readonly LostRow[], frame: Frame): SVGSVGElement {
  const { options, marks } = base(frame, rows, 'behind_bars', 'about-press', 52, [10, 20, 30, 40, 50]);
  const drawn = PRESS.flatMap((body): Markish[] => {
    const series = rows.filter(({ counter }) => counter === body);
    const joined = segments(series, JOIN_WITHIN_DAYS[body] ?? 0).flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
    const dashed = body === 'CPJ' ? { strokeDasharray: '6 3' } : {};
    return [
      line(joined, { x, y: 'value', z: 'part', stroke: red, strokeWidth: 1.5, ...dashed }),
      dot(series, {
        x,
        y: 'value',
        r: body === 'RSF' ? 5 : 3.2,
        fill: red,
        stroke: red,
        strokeWidth: 1.3,
        ...forRows(series, rows),
      }),
      ...boundTicks(series, rows, { x, y: ({ value }) => value, r: 3.2, upright: true, stroke: red }),
    ];
  });
  const of = (body: string): LostRow[] => rows.filter(({ counter }) => counter === body);
  const highest = of('BAJ').reduce<LostRow | undefined>((top, row) => (top && top.value >= row.value ? top : row), undefined);
  const value = (row: LostRow): string => frame.words.number(row.value, row.qualifier);
  return drawPlot(frame, {
    ...options,
    marks: [
      ...marks,
      ...drawn,
      ...labelAt(highest, (row) => `BAJ ${value(row)}`, { ...place, dy: -13 }),
      ...labelAt(of('RSF')[0], () => 'RSF', { ...place, dx: -10, dy: -2, textAnchor: 'end' }),
      ...labelAt(of('CPJ').at(-1), (row) => `CPJ ${value(row)}`, { ...place, dx: 10, dy: 16, textAnchor: 'end' }),
    ],
  });
}
