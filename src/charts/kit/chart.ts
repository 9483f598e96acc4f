/** What a chart is: the rows it draws, how it draws them, what it says of them. */
import type { DataPackage } from '../../data/package.ts';
import type { Figures } from '../../figures/figures.ts';
import type { Cell } from './cells.ts';
import type { Frame } from './frame.ts';
import type { Words } from './words.ts';

/** An ISO day and how exactly it is known: day, month or year. */
export interface Dated {
  readonly iso: string;
  readonly precision: string;
}

/** What every drawn row carries, whatever else it holds. */
export interface DrawnRow {
  /** Documents that the row rests on. */
  readonly sources: readonly string[];
  /** The last day that the row speaks of, and how exactly it is known; `null` where the record is missing. */
  readonly until: Dated | null;
}

/** A drawn row whose day is always known. */
export interface DatedRow extends DrawnRow {
  readonly until: Dated;
}

/** A column of the chart's table. `key` names its heading among the chart's labels. */
export interface Column<R> {
  readonly key: string;
  readonly cell: (row: R) => Cell;
}

/** What a chart may look at besides its own rows. */
export interface ChartContext {
  readonly data: DataPackage;
  readonly figures: Figures;
}

/**
 * How rows fall into parts: `keys` in the order in which they are offered, each with the label `part-<key>`, and `of` says to which a row
 * belongs. The label `part` says what is chosen, `part-all` that nothing is.
 */
export interface PartsSpec<R> {
  readonly keys: readonly string[];
  readonly of: (row: R) => string;
}

/** Dated events under a name, each as one document tells it. */
export interface History {
  readonly name: string;
  readonly events: readonly { readonly day: Dated; readonly text: string; readonly source: string }[];
}

/** The parts of a chart that is bound to its rows: of each row the number of its part, from 1. */
export interface Parts {
  readonly keys: readonly string[];
  readonly rows: readonly number[];
}

export interface ChartSpec<R extends DrawnRow> {
  /** Its address, the name of its file and of its strings: `first-days`. */
  readonly id: string;
  /** Names that it had before, the oldest first. What stands under them leads to the present one for good. */
  readonly formerly?: readonly string[];
  /** Names of the tables that it reads. */
  readonly tables: readonly string[];
  /** The rows that it draws, in the order of its table: what is drawn is what the table lists. */
  readonly rows: (context: ChartContext) => readonly R[];
  readonly columns: readonly Column<R>[];
  /** Height in units of the drawing, by width. Left out where the rows decide it: `draw` then says it by `endSheet`. */
  readonly height?: { readonly narrow: number; readonly wide: number };
  /** Parts of its rows that a reader may want to see one at a time, such as those of one kind of counter. */
  readonly parts?: PartsSpec<R>;
  /** What a row is made of, event by event, for those who ask of one. */
  readonly history?: (row: R, words: Words) => History;
  readonly draw: (rows: readonly R[], frame: Frame) => SVGSVGElement;
  /** Sentences that tell the finding, the range, the extremes and the gaps, for those who don't see the drawing. */
  readonly describe: (rows: readonly R[], words: Words) => readonly string[];
}

/** A chart with the type of its rows forgotten, as the registry holds it. */
export interface Chart {
  readonly id: string;
  readonly formerly: readonly string[];
  readonly tables: readonly string[];
  readonly height: { readonly narrow: number; readonly wide: number };
  /** Of the parts that readers can see one at a time; none where it has no such parts. */
  readonly partKeys: readonly string[];
  readonly prepare: (context: ChartContext) => Prepared;
}

/** A chart bound to its rows. */
export interface Prepared {
  readonly rows: readonly DrawnRow[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly parts: Parts | null;
  readonly histories: (words: Words) => readonly History[];
  readonly draw: (frame: Frame) => SVGSVGElement;
  readonly describe: (words: Words) => readonly string[];
}

/** What a sheet has until its rows are drawn. */
const ROWS_DECIDE = { narrow: 0, wide: 0 } as const;

/** Declares a chart. Add it to `registry.ts` to make it part of the site. */
export function defineChart<R extends DrawnRow>({ id, formerly = [], tables, height = ROWS_DECIDE, ...spec }: ChartSpec<R>): Chart {
  return {
    id,
    formerly,
    tables,
    height,
    partKeys: spec.parts?.keys ?? [],
    prepare: (context) => {
      const rows = spec.rows(context);
      if (rows.length === 0) throw new RangeError(`the chart ${id} has no rows to draw`);
      return {
        rows,
        columns: spec.columns.map(({ key }) => key),
        cells: rows.map((row) => spec.columns.map(({ cell }) => cell(row))),
        parts: spec.parts ? partsOf(spec.parts, rows) : null,
        histories: (words) => {
          const { history } = spec;
          return history ? rows.map((row) => history(row, words)) : [];
        },
        draw: (frame) => spec.draw(rows, frame),
        describe: (words) => spec.describe(rows, words),
      };
    },
  };
}

/** Throws where a row belongs to no part: nothing may vanish from all of them. */
function partsOf<R>({ keys, of }: PartsSpec<R>, rows: readonly R[]): Parts {
  const numbers = rows.map((row) => keys.indexOf(of(row)) + 1);
  const lost = numbers.indexOf(0);
  const [row] = rows.slice(lost);
  if (lost >= 0 && row !== undefined) throw new RangeError(`expected each row in one of the parts ${keys.join(', ')}, found "${of(row)}"`);
  return { keys, rows: numbers };
}
