/** The numbered notes of a page. One note a figure or a set of sources; a note used again keeps its number. */
import type { Figure } from '../figures/figure.ts';
import { sourceIdsOf } from '../figures/figure.ts';

export interface Note {
  readonly number: number;
  /** Ids of the documents, in the order in which they are cited. */
  readonly sourceIds: readonly string[];
  /** The figure that the note explains; `null` for the source of a claim or of a cited number. */
  readonly figure: Figure | null;
  /** How often the text refers to it; the references are named `note-ref-<number>-<1…>`. */
  readonly references: number;
}

export class NoteRegister {
  readonly #notes = new Map<string, { number: number; sourceIds: readonly string[]; figure: Figure | null; references: number }>();

  readonly #uses: number[] = [];

  /** Notes a use of a figure. Returns the note's number and which reference to it this is. */
  forFigure(figure: Figure): { number: number; reference: number } {
    return this.#use(`figure ${figure.id}`, sourceIdsOf(figure), figure);
  }

  /** Notes a use of documents. */
  forSources(sourceIds: readonly string[]): { number: number; reference: number } {
    return this.#use(`sources ${sourceIds.join(' ')}`, sourceIds, null);
  }

  #use(key: string, sourceIds: readonly string[], figure: Figure | null): { number: number; reference: number } {
    const note = this.#notes.get(key) ?? { number: this.#notes.size + 1, sourceIds, figure, references: 0 };
    note.references += 1;
    this.#notes.set(key, note);
    this.#uses.push(note.number);
    return { number: note.number, reference: note.references };
  }

  /** Numbers of the notes in the order in which the text refers to them. */
  get uses(): readonly number[] {
    return this.#uses;
  }

  /** All notes so far, by number. */
  get notes(): readonly Note[] {
    return [...this.#notes.values()].map((note) => ({ ...note }));
  }
}
