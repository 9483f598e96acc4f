/** A chart in a language, ready for a page: both drawings, texts, table. */

import { type Cell, formatCell } from './kit/cells.ts';
import type { Chart, ChartContext, Dated, History, Parts, Prepared } from './kit/chart.ts';
import { makeFrame } from './kit/frame.ts';
import { splitNote } from './kit/note.ts';
import type { Size } from './kit/sizes.ts';
import { toMarkup } from './kit/svg.ts';
import type { Words } from './kit/words.ts';

export interface RenderedChart {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  /** How to read the drawing, for who asks; empty where it needs no words. */
  readonly reading: string;
  readonly description: readonly string[];
  /** One drawing for narrow and one for wide containers, as SVG markup. */
  readonly drawings: Readonly<Record<Size, string>>;
  readonly columns: readonly string[];
  /** The same columns by their keys among the chart's labels. */
  readonly keys: readonly string[];
  readonly rows: readonly RenderedRow[];
  /** What a reader can choose to see alone; `null` where the chart has no such parts. */
  readonly parts: RenderedParts | null;
  /** What single rows are made of, event by event; empty where the chart tells none. */
  readonly histories: readonly History[];
  /** Documents that the drawn rows rest on, in the order of use. */
  readonly sources: readonly string[];
  /** The last day that the drawn rows speak of. */
  readonly asOf: Dated;
  readonly tables: readonly string[];
}

/** Words of the choice, and of each row the number of its part, from 1, which its marks have too. */
export interface RenderedParts {
  readonly legend: string;
  readonly all: string;
  /** Names of the parts in addresses; not in charts that a release kept. */
  readonly ids?: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly number[];
}

/** A cell as a reader sees it, and what it says to a program. */
export interface RenderedCell {
  readonly text: string;
  readonly numeric: boolean;
  readonly cell: Cell;
}

export interface RenderedRow {
  readonly cells: readonly RenderedCell[];
  readonly sources: readonly string[];
  /** The last day that the row speaks of. */
  readonly iso: string | null;
}

/** Renders a chart. `name` makes ids unique where one chart stands twice on a page. Throws on rows that it can't draw. */
export function renderChart(chart: Chart, context: ChartContext, words: Words, name = chart.id): RenderedChart {
  const prepared = chart.prepare(context);
  const draw = (size: Size): string => {
    const frame = makeFrame(size, chart.height[size], words, prepared.rows);
    return toMarkup(prepared.draw(frame), frame, `${name}-${size}`, prepared.parts);
  };
  return {
    id: chart.id,
    title: words.title,
    subtitle: words.subtitle,
    ...splitNote(words.note, words.reading, words.locale),
    description: prepared.describe(words),
    drawings: { narrow: draw('narrow'), wide: draw('wide') },
    columns: prepared.columns.map((key) => words.label(key)),
    keys: prepared.columns,
    rows: renderRows(prepared, words),
    parts: prepared.parts && renderParts(prepared.parts, words),
    histories: prepared.histories(words),
    sources: [...new Set(prepared.rows.flatMap(({ sources }) => sources))],
    asOf: latest(prepared),
    tables: chart.tables,
  };
}

/** The names of parts in addresses. */
export const partIds = (keys: readonly string[]): string[] => keys.map((key) => key.replaceAll('_', '-'));

function renderParts({ keys, rows }: Parts, words: Words): RenderedParts {
  return {
    legend: words.label('part'),
    all: words.label('part-all'),
    ids: partIds(keys),
    names: keys.map((key) => words.label(`part-${key}`)),
    rows,
  };
}

function latest({ rows }: Prepared): Dated {
  const dated = rows.flatMap(({ until }) => (until ? [until] : []));
  const [first] = dated;
  if (!first) throw new RangeError('none of the drawn rows has a date');
  return dated.reduce((last, until) => (until.iso > last.iso ? until : last), first);
}

function renderRows(prepared: Prepared, words: Words): RenderedRow[] {
  return prepared.cells.map((cells, index) => ({
    cells: cells.map((cell) => ({
      text: formatCell(cell, words),
      numeric: cell.kind === 'number' || cell.kind === 'range',
      cell,
    })),
    sources: prepared.rows[index]?.sources ?? [],
    iso: prepared.rows[index]?.until?.iso ?? null,
  }));
}

/** The height of a drawing, in its own units. */
export function heightOf(svg: string): number {
  const [, found] = / viewBox="-?\d+ 0 [\d.]+ ([\d.]+)"/.exec(svg) ?? [];
  if (found === undefined) throw new RangeError(`expected a drawing with its size, found ${svg.slice(0, 60)}`);
  return Number(found);
}
