/** Five of our charts as rows and words that any library can draw: the rows out of the built site's own files, the words out of its embeds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { parseHTML } from 'linkedom';
import { dist } from '../../browser/helpers/static-server.ts';

type Point = readonly [x: string, y: number | null];

interface Series {
  readonly name: string;
  readonly mark: 'line' | 'bar' | 'dot';
  readonly colour: string;
  readonly points: readonly Point[];
}

/** A chart as a library is given it. Days are ISO, other places along the axis names. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Note and source, as our embed has them under the drawing. */
  readonly under: readonly string[];
  /** What our drawing says to those who don't see it. */
  readonly description: string;
  readonly x: 'time' | 'names';
  readonly unit: '' | '%';
  /** Ends of the axis of values, where it does not begin at zero. */
  readonly from?: number;
  readonly to?: number;
  readonly series: readonly Series[];
  /** Rows of our table. */
  readonly rows: number;
}

type Drawn = Pick<Figure, 'x' | 'unit' | 'from' | 'to' | 'series'>;

const RED = '#b3261e';
const BLUE = '#2a5d8f';
const GREY = '#6b6b6b';
const ORANGE = '#8a5a00';
const DAY = 86_400_000;

const cell = (row: DSVRowString, column: string): string => {
  const text = row[column];
  if (text === undefined) throw new Error(`expected the column ${column}, found ${Object.keys(row).join(', ')}`);
  return text;
};
const value = (row: DSVRowString, column: string): number => {
  const found = Number(cell(row, column) || Number.NaN);
  if (!Number.isFinite(found)) throw new Error(`expected a number in ${column}, found ${JSON.stringify(row)}`);
  return found;
};

/** A null where two points lie further apart than so many days, so that no library joins them. */
function withGaps(points: readonly Point[], days: number): Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (!before || Date.parse(point[0]) - Date.parse(before[0]) <= days * DAY) return [point];
    return [[new Date(Date.parse(before[0]) + DAY).toISOString().slice(0, 10), null], point];
  });
}

/** How the rows of each chart are drawn: the same kind of marks as ours, in our colours. */
const drawings: Readonly<Record<string, (rows: readonly DSVRowString[]) => Drawn>> = {
  held: (rows) => {
    const points = (reported: string): Point[] =>
      rows.filter((row) => cell(row, 'reported_in') === reported).map((row) => [cell(row, 'date'), value(row, 'value')]);
    return {
      x: 'time',
      unit: '',
      series: [
        { name: 'Count in a report', mark: 'line', colour: RED, points: withGaps(points('in-report'), 75) },
        { name: 'Count in a digest', mark: 'dot', colour: GREY, points: points('in-digest') },
      ],
    };
  },
  democracy: (rows) => {
    const points = (series: string): Point[] =>
      rows.filter((row) => cell(row, 'series') === series).map((row) => [cell(row, 'year'), value(row, 'value')]);
    return {
      x: 'time',
      unit: '',
      series: [
        { name: 'Electoral democracy', mark: 'line', colour: BLUE, points: points('vdem-electoral-v15') },
        { name: 'Liberal democracy', mark: 'line', colour: ORANGE, points: points('vdem-liberal-v15') },
        { name: 'Liberal, recalculated', mark: 'dot', colour: GREY, points: points('vdem-liberal-v16') },
      ],
    };
  },
  'official-results': (rows) => ({
    x: 'names',
    unit: '%',
    series: [{ name: 'Share', mark: 'bar', colour: GREY, points: rows.map((row) => [cell(row, 'date').slice(0, 4), value(row, 'share')]) }],
  }),
  stations: (rows) => ({
    x: 'names',
    unit: '',
    series: [
      {
        name: 'Stations',
        mark: 'bar',
        colour: GREY,
        points: rows.map((row) => [`${cell(row, 'share_low')}–${cell(row, 'share_high')}%`, value(row, 'stations')]),
      },
    ],
  }),
  'turnout-2025': (rows) => {
    const points = (column: string): Point[] => rows.map((row) => [cell(row, 'region'), value(row, column)]);
    return {
      x: 'names',
      unit: '%',
      from: 60,
      to: 100,
      series: [
        { name: '2025', mark: 'dot', colour: BLUE, points: points('turnout') },
        { name: '2020', mark: 'dot', colour: GREY, points: points('before') },
      ],
    };
  },
};

export const measuredCharts: readonly string[] = Object.keys(drawings);

/** A chart out of the built site. Throws where a series has no row, or where the site does not have the chart. */
export function readFigure(id: string): Figure {
  const draw = drawings[id];
  if (!draw) throw new Error(`No drawing is told for the chart ${id}. The charts are ${measuredCharts.join(', ')}.`);
  const rows = csvParse(readFileSync(join(dist, 'charts', `${id}.csv`), 'utf8'));
  const drawn = draw(rows);
  for (const { name, points } of drawn.series) if (points.length === 0) throw new Error(`${id}: the series ${name} has no rows`);
  const { document } = parseHTML(readFileSync(join(dist, 'embed', id, 'index.html'), 'utf8'));
  const words = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
  const [title = '', subtitle = ''] = words('figcaption > p');
  if (title === '') throw new Error(`embed/${id}/ has no title`);
  return { id, title, subtitle, under: words('figure > p'), description: words('#description > p').join(' '), ...drawn, rows: rows.length };
}
