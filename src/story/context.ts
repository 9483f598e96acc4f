/** What the readers of the story's texts are given: the figures, charts, sources and registers that a text may speak of. */
import type { Figures } from '../figures/figures.ts';
import type { Locale } from '../figures/locales/locale.ts';
import type { NoteRegister } from './notes.ts';
import type { Counted } from './opening.ts';
import type { TermRegister } from './terms.ts';

/** What the story knows of a chart's rows, so that a step can name some of them. */
export interface ChartRow {
  /** The last day that the row speaks of. */
  readonly iso: string | null;
  /** The row's cells as a reader sees them. */
  readonly text: string;
}

/** What the directives of a chapter may speak of. */
export interface StoryContext {
  readonly locale: Locale;
  readonly figures: Figures;
  readonly charts: ReadonlyMap<string, readonly ChartRow[]>;
  /** The counts of people held that the opening can draw, by their days. */
  readonly counted: ReadonlyMap<string, Counted>;
  readonly sourceIds: ReadonlySet<string>;
  /** Names with digits that count nothing, such as that of a news site. */
  readonly names: readonly string[];
  readonly notes: NoteRegister;
  /** The terms that the text explains; `null` for a text that is read apart from the story. */
  readonly terms: TermRegister | null;
  /** Charts that earlier chapters showed, to which each adds its own; absent for a text that is read alone. */
  readonly shown?: Set<string>;
  /** Fragments of the sections of each chapter in the first language, which the others keep; `null` in that one. */
  readonly anchors?: ReadonlyMap<string, readonly string[]> | null;
  /** Words of the interface that stand inside the prose. */
  readonly words: { readonly note: (number: number) => string; readonly permalink: (title: string) => string };
}
