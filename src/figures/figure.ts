/** What a declared figure comes to. */

export const qualifiers = ['exact', 'about', 'at_least', 'more_than', 'up_to', 'fewer_than'] as const;
export type Qualifier = (typeof qualifiers)[number];

export function isQualifier(value: unknown): value is Qualifier {
  return (qualifiers as readonly unknown[]).includes(value);
}

/** Says what is wrong with a declaration, in one sentence for the person who wrote it. */
export class FigureError extends Error {}

/** A row that a figure rests on. */
export interface Ground {
  readonly table: string;
  readonly line: number;
  readonly sourceId: string | null;
  readonly countedBy: string | null;
  readonly confidence: string | null;
  /** `digest` where only a summary of other reports was read; `null` where the table does not tell. */
  readonly reportedIn: string | null;
  readonly note: string | null;
}

export interface Figure {
  readonly id: string;
  /** Unrounded value in the unit of its field; a share as percent, a ratio as a plain number. */
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly as: 'number' | 'word' | 'percent' | 'times';
  /** The field of its row that it prints; empty where it is computed from other figures. */
  readonly field: string;
  /** Digits after the point when printed. */
  readonly digits: number;
  /** Day and precision of the row, where the figure is one row; `from` where the row counts a period. */
  readonly date: { readonly iso: string; readonly precision: string; readonly from: string | null } | null;
  /** All rows it rests on, in the order of use; a row used twice stands once. */
  readonly grounds: readonly Ground[];
  /** How it was computed from other figures or rows; `null` for the value of one row. */
  readonly computed: {
    readonly operation: 'sum' | 'difference' | 'divide';
    readonly operands: readonly Figure[];
    readonly rows: number;
    /** Of a sum of rows: the latest of their days. */
    readonly last: { readonly iso: string; readonly precision: string } | null;
  } | null;
  /** Only what was published by this day was looked at. */
  readonly knownBy: string | null;
}

/** Documents that the figure rests on, in order, each once. */
export function sourceIdsOf(figure: Figure): string[] {
  return [...new Set(figure.grounds.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))];
}

/** The last day that a figure speaks of: that of its row or of the latest of its rows, or the latest of the figures it is computed from; `null` where a part has none. */
export function lastDayOf({ date, computed }: Figure): { readonly iso: string; readonly precision: string } | null {
  if (date) return date;
  if (computed?.last) return computed.last;
  const days = computed?.operands.map(lastDayOf) ?? [];
  return days.reduce((latest, day) => (latest && day ? (day.iso > latest.iso ? day : latest) : null), days[0] ?? null);
}
